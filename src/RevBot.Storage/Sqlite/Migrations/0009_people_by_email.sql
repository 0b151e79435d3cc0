-- Somebody is looked up by their e-mail address to be spoken to unasked.
CREATE INDEX actor_profiles_email ON actor_profiles (lower(json_extract(profile, '$.email')), told_at DESC);
