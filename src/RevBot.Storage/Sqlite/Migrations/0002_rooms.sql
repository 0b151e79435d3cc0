-- Rooms and direct chats the bot was seen in, for platforms that must be told where a room is served.
CREATE TABLE rooms (
    channel TEXT NOT NULL,
    tenant TEXT NOT NULL,
    room_id TEXT NOT NULL,
    name TEXT,
    seen_at INTEGER NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (channel, tenant, room_id)
) STRICT, WITHOUT ROWID;
