using System.Collections.Immutable;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Questions;

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
        var scope = new DealScope(Filters, view, losses: Status == DealStatus.Lost);
        var range = DayRange.Of(Period);
        var found = new List<int>();
        var undated = 0;
        for (var position = 0; position < snapshot.Deals.Length; position++)
        {
            ref readonly var deal = ref view.Columns.Facts[position];
            if (Status is { } status && deal.Status != status)
            {
                continue;
            }

            var day = view.DayOf(position, Basis);
            var inRange = range.Contains(day);
            if ((!inRange && day != DealFacts.NoDay) || !scope.Holds(new Observation(view, in deal, position, day)))
            {
                continue;
            }

            if (inRange)
            {
                found.Add(position);
            }
            else
            {
                undated++;
            }
        }

        return List(found, view, undated == 0 ? [] : [new Exclusion(Status == DealStatus.Open ? "no expected close date" : "no close date", undated)]);
    }

    /// <summary>Exactly the deals a number was computed from, the largest amount first.</summary>
    public static DealListing Behind(Answer answer, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) =>
        new DealQuery().List([.. answer.Deals.Positions], new PipelineView(snapshot, company, now), answer.Receipt.Excluded);

    /// <summary>The deals of a set, the largest amount first.</summary>
    public static DealListing Among(DealSet deals, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) =>
        new DealQuery().List([.. deals.Positions], new PipelineView(snapshot, company, now), []);

    private DealListing List(List<int> positions, PipelineView view, IReadOnlyList<Exclusion> excluded)
    {
        var all = view.Snapshot.Deals;
        var deals = new OrderedAsRead<Found, Deal>(
            positions.ConvertAll(position => new Found(position, KeyOf(position, view))),
            (left, right) => Compare(left, right, all.Span),
            found => all.Span[found.Position],
            Limit);
        return new DealListing(deals, positions.Count, TotalOf(deals.InAnyOrder, view), excluded);
    }

    private static decimal? TotalOf(IEnumerable<Found> deals, PipelineView view)
    {
        var total = (decimal?)null;
        foreach (var deal in deals)
        {
            if (view.ValueOf(view.Columns.Facts[deal.Position]) is { } value)
            {
                total = value + (total ?? 0);
            }
        }

        return total;
    }

    /// <summary>Deals of one key come by name.</summary>
    private static int Compare(Found left, Found right, ReadOnlySpan<Deal> deals)
    {
        var order = left.Key.CompareTo(right.Key);
        if (order != 0 || left.Position == right.Position)
        {
            return order;
        }

        var (first, second) = (deals[left.Position], deals[right.Position]);
        order = string.Compare(first.Name, second.Name, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(first.Id.Value, second.Id.Value);
    }

    /// <summary>What deals are ordered by, smallest first; what has none comes last either way.</summary>
    private double KeyOf(int position, PipelineView view)
    {
        ref readonly var deal = ref view.Columns.Facts[position];
        var key = Order switch
        {
            DealOrder.Amount => -(double?)view.ValueOf(deal),
            DealOrder.CloseDate => deal.Day == DealFacts.NoDay ? null : deal.Day,
            DealOrder.Age => view.Snapshot.Deals.Span[position].CreatedAt.UtcTicks,
            _ => deal.StageSince == 0 ? null : deal.StageSince,
        };
        return (Reversed ? -key : key) ?? double.PositiveInfinity;
    }

    private readonly record struct Found(int Position, double Key);
}
