-- Finance and guests among the roles: SQLite takes no other check for a column, so the table is made anew.
CREATE TABLE people_anew (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    role TEXT NOT NULL CHECK (role IN ('rep', 'manager', 'executive', 'operations', 'finance', 'guest')),
    team TEXT,
    manager_id TEXT,
    active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO people_anew SELECT id, name, email, role, team, manager_id, active FROM people;
DROP TABLE people;
ALTER TABLE people_anew RENAME TO people;
