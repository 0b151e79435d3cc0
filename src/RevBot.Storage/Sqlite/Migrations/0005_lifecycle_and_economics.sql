-- When a lead reached each stage of its lifecycle, and what winning customers costs and brings.
ALTER TABLE leads ADD COLUMN first_response_at INTEGER;
ALTER TABLE leads ADD COLUMN mql_at INTEGER;
ALTER TABLE leads ADD COLUMN sal_at INTEGER;
ALTER TABLE leads ADD COLUMN sql_at INTEGER;
ALTER TABLE leads ADD COLUMN closed_at INTEGER;
ALTER TABLE leads ADD COLUMN segment TEXT;
ALTER TABLE leads ADD COLUMN region TEXT;

-- month is its first day; an empty source or segment is all of them.
CREATE TABLE spend (
    month TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('sales', 'marketing')),
    source TEXT NOT NULL,
    segment TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (month, category, source, segment)
) STRICT, WITHOUT ROWID;

CREATE TABLE revenue (
    customer TEXT NOT NULL,
    month TEXT NOT NULL,
    mrr_cents INTEGER NOT NULL,
    currency TEXT NOT NULL,
    margin_bp INTEGER,                   -- gross margin in basis points; null when nobody said
    PRIMARY KEY (customer, month)
) STRICT, WITHOUT ROWID;
