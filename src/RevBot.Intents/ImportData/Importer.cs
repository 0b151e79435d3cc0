using Microsoft.Extensions.Logging;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Company;
using RevBot.Pipeline;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Intents.ImportData;

/// <summary>Brings a file of people, accounts, deals, deal history, leads, quotas, forecasts, spend or revenue into the store: reads it twice, writes once, and accounts for every row.</summary>
public sealed partial class Importer(IPipelineReader reader, IPipelineLoader loader, CompanySource company, TimeProvider clock, ILogger<Importer> log)
{
    private const int ShownProblems = 20;
    private const int RowsPerStep = 2000;

    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new ImportReport { Kind = request.Kind, File = request.Path, DryRun = request.DryRun };
        if (!File.Exists(request.Path))
        {
            return report with { Refusal = $"There is no file {request.Path}." };
        }

        if (await loader.GetOriginAsync(cancellationToken) == "demo")
        {
            return report with { Refusal = "This data folder holds the demo company, which is never mixed with real data: import into another one with --data DIR." };
        }

        // What a question may ask meanwhile is the old state; the import decides on one state and is refused when that has moved on.
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var session = new ImportSession(request, snapshot, company.Profile, clock.GetUtcNow()) { StagesMayBeOrdered = company.StagesWereLearned() };
        var import = For(request.Kind, session);
        var (look, refusal) = Look(request, import, session, progress, cancellationToken);
        if (look is null)
        {
            return report with { Refusal = refusal };
        }

        var (learned, stages, refused) = import.Learn();
        if (refused is not null)
        {
            return report with { Refusal = refused };
        }

