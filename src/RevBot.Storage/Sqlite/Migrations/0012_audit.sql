-- What was done, tried, asked, imported and exported. Rows are only ever added; each builds on the hash of the one before.
CREATE TABLE audit_log (
    number INTEGER PRIMARY KEY,          -- from 1, without gaps
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    door TEXT NOT NULL,
    actor TEXT NOT NULL,
    person TEXT,
    room TEXT,
    turn TEXT,
    intent TEXT NOT NULL,
    class TEXT,
    reading TEXT NOT NULL,
    deals INTEGER NOT NULL,
    written TEXT NOT NULL,
    previous TEXT NOT NULL,              -- the seal of the row before, else its hash
    hash TEXT NOT NULL,
    seal TEXT
) STRICT;

CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log is never changed.');
END;

CREATE TRIGGER audit_log_loses_no_rows BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log is never shortened.');
END;

-- Where the log ends: without it nobody would see that its newest rows are gone.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    tip TEXT NOT NULL,
    seal TEXT
) STRICT;

INSERT INTO audit_head (id, number, tip) VALUES (1, 0, '');

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN
    SELECT RAISE(ABORT, 'The head of the audit log stays.');
END;
