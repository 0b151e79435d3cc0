-- What happened to leads here. A lead as it stands is its row in leads, which only imports write, with these on top.
CREATE TABLE lead_events (
    number INTEGER PRIMARY KEY,          -- counts up: what is newer than a snapshot is found by it
    lead TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    by_person TEXT,
    turn_id TEXT NOT NULL,
    door TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    UNIQUE (lead, seq)
) STRICT;

CREATE INDEX lead_events_by_time ON lead_events (at);
