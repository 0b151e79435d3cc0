using System.Data.Common;
using System.Text.Json;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Storage.Leads;

/// <summary>What happened to leads, row by row, and the leads that come of it.</summary>
internal static class LeadEventRows
{
    private const string Columns = "lead, at, recorded_at, by_person, turn_id, door, kind, payload";
    private const string NewerSql = $"SELECT {Columns} FROM lead_events WHERE number > $1 ORDER BY number";
    private const string NewestSql = "SELECT COALESCE(MAX(number), 0) FROM lead_events";
    private const string NewestAtSql = "SELECT MAX(at) FROM lead_events";
    private const string HistorySql = $"SELECT {Columns} FROM lead_events WHERE lead = $1 ORDER BY seq";
    private const string TouchedSinceSql = "SELECT DISTINCT lead FROM lead_events WHERE at > $1";
    private const string VersionSql = "SELECT COALESCE(MAX(seq), 0) FROM lead_events WHERE lead = $1";
    private const string ExistsSql = "SELECT 1 FROM leads WHERE id = $1";
    private const string InsertSql =
        """
        INSERT INTO lead_events (lead, seq, at, recorded_at, by_person, turn_id, door, kind, payload)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>How many events the lead has; -1 for a lead that is not there.</summary>
    public static int VersionOf(SqlSession session, string lead) =>
        session[ExistsSql].Scalar(lead) is null ? -1 : (int)(session[VersionSql].Scalar(lead) as long? ?? 0);

    /// <summary>Adds the events, whatever the version: check it first. Somebody must count the store's version up.</summary>
    public static void Append(SqlSession session, LeadChange change)
    {
        var sequence = VersionOf(session, change.Lead);
        foreach (var happened in change.Events)
        {
            var (kind, payload) = LeadPayload.Of(happened);
            var stamp = happened.Stamp;
            session[InsertSql].Run(
                change.Lead,
                ++sequence,
                SqlValues.Milliseconds(stamp.At),
                SqlValues.Milliseconds(stamp.RecordedAt),
                stamp.By?.Value,
                stamp.Turn,
                stamp.Door,
                kind,
                JsonSerializer.Serialize(payload, StorageJson.Default.LeadPayload));
        }
    }

    /// <summary>The number of the newest event; 0 for none.</summary>
    public static long Newest(SqlSession session) => session[NewestSql].Scalar() as long? ?? 0;

    /// <summary>The latest moment of all, in Unix milliseconds.</summary>
    public static long NewestAt(SqlSession session) => session[NewestAtSql].Scalar() as long? ?? long.MinValue;

    public static IReadOnlyList<LeadEvent> History(SqlSession session, string lead) => session[HistorySql].All(Read, lead);

    /// <summary>The leads with what has happened to them after an event of a number; the same list when nothing has.</summary>
    public static IReadOnlyList<Lead> Fold(SqlSession session, IReadOnlyList<Lead> leads, long after)
    {
        var newer = session[NewerSql].All(Read, after);
        if (newer.Count == 0)
        {
            return leads;
        }

        var byLead = newer.ToLookup(happened => happened.Lead, StringComparer.Ordinal);
        return [.. leads.Select(lead => byLead[lead.Id].Aggregate(lead, LeadFold.Apply))];
    }

    /// <summary>The leads as they were at an earlier moment.</summary>
    public static IReadOnlyList<Lead> AsOf(SqlSession session, IReadOnlyList<Lead> leads, DateTimeOffset moment)
    {
        var touched = session[TouchedSinceSql].All(reader => reader.GetString(0), SqlValues.Milliseconds(moment)).ToHashSet(StringComparer.Ordinal);
        return [.. leads.Select(lead => touched.Contains(lead.Id) ? Then(lead) : lead.AsOf(moment)).OfType<Lead>()];

        Lead? Then(Lead lead) => lead.AsImported().AsOf(moment) is { } row ? History(session, lead.Id).Where(happened => happened.Stamp.At <= moment).Aggregate(row, LeadFold.Apply) : null;
    }

    private static LeadEvent Read(DbDataReader reader)
    {
        var lead = reader.GetString(0);
        var stamp = new EventStamp(reader.At(1), reader.At(2), reader.Text(3) is { } by ? new PersonId(by) : null, reader.GetString(4), reader.GetString(5));
        var payload = JsonSerializer.Deserialize(reader.GetString(7), StorageJson.Default.LeadPayload) ?? throw new InvalidDataException($"An event of lead {lead} is empty.");
        return payload.ToEvent(reader.GetString(6), lead, stamp);
    }
}
