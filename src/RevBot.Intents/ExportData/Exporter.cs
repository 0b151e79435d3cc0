using System.Globalization;
using CsvHelper;
using RevBot.Conversation.AuditLog;
using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ExportData;

/// <summary>Writes the shape that an import reads back to the same state: UTF-8 without a byte order mark, commas, ISO dates. What a spreadsheet would run as a formula gets a ' before it, which an import takes off again.</summary>
public sealed class Exporter(IPipelineReader reader, IAuditLog log, ICompany company, TimeProvider time)
{
    public async Task<ExportReport> RunAsync(ImportKind kind, string path, CancellationToken cancellationToken)
    {
        if (kind is ImportKind.Quotas or ImportKind.Forecasts)
        {
            return new ExportReport(path, 0, $"{ImportKinds.Word(kind)} cannot be exported: known are deals, deal-history, people, accounts, leads, spend and revenue.");
        }

        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var temporary = path + ".tmp";
        int rows;
        await using (var writer = new CsvWriter(new StreamWriter(temporary), CultureInfo.InvariantCulture))
        {
            rows = kind switch
            {
                ImportKind.People => People(writer, snapshot),
                ImportKind.Accounts => Accounts(writer, snapshot),
                ImportKind.Leads => Leads(writer, snapshot),
                ImportKind.Spend => Spend(writer, snapshot),
                ImportKind.Revenue => Revenue(writer, snapshot),
                ImportKind.Deals => Deals(writer, snapshot),
                _ => await HistoryAsync(writer, snapshot, cancellationToken),
            };
        }

        // Nothing leaves that is not in the log.
        var deals = kind is ImportKind.Deals or ImportKind.DealHistory ? snapshot.Deals.Length : 0;
        await log.AppendAsync(AuditEntry.ByOperator(AuditKind.Export, "export", AuditEntry.Rows(rows, ImportKinds.Word(kind)), time.GetUtcNow()) with { Deals = deals }, cancellationToken);
        File.Move(temporary, path, overwrite: true);
        return new ExportReport(path, rows);
    }

    private static int People(CsvWriter writer, PipelineSnapshot snapshot)
    {
        Write(writer, [CrmHeaders.Id, DealFields.Name, CrmHeaders.Email, CrmHeaders.Role, CrmHeaders.Team, CrmHeaders.Manager, CrmHeaders.Active]);
        foreach (var person in snapshot.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            Write(writer, [person.Id.Value, person.Name, person.Email, person.Role.ToString().ToLowerInvariant(), person.Team, person.Manager?.Value, person.Active ? "true" : "false"]);
        }

        return snapshot.People.Count;
    }

    private static int Accounts(CsvWriter writer, PipelineSnapshot snapshot)
    {
        Write(writer, [CrmHeaders.Id, DealFields.Name, DealFields.Segment, DealFields.Region, CrmHeaders.Industry]);
        foreach (var account in snapshot.Accounts.Values.OrderBy(account => account.Id.Value, StringComparer.Ordinal))
        {
            Write(writer, [account.Id.Value, account.Name, account.Segment, account.Region, account.Industry]);
        }

        return snapshot.Accounts.Count;
    }

    private static int Leads(CsvWriter writer, PipelineSnapshot snapshot)
    {
        Write(writer,
        [
            CrmHeaders.Id, DealFields.Name, CrmHeaders.Created, CrmHeaders.Status, DealFields.Source, CrmHeaders.OwnerId, DealFields.Account, DealFields.Segment, DealFields.Region, CrmHeaders.FirstResponseAt,
            CrmHeaders.MqlAt, CrmHeaders.SalAt, CrmHeaders.SqlAt, CrmHeaders.ConvertedAt, CrmHeaders.DealId, CrmHeaders.ClosedAt,
        ]);
        foreach (var lead in snapshot.Leads)
        {
            Write(writer,
            [
                lead.Id, lead.Name, Instant(lead.CreatedAt), lead.Status, lead.Source, lead.Owner?.Value, lead.Account, lead.Segment, lead.Region, Instant(lead.FirstResponseAt),
                Instant(lead.MqlAt), Instant(lead.SalAt), Instant(lead.SqlAt), Instant(lead.ConvertedAt), lead.Deal?.Value, Instant(lead.ClosedAt),
            ]);
        }

        return snapshot.Leads.Count;
    }

    private static int Spend(CsvWriter writer, PipelineSnapshot snapshot)
    {
        Write(writer, [CrmHeaders.Month, CrmHeaders.Category, DealFields.Amount, CrmHeaders.Currency, DealFields.Source, DealFields.Segment]);
        foreach (var spend in snapshot.Spend)
        {
            Write(writer, [HistoryText.Day(spend.Month), spend.Category.ToString().ToLowerInvariant(), Amount(spend.Amount), spend.Amount.Currency, spend.Source, spend.Segment]);
        }

        return snapshot.Spend.Count;
    }

