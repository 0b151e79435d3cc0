using RevBot.Conversation.AuditLog;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Leads;
using RevBot.Storage.AuditLog;
using RevBot.Storage.Leads;

namespace RevBot.Storage.Deals;

/// <summary>Writes an import or the demo company in one transaction.</summary>
internal sealed class PipelineLoader(ISqlDatabase database, AuditRows audit, ICompany company, TimeProvider time) : IPipelineLoader
{
    private const string OriginSql = "SELECT origin FROM meta";

    public Task<string?> GetOriginAsync(CancellationToken cancellationToken) => Task.FromResult(database.Read(OriginOf));

    public Task LoadAsync(PipelineLoad load, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return database.WriteAsync(session => Load(session, load, cancellationToken), manner: WriteManner.Alone);
    }

    private static string? OriginOf(SqlSession session) => session[OriginSql].Scalar() as string;

    private bool Load(SqlSession session, PipelineLoad load, CancellationToken cancellationToken)
    {
        ClaimOrigin(session, load.Origin);
        var directoryChanged = false;
        foreach (var person in load.People)
        {
            directoryChanged |= DirectoryRows.Put(session, person);
        }

        foreach (var account in load.Accounts)
        {
            directoryChanged |= DirectoryRows.Put(session, account);
        }

        if (directoryChanged)
        {
            session["UPDATE meta SET directory_version = directory_version + 1, pipeline_version = pipeline_version + 1"].Run();
        }

        var listsChanged = false;
        foreach (var lead in load.Leads)
        {
            listsChanged |= ListRows.Put(session, lead);
        }

        foreach (var quota in load.Quotas)
        {
            listsChanged |= ListRows.Put(session, quota);
        }

        foreach (var forecast in load.Forecasts)
        {
            listsChanged |= ListRows.Put(session, forecast);
        }

        FrozenForecastRows.Freeze(session, load.FrozenForecasts);
        foreach (var spend in load.Spend)
        {
            listsChanged |= EconomicRows.Put(session, spend);
        }

        foreach (var revenue in load.Revenue)
        {
            listsChanged |= EconomicRows.Put(session, revenue);
        }

        if (listsChanged)
        {
            session["UPDATE meta SET lists_version = lists_version + 1, pipeline_version = pipeline_version + 1"].Run();
        }

        var journal = new DealJournal(session, company.Profile.Process.PositionOf);
        foreach (var change in load.LeadChanges)
        {
            Expect(change, LeadEventRows.VersionOf(session, change.Lead));
            LeadEventRows.Append(session, change);
            journal.CountUp();
        }

        foreach (var change in load.Deals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Expect(journal, change);
            journal.Append(change);
        }

        foreach (var change in load.RewrittenDeals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Expect(journal, change);
            journal.Rewrite(change);
        }

        if (load is not { People: [], Accounts: [], Deals: [], RewrittenDeals: [], Leads: [], Quotas: [], Forecasts: [], Spend: [], Revenue: [] })
        {
            var written = WrittenDeals.Of([.. load.Deals, .. load.RewrittenDeals], []);
            audit.Append(session, AuditEntry.ByOperator(AuditKind.Import, load.Origin, load.Reading ?? "", time.GetUtcNow()) with { Deals = written.Count });
        }

        return true;
    }

    private static void ClaimOrigin(SqlSession session, string origin)
    {
        var held = OriginOf(session);
        if (held is null)
        {
            session["UPDATE meta SET origin = $1"].Run(origin);
        }
        else if (held != origin)
        {
            throw new InvalidOperationException(held == "demo"
                ? "This store holds the demo company, and imported data is never mixed with it. Import into an empty data folder: add --data DIR."
                : "This store holds imported data, and the demo company is never mixed with it. Make the demo in an empty data folder: add --data DIR.");
        }
    }

    private static void Expect(LeadChange change, int version)
    {
        if (version != change.ExpectedVersion)
        {
            throw new InvalidOperationException($"Lead {change.Lead} has changed since it was read (version {version}, expected {change.ExpectedVersion}). Nothing was written; run it again.");
        }
    }

    private static void Expect(DealJournal journal, DealChange change)
    {
        var version = journal.VersionOf(change.Deal);
        if (version != change.ExpectedVersion)
        {
            throw new InvalidOperationException(
                $"Deal {change.Deal} has changed since it was read (version {version}, expected {change.ExpectedVersion}). Nothing was written; run it again.");
        }
    }
}
