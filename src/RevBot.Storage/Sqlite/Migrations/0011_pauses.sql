-- When deals were set aside until a review date, and why; most deals never are.
CREATE TABLE pauses (
    deal INTEGER NOT NULL REFERENCES deals (position),
    number INTEGER NOT NULL,
    since INTEGER NOT NULL,
    until TEXT NOT NULL,                 -- the review date: the first day on which the deal counts again
    reason TEXT NOT NULL,
    paused_by TEXT,
    ended_at INTEGER,                    -- when somebody resumed, moved, closed or paused it anew
    PRIMARY KEY (deal, number)
) STRICT, WITHOUT ROWID;
