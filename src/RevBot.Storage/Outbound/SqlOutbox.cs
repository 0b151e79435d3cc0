using System.Data.Common;
using System.Text.Json;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Storage.Turns;

namespace RevBot.Storage.Outbound;

/// <summary>The outbox: rows for what must survive, lines in memory for what is next. Only delivery is written, so a message that was on its way when the process died is sent again.
/// Nobody waits for that mark but the next message of the same conversation, so it goes along with a commit that somebody does wait for.</summary>
internal sealed class SqlOutbox(ISqlDatabase database, TimeProvider time) : IOutbox
{
    private const string InsertSql =
        "INSERT OR IGNORE INTO outbox (id, turn_id, channel, room_id, state, attempts, due_at, message) VALUES ($1, $2, $3, $4, 0, 0, $5, $6)";

    private const string DeliveredSql =
        """
        UPDATE outbox SET state = 1, attempts = attempts + 1, error = NULL, delivered = $2, ended_at = $3, delivered_no = (
            SELECT COALESCE(MAX(earlier.delivered_no), 0) + 1 FROM outbox AS earlier
            WHERE earlier.channel = $4 AND earlier.room_id = $5 AND earlier.delivered_no IS NOT NULL)
        WHERE id = $1 AND state = 0
        """;

    private const string FailedSql = "UPDATE outbox SET attempts = attempts + 1, error = $2, due_at = $3 WHERE id = $1 AND state = 0";
    private const string EndedSql = "UPDATE outbox SET state = $2, attempts = attempts + $3, error = $4, ended_at = $5 WHERE id = $1 AND state = 0";
    private const string WaitingSql = "SELECT id FROM outbox WHERE state = 0 ORDER BY seq";
    private const string CountSql = "SELECT COUNT(*) FROM outbox WHERE state = 0 AND (attempts > 0 OR due_at <= $1)";
    private const string ItemSql = "SELECT message, attempts, delivered, due_at FROM outbox WHERE id = $1";
    private const string DeadSql = "SELECT message, error, attempts FROM outbox WHERE state = 2 ORDER BY seq";

    private const string GivenUpSql = "SELECT id FROM outbox WHERE state = 2 AND channel = $1 AND room_id = $2 AND json_extract(message, '$.kind') = 'Update' ORDER BY seq";
    private const string ReviveSql = "UPDATE outbox SET state = 0, ended_at = NULL, due_at = $2 WHERE id = $1";

    private const string RoomSql =
        """
        SELECT message, attempts, delivered FROM outbox
        WHERE channel = $1 AND room_id = $2 AND delivered_no > COALESCE((SELECT delivered_no FROM outbox WHERE id = $3), 0)
        ORDER BY delivered_no LIMIT $4
        """;

    private const string PutLiveCardSql =
        """
        INSERT INTO live_cards (card_key, channel, tenant, room_id, message_id, reference, posted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO UPDATE SET reference = excluded.reference
        """;

    private const string LiveCardSql = "SELECT reference FROM live_cards WHERE card_key = $1 ORDER BY posted_at, message_id";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConversationLines<OutboxItem> _lines = new(time);
    private DateTimeOffset _looked = DateTimeOffset.MinValue;
    private long _othersVersion;
    private bool _recovered;

    private enum Ending
    {
        Dead = 2,
        Dropped = 3,
    }

    /// <summary>Before the first look the lines are empty whatever waits, so the store is asked.</summary>
    public int Waiting => _recovered ? _lines.Count : database.Read(session => session[CountSql].All(reader => (int)reader.GetInt64(0), SqlValues.Milliseconds(time.GetUtcNow())))[0];

    public async ValueTask<IReadOnlyList<OutboxItem>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            if (now - _looked >= LookEvery)
            {
                _looked = now;
                await LookAsync();
            }

            if (_lines.Claim(max) is { Count: > 0 } items)
            {
                return items;
            }

