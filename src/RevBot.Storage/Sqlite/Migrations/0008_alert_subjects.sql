-- Not only deals are told of: a subject is a deal or a stage, an occurrence the deal's stay or the day on which the stage began to be slow.
ALTER TABLE alert_marks RENAME COLUMN deal_id TO subject;
ALTER TABLE alert_marks RENAME COLUMN visit TO occurrence;
ALTER TABLE alert_tellings RENAME COLUMN deal_id TO subject;
ALTER TABLE alert_tellings RENAME COLUMN visit TO occurrence;
