-- Whose a form is that was left half-filled, and when it was last seen; null for one that nothing was filled in to.
ALTER TABLE form_sessions ADD COLUMN actor TEXT;
ALTER TABLE form_sessions ADD COLUMN seen_at INTEGER;
CREATE INDEX form_drafts ON form_sessions (actor, seen_at) WHERE seen_at IS NOT NULL AND state = 'Open';
