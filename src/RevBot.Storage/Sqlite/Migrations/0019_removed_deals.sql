-- Deals whose making was taken back: their history stays, and no snapshot has them.
ALTER TABLE deals ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
