-- How forms are used: one row for each thing that happens to one that was offered. No person, and nothing that was typed.
CREATE TABLE form_steps (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    session TEXT NOT NULL,               -- the form session's id: holds the steps together
    form TEXT NOT NULL,
    door TEXT NOT NULL,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,                -- keys, a blank between two
    empty TEXT NOT NULL,                 -- those of them that were left empty
    by_hand INTEGER NOT NULL
) STRICT;

CREATE INDEX form_steps_by_time ON form_steps (at);
