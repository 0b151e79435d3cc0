-- Forecasts as they stood on a day: what their accuracy is told from.
CREATE TABLE frozen_forecasts (
    start_date TEXT NOT NULL,            -- of the quarter
    frozen_on TEXT NOT NULL,
    at INTEGER NOT NULL,                 -- the moment it was made for
    method TEXT NOT NULL CHECK (method IN ('simulated', 'submitted')),
    category TEXT NOT NULL,              -- empty for simulated ones
    dimension TEXT NOT NULL,             -- empty for the whole company
    key TEXT NOT NULL,
    end_date TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    low_cents INTEGER,
    high_cents INTEGER,
    things INTEGER NOT NULL,
    from_history INTEGER NOT NULL,       -- 1 when it was worked out later
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (start_date, frozen_on, method, category, dimension, key)
) STRICT, WITHOUT ROWID;
