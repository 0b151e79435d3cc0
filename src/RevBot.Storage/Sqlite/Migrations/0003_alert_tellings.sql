-- In which rooms an alert was told: by which message, since one that could not be sent has told nobody.
CREATE TABLE alert_tellings (
    kind TEXT NOT NULL,
    deal_id TEXT NOT NULL,
    visit INTEGER NOT NULL,
    place TEXT NOT NULL,
    message_id TEXT NOT NULL,
    PRIMARY KEY (kind, deal_id, visit, place)
) STRICT, WITHOUT ROWID;

-- What was told before this was kept: as the outbox says, and where it has forgotten, as the cards say that stand.
INSERT OR REPLACE INTO alert_tellings
SELECT marks.kind, marks.deal_id, marks.visit, posts.channel || ':' || posts.room_id, posts.id
FROM (SELECT id, channel, room_id, json_extract(message, '$.cardKey') AS card_key FROM outbox
    WHERE json_extract(message, '$.kind') = 'Post' AND json_extract(message, '$.cardKey') LIKE 'stall:%') AS posts
JOIN alert_marks AS marks ON posts.card_key = 'stall:' || marks.deal_id || ':' || marks.visit
WHERE marks.told_at IS NOT NULL
ORDER BY posts.id;
INSERT OR IGNORE INTO alert_tellings
SELECT marks.kind, marks.deal_id, marks.visit, cards.channel || ':' || cards.room_id, ''
FROM live_cards AS cards
JOIN alert_marks AS marks ON cards.card_key = 'stall:' || marks.deal_id || ':' || marks.visit
WHERE marks.told_at IS NOT NULL;
