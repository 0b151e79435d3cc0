-- Who asked that a rule of the process lets a deal pass, and what became of it; most deals never need it.
CREATE TABLE approvals (
    deal INTEGER NOT NULL REFERENCES deals (position),
    number INTEGER NOT NULL,             -- counted from 1 in its deal
    asked_by TEXT,
    asked_at INTEGER NOT NULL,
    request TEXT NOT NULL,               -- as JSON: stage, what is waived or which gate, reason, until, approvers
    answers TEXT,                        -- as JSON: who agreed or declined, when and why
    withdrawn_at INTEGER,
    PRIMARY KEY (deal, number)
) STRICT, WITHOUT ROWID;
