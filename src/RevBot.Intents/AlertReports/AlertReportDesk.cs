using RevBot.Intents.StalledDeals;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.AlertReports;

/// <summary>Makes the report of alerts; what the question, the week's message, the command line and the button share.</summary>
public sealed class AlertReportDesk(IPipelineReader reader, IAlertStore alerts, StallClocks clocks, ICompany company)
{
    /// <summary>Eight weeks: long enough to judge a rule by, short enough to be about the rule as it is.</summary>
    public const int UsualDays = 56;

    /// <summary>Two years.</summary>
    public const int MostDays = 730;

    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    public async Task<AlertReport> OfAsync(int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var marks = await alerts.GetMarksAsync(AlertLedger.Kinds, cancellationToken);
        var since = now.AddDays(-days - 1);
        var histories = new Dictionary<DealId, IReadOnlyList<DealEvent>>();
        foreach (var deal in marks.Where(mark => mark.ToldAt >= since).Select(mark => new DealId(mark.Subject.Id)).Distinct().Where(id => snapshot.Find(id) is not null))
        {
            histories[deal] = await reader.GetHistoryAsync(deal, cancellationToken);
        }

        return AlertLedger.Report(marks, histories, clocks.For(snapshot, company.Profile, now), snapshot, company.Profile, now, days);
    }
}
