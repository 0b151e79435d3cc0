using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>Which deals to list. The filters mean exactly what they mean in a <see cref="Question"/>.</summary>
public sealed record DealQuery
{
    public ImmutableArray<DealFilter> Filters { get; init; } = [];

    /// <summary>Null for deals in any state.</summary>
    public DealStatus? Status { get; init; }

    /// <summary>Days the <see cref="Basis"/> must fall into; null for all.</summary>
    public Period? Period { get; init; }

    /// <summary>Which date the period applies to; null for the day a deal closed or is expected to.</summary>
    public TimeBasis? Basis { get; init; }

    public DealOrder Order { get; init; }

    /// <summary>True for the order turned round: smallest, latest, newest first.</summary>
    public bool Reversed { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Pure: the same arguments give the same list.</summary>
    /// <param name="now">Decides today and the rates open deals are ordered by.</param>
    public DealListing Run(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var view = new PipelineView(snapshot, company, now);
        var scope = new DealScope(Filters, view);
        var range = DayRange.Of(Period);
        var found = new List<Found>();
        var undated = 0;
        var deals = snapshot.Deals.Span;
        for (var position = 0; position < deals.Length; position++)
        {
            var deal = deals[position];
            if (Status is { } status && deal.Status != status)
            {
                continue;
            }

            var day = view.DayOf(deal, Basis);
            var inRange = range.Contains(day);
            if ((!inRange && day is not null) || !scope.Holds(new Observation(view, deal, position, day) { FromWhereLost = Status == DealStatus.Lost }))
            {
                continue;
            }

            if (inRange)
            {
                found.Add(new Found(deal, KeyOf(deal, view)));
            }
            else
            {
                undated++;
            }
        }

        found.Sort(Compare);
        return new DealListing(
            [.. found.Take(Limit ?? int.MaxValue).Select(item => item.Deal)],
            found.Count,
            undated == 0 ? [] : [new Exclusion(Status == DealStatus.Open ? "no expected close date" : "no close date", undated)]);
    }

    /// <summary>What deals are ordered by, smallest first.</summary>
    private decimal? KeyOf(Deal deal, PipelineView view) => Order switch
    {
        DealOrder.Amount => deal.Amount is { } amount ? -view.Convert(amount, deal) : null,
        DealOrder.CloseDate => view.DayOf(deal),
        DealOrder.Age => deal.CreatedAt.UtcTicks,
        _ => deal.Visits is [.., { IsOpen: true } visit] ? visit.EnteredAt.UtcTicks : null,
    };

    private int Compare(Found left, Found right)
    {
        var order = (left.Key, right.Key) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } first, { } second) => Reversed ? second.CompareTo(first) : first.CompareTo(second),
        };
        order = order != 0 ? order : string.Compare(left.Deal.Name, right.Deal.Name, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(left.Deal.Id.Value, right.Deal.Id.Value);
    }

    private readonly record struct Found(Deal Deal, decimal? Key);
}