            await _lines.WaitAsync(LookEvery, cancellationToken);
        }
    }

    public Task MarkDeliveredAsync(OutboxItem item, MessageReference delivered, CancellationToken cancellationToken)
    {
        var message = item.Message;
        var reference = JsonSerializer.Serialize(delivered, StorageJson.Default.MessageReference);
        var now = SqlValues.Milliseconds(time.GetUtcNow());
        return database.WriteAsync(
            session =>
            {
                session[DeliveredSql].Run(message.Id, reference, now, message.To.Channel, message.To.RoomId);
                if (message is { CardKey: { } key, Kind: not OutboundKind.Update })
                {
                    session[PutLiveCardSql].Run(key, delivered.Channel, delivered.Tenant, delivered.RoomId, delivered.MessageId, reference, now);
                }

                return message.Id;
            },
            _lines.Remove,
            WriteManner.Along);
    }

    public async Task MarkFailedAsync(OutboxItem item, string error, DateTimeOffset nextAttempt, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(session => session[FailedSql].Run(item.Message.Id, error, SqlValues.Milliseconds(nextAttempt)));
        }
        finally
        {
            // Also when the store is broken: the message stays in line.
            _lines.Return(item.Message.Id, item with { Attempts = item.Attempts + 1 }, nextAttempt);
        }
    }

    public Task MarkDeadAsync(OutboxItem item, string error, CancellationToken cancellationToken) => EndAsync(item, Ending.Dead, 1, error);

    public Task MarkDroppedAsync(OutboxItem item, string reason, CancellationToken cancellationToken) => EndAsync(item, Ending.Dropped, 0, reason);

    public Task ReviveUpdatesAsync(ConversationReference room, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        var now = SqlValues.Milliseconds(time.GetUtcNow());
        return database.WriteAsync(
            session =>
            {
                var ids = session[GivenUpSql].All(reader => reader.GetString(0), room.Channel, room.RoomId);
                ids.ForEach(id => session[ReviveSql].Run(id, now));
                return ids.SelectMany(id => session[ItemSql].All(ItemOf, id)).ToList();
            },
            items => items.ForEach(item => _lines.Add(item.Message.To.Key, item.Message.Id, item)));
    }

    /// <summary>Out of line, while its row goes on waiting.</summary>
    public void SetAside(OutboxItem item) => _lines.Remove(item.Message.Id);

    public Task<IReadOnlyList<MessageReference>> FindLiveCardAsync(string cardKey, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MessageReference>>(database.Read(session => session[LiveCardSql].All(reader => ReferenceOf(reader.GetString(0)), cardKey)));

    public Task<IReadOnlyList<OutboxItem>> ReadRoomAsync(string channel, string roomId, string? afterId, int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>(database.Read(session => session[RoomSql].All(ItemOf, channel, roomId, afterId, max)));

    public Task<IReadOnlyList<DeadLetter>> GetDeadLettersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(database.Read(session => session[DeadSql].All(reader =>
            new DeadLetter(MessageOf(reader.GetString(0)), reader.Text(1) ?? "", (int)reader.GetInt64(2)))));

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Insert(SqlSession session, OutboundMessage message, string json) => session[InsertSql].Run(
        message.Id,
        message.TurnId,
        message.To.Channel,
        message.To.RoomId,
        SqlValues.Milliseconds(message.NotBefore ?? message.CreatedAt),
        json);

    /// <summary>The message may be sent, after the commit that stored it.</summary>
    internal void Stored(OutboundMessage message)
    {
        // Before recovery the older messages are not in line yet; it finds this one too.
        if (_recovered)
        {
            Enlist(new OutboxItem(message, 0), null);
        }
    }

    /// <summary>What is to be told in the morning holds up no answer of the night; what failed does, since it was to be there before.</summary>
    private void Enlist(OutboxItem item, DateTimeOffset? due)
    {
        var message = item.Message;
        if (item.Attempts == 0 && message.NotBefore is { } from)
        {
            _lines.AddFrom(from, message.To.Key, message.Id, item);
        }
        else
        {
            _lines.Add(message.To.Key, message.Id, item, due);
        }
    }

    private static OutboxItem ItemOf(DbDataReader reader) => new(
        MessageOf(reader.GetString(0)),
        (int)reader.GetInt64(1),
        reader.Text(2) is { } delivered ? ReferenceOf(delivered) : null);

    private static OutboundMessage MessageOf(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.OutboundMessage)
        ?? throw new InvalidDataException("A stored message is empty.");

    private static MessageReference ReferenceOf(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.MessageReference)
        ?? throw new InvalidDataException("A stored message reference is empty.");

    private Task<string> EndAsync(OutboxItem item, Ending ending, int attempts, string error) => database.WriteAsync(
        session =>
        {
            session[EndedSql].Run(item.Message.Id, (int)ending, attempts, error, SqlValues.Milliseconds(time.GetUtcNow()));
            return item.Message.Id;
        },
        _lines.Remove);

    // On the writer, so that it is in step with the commits: what it sees and what they tell the lines never cross.
    private async Task LookAsync() => await database.WriteAsync(ReadUnknown, seen =>
    {
        foreach (var (item, due) in seen.Items)
        {
            Enlist(item, due);
        }

        _othersVersion = seen.OthersVersion;
        _recovered = true;
    });

    private (List<(OutboxItem Item, DateTimeOffset Due)> Items, long OthersVersion) ReadUnknown(SqlSession session)
    {
        var items = new List<(OutboxItem, DateTimeOffset)>();
        var othersVersion = database.OthersVersion(session);
        if (_recovered && othersVersion == _othersVersion)
        {
            return (items, othersVersion);
        }

        foreach (var id in session[WaitingSql].All(reader => reader.GetString(0)))
        {
            if (!_lines.Knows(id))
            {
                items.AddRange(session[ItemSql].All(reader => (ItemOf(reader), reader.At(3)), id));
            }
        }

        return (items, othersVersion);
    }
}
