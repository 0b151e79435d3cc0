using System.Data.Common;
using System.Text.Json;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>The history, row by row.</summary>
internal static class EventRows
{
    /// <summary>What <see cref="Read"/> expects a query to select first.</summary>
    public const string Columns = "at, recorded_at, by_person, turn_id, door, kind, payload";

    private const string InsertSql =
        """
        INSERT INTO events (deal, seq, at, recorded_at, by_person, turn_id, door, kind, payload)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public static void Insert(SqlSession session, long position, int sequence, DealEvent happened)
    {
        var (kind, payload) = EventPayload.Of(happened);
        var stamp = happened.Stamp;
        session[InsertSql].Run(
            position,
            sequence,
            SqlValues.Milliseconds(stamp.At),
            SqlValues.Milliseconds(stamp.RecordedAt),
            stamp.By?.Value,
            stamp.Turn,
            stamp.Door,
            kind,
            JsonSerializer.Serialize(payload with { Undoes = happened.Undoes }, StorageJson.Default.EventPayload));
    }

    public static DealEvent Read(DbDataReader reader, DealId deal)
    {
        var stamp = new EventStamp(
            reader.At(0),
            reader.At(1),
            reader.Text(2) is { } by ? new PersonId(by) : null,
            reader.GetString(3),
            reader.GetString(4));
        var payload = JsonSerializer.Deserialize(reader.GetString(6), StorageJson.Default.EventPayload)
            ?? throw new InvalidDataException($"An event of deal {deal} is empty.");
        return payload.ToEvent(reader.GetString(5), deal, stamp) with { Undoes = payload.Undoes };
    }
}
