-- What people add in chat beside deals: accounts and contacts, and forecasts with what was said. Each tells who, when and through which turn; imported ones do not.
ALTER TABLE accounts ADD COLUMN made_by TEXT;
ALTER TABLE accounts ADD COLUMN made_at INTEGER;
ALTER TABLE accounts ADD COLUMN turn TEXT;

CREATE TABLE contacts (
    account_id TEXT NOT NULL,
    key TEXT NOT NULL,                   -- the name in lower case: nobody is at an account twice
    name TEXT NOT NULL,
    title TEXT,
    email TEXT,
    role TEXT,
    made_by TEXT,
    made_at INTEGER NOT NULL,
    turn TEXT,
    PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast_notes (
    owner_id TEXT NOT NULL,
    start_date TEXT NOT NULL,
    end_date TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    note TEXT,
    made_by TEXT,
    turn TEXT,
    PRIMARY KEY (owner_id, start_date, end_date, submitted_at)
) STRICT, WITHOUT ROWID;
