using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ListDeals;

/// <summary>Deals as rows: what each is, where it stands, whose it is, how much and when.</summary>
internal static class DealTable
{
    private static readonly TableColumn[] Columns = [new("Deal"), new("Stage"), new("Owner"), new("Amount", true), new("Close", true)];
    private static readonly TableColumn[] PausedColumns = [new("Deal"), new("Stage"), new("Owner"), new("Review date", true), new("Reason")];

    public static CardElement.Table Of(IEnumerable<Deal> deals, PipelineSnapshot snapshot, CompanyProfile company) => new(Columns,
    [
        .. deals.Select(deal => (IReadOnlyList<string>)
        [
            Name(deal, snapshot),
            company.Process.NameOf(deal.Stage),
            snapshot.OwnerOf(deal)?.Name ?? "nobody",
            deal.IsAmountWithheld ? "withheld" : AmountText.Brief(deal, "–"),
            (deal.ClosedOn ?? deal.CloseDate) is { } day ? PeriodText.Day(day) : "–",
        ]),
    ]);

    /// <summary>Paused deals: until when, and why.</summary>
    public static CardElement.Table OfPaused(IEnumerable<Deal> deals, PipelineSnapshot snapshot, CompanyProfile company) => new(PausedColumns,
    [
        .. deals.Select(deal => (IReadOnlyList<string>)
        [
            Name(deal, snapshot),
            company.Process.NameOf(deal.Stage),
            snapshot.OwnerOf(deal)?.Name ?? "nobody",
            deal.Pause is { } pause ? PeriodText.Day(pause.Until) : "–",
            deal.Pause?.Reason ?? "–",
        ]),
    ]);

    /// <summary>With its account where the name does not say it, and its id.</summary>
    private static string Name(Deal deal, PipelineSnapshot snapshot)
    {
        var account = snapshot.AccountOf(deal)?.Name;
        return account is null || deal.Name.Contains(account, StringComparison.OrdinalIgnoreCase)
            ? $"{deal.Name} (#{deal.Id.Value})"
            : $"{account}: {deal.Name} (#{deal.Id.Value})";
    }
}
