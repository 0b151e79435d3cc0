using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Targets;

namespace RevBot.Intents.ImportData;

/// <summary>Quotas and submitted forecasts: an owner, two days, an amount.</summary>
internal sealed class TargetsImport(ImportSession session, bool forecasts) : RowImport(session)
{
    private readonly Dictionary<(PersonId, DateOnly, DateOnly), Money> _quotas =
        session.Snapshot.Quotas.DistinctBy(quota => (quota.Owner, quota.Start, quota.End)).ToDictionary(quota => (quota.Owner, quota.Start, quota.End), quota => quota.Amount);

    private readonly HashSet<ForecastSubmission> _forecasts = [.. session.Snapshot.Forecasts];

    public override void Take(ImportRow row)
    {
        var owner = row.Required(DealFields.Owner).Length > 0 ? Session.Directory.Owner(row) : null;
        var period = Period(row);
        var amount = row.Money();
        if (amount is null && row.IsGood)
        {
            row.Reject(DealFields.Amount, string.Empty, "The amount is empty.");
        }

        var category = forecasts ? row.Required(CrmHeaders.Category) : string.Empty;
        var submitted = forecasts ? row.Instant(CrmHeaders.SubmittedAt) : null;
        if (forecasts && submitted is null && row.IsGood)
        {
            row.Reject(CrmHeaders.SubmittedAt, string.Empty, "The day it was submitted is empty.");
        }

        if (!row.IsGood || owner is not { } person || period is not var (start, end) || amount is not { } money)
        {
            return;
        }

        if (forecasts)
        {
            Take(new ForecastSubmission(person, start, end, category, money, submitted ?? Session.Now));
        }
        else if (Session.IsFirst(row, DealFields.Owner, $"{person} {start:yyyy-MM-dd} {end:yyyy-MM-dd}"))
        {
            Take(new Quota(person, start, end, money));
        }
    }

    private void Take(ForecastSubmission forecast)
    {
        if (_forecasts.Add(forecast))
        {
            Session.Forecasts.Add(forecast);
            Session.CountCreated();
        }
        else
        {
            Session.CountUnchanged();
        }
    }

    private void Take(Quota quota)
    {
        if (!_quotas.TryGetValue((quota.Owner, quota.Start, quota.End), out var known))
        {
            Session.CountCreated();
        }
        else if (known == quota.Amount)
        {
            Session.CountUnchanged();
            return;
        }
        else
        {
            Session.CountUpdated();
        }

        Session.Quotas.Add(quota);
    }

    private (DateOnly Start, DateOnly End)? Period(ImportRow row)
    {
        if (row.Day(CrmHeaders.Start) is { } start && row.Day(CrmHeaders.End) is { } end)
        {
            if (end >= start)
            {
                return (start, end);
            }

            row.Reject(CrmHeaders.End, row.Text(CrmHeaders.End) ?? string.Empty, "The end lies before the start.");
            return null;
        }

        if (row.Text(CrmHeaders.Period) is { } text)
        {
            if (PeriodText.Read(text, Session.Company.Fiscal) is { } period)
            {
                return period;
            }

            row.Reject(CrmHeaders.Period, text, $"'{text}' is not a period: write 2026-Q1 (a fiscal quarter), 2026-03 or FY2026.");
        }
        else if (row.IsGood)
        {
            row.Reject(CrmHeaders.Period, string.Empty, "The period is empty.");
        }

        return null;
    }
}
