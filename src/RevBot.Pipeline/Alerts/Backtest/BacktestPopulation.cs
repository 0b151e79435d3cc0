using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>The deals that the rules of a kind are for, as they came along in the time of a back-test.</summary>
/// <param name="company">With the rules in use.</param>
/// <param name="begin">When the first day begins.</param>
internal sealed class BacktestPopulation(AlertKind kind, CompanyProfile company, DateTimeOffset begin)
{
    /// <summary>The close date each had when it was first seen.</summary>
    private readonly Dictionary<DealId, DateOnly?> _seen = [];
    private readonly HashSet<PersonId> _people = [];

    public AlertKind Kind => kind;

    public DateTimeOffset Begin => begin;

    public int Deals => _seen.Count;

    public int People => _people.Count;

    /// <summary>Whose card it would be counted as: the owner's, or the manager's where the rule says so. Rooms are counted by owner, too.</summary>
    public static PersonId? ReaderOf(AlertRule rule, Deal deal, PipelineSnapshot snapshot) =>
        rule.To.Reader == AlertReader.Manager ? snapshot.OwnerOf(deal)?.Manager : deal.Owner;

    /// <summary>Whether the deal is one of them on a morning; it is from then on.</summary>
    public bool Holds(Deal deal, PipelineSnapshot snapshot, DateOnly today)
    {
        var isOf = kind switch
        {
            AlertKind.LargeWin => deal.Status == DealStatus.Won && HasClosed(deal),
            AlertKind.LargeLoss => deal.Status == DealStatus.Lost && HasClosed(deal),
            _ => deal.Status == DealStatus.Open,
        };
        if (!isOf || company.Alerts.RuleFor(kind, deal, snapshot, company, today) is not { When: not AlertTiming.Off } rule)
        {
            return false;
        }

        if (_seen.TryAdd(deal.Id, deal.CloseDate) && ReaderOf(rule, deal, snapshot) is { } reader)
        {
            _people.Add(reader);
        }

        return true;
    }

    /// <summary>What has become of them.</summary>
    public IReadOnlyList<DealAfter> After(PipelineSnapshot snapshot, DateTimeOffset now)
    {
        var today = company.Work.DateAt(now);
        return [.. _seen.Select(pair => snapshot.Find(pair.Key) is { } deal ? new DealAfter(deal, pair.Value, today, (deal.Amount is { } amount ? company.Rates.Convert(amount, deal.ClosedOn ?? today) : null) ?? 0) : null).OfType<DealAfter>()];
    }

    private bool HasClosed(Deal deal) => deal.Visits is [.., { ExitedAt: { } at }] && at >= begin;

    /// <param name="Deal">As it is on the last day.</param>
    /// <param name="FirstClose">The close date it had when it was first seen.</param>
    /// <param name="Today">The last day.</param>
    /// <param name="Value">In the company's currency.</param>
    internal sealed record DealAfter(Deal Deal, DateOnly? FirstClose, DateOnly Today, decimal Value);
}
