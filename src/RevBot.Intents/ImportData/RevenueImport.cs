using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;

namespace RevBot.Intents.ImportData;

/// <summary>What customers pay, month by month. A customer is an account by its name; one that has no account yet is known by the name alone.</summary>
internal sealed class RevenueImport(ImportSession session) : RowImport(session)
{
    private readonly Dictionary<string, RevenueEntry> _known = session.Snapshot.Revenue.ToDictionary(KeyOf, StringComparer.OrdinalIgnoreCase);

    public override void Take(ImportRow row)
    {
        var customer = row.Required(CrmHeaders.Customer);
        var month = row.Month(CrmHeaders.Month);
        if (month is null && row.IsGood)
        {
            row.Reject(CrmHeaders.Month, string.Empty, $"'{row.Columns.Header(CrmHeaders.Month)}' is empty.");
        }

        var mrr = row.Money();
        if (mrr is null && row.IsGood)
        {
            row.Reject(DealFields.Amount, string.Empty, $"'{row.Columns.Header(DealFields.Amount)}' is empty: write 0 for a month in which nothing was paid.");
        }

        var margin = Margin(row);
        if (!row.IsGood || month is not { } first || mrr is not { } money)
        {
            return;
        }

        var revenue = new RevenueEntry(customer, first, money, margin);
        if (!Session.IsFirst(row, CrmHeaders.Customer, KeyOf(revenue)))
        {
            return;
        }

        if (!_known.TryGetValue(KeyOf(revenue), out var known))
        {
            Session.Revenue.Add(revenue);
            Session.CountCreated();
            return;
        }

        // One spelling for one customer; a margin that is left out stays.
        revenue = revenue with { Customer = known.Customer, GrossMargin = margin ?? known.GrossMargin };
        if (revenue == known)
        {
            Session.CountUnchanged();
            return;
        }

        Session.Revenue.Add(revenue);
        Session.CountUpdated();
    }

    private static string KeyOf(RevenueEntry revenue) => $"{revenue.Customer} {revenue.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>"0.8", "80" and "80%" are one margin.</summary>
    private static decimal? Margin(ImportRow row)
    {
        if (row.Text(CrmHeaders.GrossMargin) is not { } text)
        {
            return null;
        }

        if (!AmountText.TryReadPercent(text, out var value, out var isPercent))
        {
            row.Reject(CrmHeaders.GrossMargin, text, $"'{text}' is not a share: write 80% or 0.8.");
            return null;
        }

        return Math.Round(isPercent || value > 1 ? value / 100 : value, 4);
    }
}
