-- A contact as it stood before it was changed last, with who had made it so: what an undo goes back to.
ALTER TABLE contacts ADD COLUMN before TEXT;
