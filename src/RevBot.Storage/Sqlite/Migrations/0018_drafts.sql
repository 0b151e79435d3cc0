-- Whose a form is, and when something filled in to it was seen last: what is open of somebody's can be shown to them.
ALTER TABLE form_sessions ADD COLUMN actor TEXT;
ALTER TABLE form_sessions ADD COLUMN seen_at INTEGER;
CREATE INDEX open_forms ON form_sessions (actor) WHERE state = 'Open';