    private static int Revenue(CsvWriter writer, PipelineSnapshot snapshot)
    {
        Write(writer, [CrmHeaders.Customer, CrmHeaders.Month, DealFields.Amount, CrmHeaders.Currency, CrmHeaders.GrossMargin]);
        foreach (var revenue in snapshot.Revenue)
        {
            Write(writer, [revenue.Customer, HistoryText.Day(revenue.Month), Amount(revenue.Mrr), revenue.Mrr.Currency, revenue.GrossMargin is { } margin ? (margin * 100).ToString("0.##'%'", CultureInfo.InvariantCulture) : null]);
        }

        return snapshot.Revenue.Count;
    }

    private static string Amount(Money money) => money.Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static void Write(CsvWriter writer, IReadOnlyList<string?> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(SpreadsheetText.Guard(field));
        }

        writer.NextRecord();
    }

    private int Deals(CsvWriter writer, PipelineSnapshot snapshot)
    {
        var own = company.Profile.Fields.Select(field => field.Key).Concat(company.Profile.WinReasons.Count > 0 ? [DealFields.WinReason] : []).ToList();
        Write(writer,
        [
            CrmHeaders.Id, DealFields.Name, DealFields.Stage, CrmHeaders.AccountId, DealFields.Account, CrmHeaders.OwnerId, DealFields.Owner, DealFields.Amount, CrmHeaders.Currency,
            DealFields.CloseDate, DealFields.SignedDate, CrmHeaders.Created, CrmHeaders.StageChanged,
            .. DealDifference.Texts.Select(text => text.Field).Where(IsOwnColumn), DealFields.NextStep, DealFields.NextStepDate, .. own.Select(key => "field:" + key),
        ]);
        foreach (var held in snapshot.Deals.ToArray())
        {
            // By name, as the stage: another store knows the reason under a key of its own.
            var deal = held with { LossReason = Reason(held.LossReason), LossDetail = Detail(held.LossDetail) };
            Write(writer,
            [
                deal.Id.Value, deal.Name, company.Profile.Process.NameOf(deal.Stage), deal.Account?.Value, snapshot.AccountOf(deal)?.Name, deal.Owner?.Value,
                snapshot.OwnerOf(deal)?.Name, deal.Amount?.Amount.ToString("0.00", CultureInfo.InvariantCulture), deal.Amount?.Currency, HistoryText.Day(deal.CloseDate), HistoryText.Day(deal.SignedDate),
                Instant(deal.CreatedAt), deal.Visits is [.., { IsOpen: true } visit] ? Instant(visit.EnteredAt) : null,
                .. DealDifference.Texts.Where(text => IsOwnColumn(text.Field)).Select(text => text.Get(deal)), deal.NextStep, HistoryText.Day(deal.NextStepDate),
                .. own.Select(key => deal.Fields.GetValueOrDefault(key)),
            ]);
        }

        return snapshot.Deals.Length;
    }

    private static bool IsOwnColumn(string field) => field is not (DealFields.Name or DealFields.Account or DealFields.SignedDate);

    private async Task<int> HistoryAsync(CsvWriter writer, PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        Write(writer, [CrmHeaders.DealId, CrmHeaders.At, CrmHeaders.Field, CrmHeaders.From, CrmHeaders.To, CrmHeaders.By]);
        var builtIn = CrmHeaders.For(ImportKind.Deals).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        var rows = 0;
        foreach (var deal in snapshot.Deals.ToArray())
        {
            foreach (var happened in await reader.GetHistoryAsync(deal.Id, cancellationToken))
            {
                var (field, from, to) = HistoryText.Of(happened);
                var at = happened is DealEvent.Created { StageEnteredAt: { } entered } ? entered : happened.Stamp.At;
                var name = field is HistoryFields.Imported or HistoryFields.Pause or DealFields.Note || builtIn.Contains(field) ? field : "field:" + field;
                if (field is DealFields.Stage or HistoryFields.Created or HistoryFields.Imported)
                {
                    // By name, as in the file of deals: another store knows the stage under a key of its own.
                    (from, to) = (StageName(from), StageName(to));
                }
                else if (field is DealFields.LossReason)
                {
                    (from, to) = (Reason(from), Reason(to));
                }
                else if (field is DealFields.LossDetail)
                {
                    (from, to) = (Detail(from), Detail(to));
                }

                Write(writer, [deal.Id.Value, Instant(at), name, from, to, happened.Stamp.By?.Value]);
                rows++;
                if (happened is DealEvent.NextStepChanged step && field == DealFields.NextStep && step.FromDate != step.ToDate)
                {
                    Write(writer, [deal.Id.Value, Instant(at), DealFields.NextStepDate, HistoryText.Day(step.FromDate), HistoryText.Day(step.ToDate), happened.Stamp.By?.Value]);
                    rows++;
                }
            }
        }

        return rows;
    }

    private string? Reason(string? key) => LossNames.NameOfReason(company.Profile.LossReasons, key);

    private string? Detail(string? key) => LossNames.NameOfDetail(company.Profile.LossReasons, key);

    private string? StageName(string? key) => key is null ? null : company.Profile.Process.Find(new StageId(key))?.Name ?? key;
}
