using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Storage.Deals;

namespace RevBot.Storage.Upkeep;

/// <summary>Tells whether the store is sound: the file's own check, what waits and what died, and that every state is the fold of its history.</summary>
public sealed class StoreCheck
{
    private const string CountsSql =
        """
        SELECT
            (SELECT origin FROM meta),
            (SELECT MAX(version) FROM schema_version),
            (SELECT COUNT(*) FROM deals),
            (SELECT COUNT(*) FROM events),
            (SELECT COUNT(*) FROM inbox WHERE state = 0),
            (SELECT COUNT(*) FROM inbox WHERE state = 2),
            (SELECT COUNT(*) FROM outbox WHERE state = 0),
            (SELECT COUNT(*) FROM outbox WHERE state = 2),
            (SELECT number FROM audit_head)
        """;

    private const string StateSql = $"SELECT {DealRows.Columns} FROM deals WHERE position = $1";
    private const string HistorySql = $"SELECT {EventRows.Columns} FROM events WHERE deal = $1 ORDER BY seq";
    private const string AuditEndSql =
        """
        SELECT 1 FROM audit_head LEFT JOIN audit_log ON audit_log.number = (SELECT MAX(number) FROM audit_log)
        WHERE audit_head.number = COALESCE(audit_log.number, 0) AND audit_head.tip = COALESCE(audit_log.seal, audit_log.hash, '')
        """;

    private const int MostProblems = 20;

    private readonly ISqlDatabase _database;
    private readonly ICompany _company;

    internal StoreCheck(ISqlDatabase database, ICompany company)
    {
        _database = database;
        _company = company;
    }

    /// <param name="mostDeals">How many deals are folded anew, spread evenly; null for all.</param>
    public Task<StoreReport> CheckAsync(int? mostDeals, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var problems = new List<string>(_database.CheckFile());
            var counts = _database.Read(session => session[CountsSql].All(reader => new StoreReport(
                [],
                reader.Text(0),
                reader.GetInt64(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                0,
                reader.GetInt64(4),
                reader.GetInt64(5),
                reader.GetInt64(6),
                reader.GetInt64(7),
                reader.IsDBNull(8) ? 0 : reader.GetInt64(8)))[0]);
            if (_database.Read(session => session[AuditEndSql].Scalar()) is null)
            {
                problems.Add("The audit log does not end where its head says. `revbot audit verify` names the entry.");
            }

            var step = mostDeals is { } most && most < counts.Deals ? (double)counts.Deals / Math.Max(1, most) : 1;
            var folded = 0L;
            for (var next = 0d; next < counts.Deals && problems.Count < MostProblems; next += step)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_database.Read(session => session.AtOneMoment(() => Compare(session, (long)next))) is { } problem)
                {
                    problems.Add(problem);
                }

                folded++;
            }

            return counts with { Problems = problems, DealsChecked = folded };
        },
        cancellationToken);

    private static bool AreEqual(Deal one, Deal other) =>
        one with { Visits = other.Visits, PastAmounts = other.PastAmounts, PastCloseDates = other.PastCloseDates, Pauses = other.Pauses, Approvals = other.Approvals, Fields = other.Fields } == other
        && DealHistoryRows.AreEqual(one, other)
        && one.Fields.Count == other.Fields.Count
        && one.Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && value == field.Value);

    private string? Compare(SqlSession session, long position)
    {
        var pool = new StringPool();
        var stored = session[StateSql].All(reader => DealRows.Read(reader, pool), position).Find(_ => true);
        if (stored is null)
        {
            return $"There is no deal at position {position}, though there are deals after it. Restore a backup.";
        }

        stored = DealHistoryRows.Complete(session, position, stored, pool);
        Deal? folded = null;
        foreach (var happened in session[HistorySql].All(reader => EventRows.Read(reader, stored.Id), position))
        {
            folded = DealFold.Apply(folded, happened, _company.Profile.Process.PositionOf);
        }

        return folded is not null && AreEqual(stored, folded)
            ? null
            : $"The state of deal {stored.Id} is not what its history says. Restore a backup, or import the deal again.";
    }
}