        session.Company = learned ?? session.Company;
        return await TakeAsync(report, look, import, session, learned is not null, stages, progress, cancellationToken);
    }

    private static (FileLook? Look, string? Refusal) Look(ImportRequest request, RowImport import, ImportSession session, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var rows = CsvRows.Open(request.Path);
        var (columns, refusal) = FileColumns.Match(request, rows.Header, session.Company);
        if (columns is null)
        {
            return (null, refusal);
        }

        var dates = new DateEvidence();
        var (points, commas) = (0, 0);
        var row = new ImportRow(rows, columns, session.Company, null, null);
        var count = 0;
        while (rows.Read())
        {
            if (++count % RowsPerStep == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress("looking", count, 0));
            }

            if (rows.Broken is not null)
            {
                continue;
            }

            foreach (var position in columns.Dates)
            {
                dates.See(rows.Field(position).Trim(), rows.Header[position]);
            }

            foreach (var position in columns.Amounts)
            {
                switch (AmountText.DecimalComma(rows.Field(position)))
                {
                    case true:
                        commas++;
                        break;
                    case false:
                        points++;
                        break;
                }
            }

            import.Look(row);
        }

        var order = request.Dates;
        if (order is null)
        {
            (order, refusal) = dates.Decide();
        }

        return refusal is null ? (new FileLook(columns, order, commas == points ? null : commas > points, count), null) : (null, refusal);
    }

    private static RowImport For(ImportKind kind, ImportSession session) => kind switch
    {
        ImportKind.People => new PeopleImport(session),
        ImportKind.Accounts => new AccountsImport(session),
        ImportKind.Deals => new DealsImport(session),
        ImportKind.DealHistory => new DealHistoryImport(session),
        ImportKind.Leads => new LeadsImport(session),
        ImportKind.Quotas => new TargetsImport(session, forecasts: false),
        ImportKind.Spend => new SpendImport(session),
        ImportKind.Revenue => new RevenueImport(session),
        _ => new TargetsImport(session, forecasts: true),
    };

    private async Task<ImportReport> TakeAsync(
        ImportReport report,
        FileLook look,
        RowImport import,
        ImportSession session,
        bool hasLearned,
        bool stages,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var request = session.Request;
        var problems = new List<ImportProblem>();
        var rejected = 0;
        var done = 0;
        using var rows = CsvRows.Open(request.Path);
        var rejectsPath = RejectsFile.For(request.Path);
        var pending = rejectsPath + ".tmp";
        using (var rejects = new RejectsFile(pending, rows.Header))
        {
            var row = new ImportRow(rows, look.Columns, session.Company, look.Order, look.DecimalComma);
            while (rows.Read())
            {
                if (++done % RowsPerStep == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new ImportProgress("reading", done, look.Rows));
                }

                row.Begin();
                if (row.IsGood)
                {
                    import.Take(row);
                }

                if (row.IsGood)
                {
                    continue;
                }

                rejected++;
                problems.AddRange(problems.Count < ShownProblems ? row.Problems.Take(1) : []);
                if (!request.DryRun)
                {
                    rejects.Add(rows, row.Problems);
                }
            }
        }

        await import.FinishAsync(reader, cancellationToken);
        progress?.Report(new ImportProgress("writing", done, look.Rows));
        if (!request.DryRun)
        {
            if (await WriteAsync(session, done - rejected, hasLearned, stages, cancellationToken) is { } refusal)
            {
                File.Delete(pending);
                return report with { Refusal = refusal };
            }

            Replace(pending, rejectsPath);
        }

        progress?.Report(new ImportProgress("writing", look.Rows, look.Rows));
        LogImported(session.Turn, request.Kind, done, rejected);
        return report with
        {
            Rows = done,
            Created = session.Created,
            Updated = session.Updated,
            Unchanged = session.Unchanged,
            Rejected = rejected,
            LooksLike = CrmHeaders.LooksLike(rows.Header),
            Learned = session.Learned,
            Notes = session.Notes,
            IgnoredColumns = look.Columns.Ignored,
            RejectsPath = rejected > 0 && !request.DryRun ? rejectsPath : null,
            Problems = problems,
        };
    }

    /// <summary>The definitions first, because the store folds by them; a load that then fails takes them back.</summary>
    private async Task<string?> WriteAsync(ImportSession session, int rows, bool hasLearned, bool stages, CancellationToken cancellationToken)
    {
        var undo = hasLearned ? company.Learn(session.Company, stages || company.StagesWereLearned()) : null;
        if (!session.HasChanges())
        {
            return null;
        }

        try
        {
            var reading = $"{AuditEntry.Rows(rows, ImportKinds.Word(session.Request.Kind))} from {Path.GetFileName(session.Request.Path)}";
            await loader.LoadAsync(session.Load() with { Reading = reading }, cancellationToken);
            await FreezeAsync(session, cancellationToken);
            return null;
        }
        catch (InvalidOperationException conflict)
        {
            undo?.Invoke();
            return $"Nothing was written: {conflict.Message} Run the import again.";
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
    }

    /// <summary>Earlier forecasts are worked out from the history that came, so that a company knows from the first day how good they are.</summary>
    private async Task FreezeAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if (session.Request.Kind is ImportKind.Deals or ImportKind.DealHistory or ImportKind.Forecasts
            && ForecastFreezer.Past(await reader.GetSnapshotAsync(null, cancellationToken), company.Profile, clock.GetUtcNow(), anew: true) is { Count: > 0 } forecasts)
        {
            await loader.LoadAsync(new PipelineLoad { Origin = "import", FrozenForecasts = forecasts }, cancellationToken);
        }
    }

    /// <summary>The rejects of this run, and none of an earlier one.</summary>
    private static void Replace(string pending, string path)
    {
        if (File.Exists(pending))
        {
            File.Move(pending, path, overwrite: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {Turn} of {Kind}: {Rows} rows read, {Rejected} rejected")]
    private partial void LogImported(string turn, ImportKind kind, int rows, int rejected);

    /// <summary>What the first pass found out about the file as a whole.</summary>
    private sealed record FileLook(FileColumns Columns, DateOrder? Order, bool? DecimalComma, int Rows);
}
