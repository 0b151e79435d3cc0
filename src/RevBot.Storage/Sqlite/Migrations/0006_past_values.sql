-- What a deal's amount and close date were before each change: filled from the events by PastValueRows.
CREATE TABLE past_amounts (
    deal INTEGER NOT NULL REFERENCES deals (position),
    number INTEGER NOT NULL,
    until INTEGER NOT NULL,              -- when another amount took its place
    amount_cents INTEGER,
    currency TEXT,
    PRIMARY KEY (deal, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE past_close_dates (
    deal INTEGER NOT NULL REFERENCES deals (position),
    number INTEGER NOT NULL,
    until INTEGER NOT NULL,              -- when another date took its place
    close_date TEXT,
    replanned INTEGER NOT NULL,          -- 0 when the deal was closed or reopened by it
    PRIMARY KEY (deal, number)
) STRICT, WITHOUT ROWID;
