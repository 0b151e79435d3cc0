using System.Text.Json;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Storage.Outbound;

/// <summary>The rooms the bot was seen in.</summary>
internal sealed class SqlRooms(ISqlDatabase database) : IRoomStore
{
    private const string ListSql = "SELECT place, name, seen_at FROM rooms WHERE channel = $1 ORDER BY seen_at DESC, room_id";

    private const string PutSql =
        """
        INSERT INTO rooms (channel, tenant, room_id, name, seen_at, place) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (channel, tenant, room_id) DO UPDATE SET name = COALESCE(excluded.name, name), seen_at = excluded.seen_at, place = excluded.place
        """;

    private const string RemoveSql = "DELETE FROM rooms WHERE channel = $1 AND tenant = $2 AND room_id = $3";

    public ValueTask<IReadOnlyList<KnownRoom>> ListAsync(string channel, CancellationToken cancellationToken) => ValueTask.FromResult(database.Read(session =>
    {
        var rooms = new List<KnownRoom>();
        using var reader = session[ListSql].Query(channel);
        while (reader.Read())
        {
            if (JsonSerializer.Deserialize(reader.GetString(0), StorageJson.Default.ConversationReference) is { } place)
            {
                rooms.Add(new KnownRoom(place, reader.IsDBNull(1) ? null : reader.GetString(1), reader.At(2)));
            }
        }

        return (IReadOnlyList<KnownRoom>)rooms;
    }));

    public Task SaveAsync(KnownRoom room, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        var place = room.Place with { ThreadId = null, ReplyAddress = null };
        var json = JsonSerializer.Serialize(place, StorageJson.Default.ConversationReference);
        return database.WriteAsync(session => session[PutSql].Run(place.Channel, place.Tenant, place.RoomId, room.Name, SqlValues.Milliseconds(room.SeenAt), json));
    }

    public Task RemoveAsync(ConversationReference place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        return database.WriteAsync(session => session[RemoveSql].Run(place.Channel, place.Tenant, place.RoomId));
    }
}
