using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>One period of a question about what deals were once, with what is counted in it.</summary>
internal sealed class PastSurvey
{
    private readonly DimensionReader[] _readers;
    private readonly EvaluationGroups _groups;
    private readonly TimeBucket[] _buckets;

    public PastSurvey(PipelineView view, DealScope scope, DimensionReader[] readers, EvaluationGroups groups, DayRange days, Tallies tallies)
    {
        (View, Scope, _readers, _groups, Days, Tallies) = (view, scope, readers, groups, days, tallies);
        (StartTicks, EndTicks) = TicksOf(days);
        _buckets = [.. readers.Select(reader => reader.Bucket).OfType<TimeBucket>()];
        Deals = new DealSet(view.Snapshot);
        Exclusions = new Exclusions(view.Company.Currency);
    }

    public PipelineView View { get; }

    public DealScope Scope { get; }

    public DayRange Days { get; }

    /// <summary>UTC ticks at which the first day begins.</summary>
    public long StartTicks { get; }

    /// <summary>UTC ticks at which the last day is over.</summary>
    public long EndTicks { get; }

    /// <summary>The last day that has come; the period's last one when it is over.</summary>
    public int LastDay => Math.Min(Days.Last, View.Today);

    /// <summary>Of a split by time: the last day of each row's part of the period as far as it has come, and the UTC ticks at which that day is over, in order.</summary>
    public IReadOnlyList<(int Day, long Ticks)> Ends => field ??= [.. EndsOfParts()];

    public Tallies Tallies { get; }

    public DealSet Deals { get; }

    public Exclusions Exclusions { get; }

    public bool IsSplit => _readers.Length > 0;

    public bool IsSplitByTime => _buckets.Length > 0;

    /// <summary>Deals still open and due in the period though it is over.</summary>
    public int Overdue { get; set; }

    public int RowOf(int position, int day) => _groups.RowOf(_readers, Observe(position, day));

    public bool Holds(int position, int day) => Scope.Holds(Observe(position, day));

    /// <summary>The part of the period that a row of a split by time is about, when the day is in it.</summary>
    public DayRange PartOf(int day)
    {
        var part = Days;
        foreach (var bucket in _buckets)
        {
            part = part.And(bucket.RangeOf(DateOnly.FromDayNumber(day)));
        }

        return part;
    }

    public (long Start, long End) TicksOf(DayRange days) => (
        days.First <= 1 ? long.MinValue : View.Company.Work.StartOf(DateOnly.FromDayNumber(days.First)).UtcTicks,
        days.Last >= DateOnly.MaxValue.DayNumber - 1 ? long.MaxValue : View.Company.Work.StartOf(DateOnly.FromDayNumber(days.Last + 1)).UtcTicks);

    private IEnumerable<(int Day, long Ticks)> EndsOfParts()
    {
        var first = int.MaxValue;
        for (var position = 0; position < View.Snapshot.Deals.Length; position++)
        {
            first = Math.Min(first, View.Columns.Facts[position].CreatedDay);
        }

        for (var day = Math.Max(first, Days.First); day <= LastDay;)
        {
            var end = Math.Min(PartOf(day).Last, LastDay);
            yield return (end, TicksOf(new DayRange(day, end)).End);
            day = end + 1;
        }
    }

    private Observation Observe(int position, int day) => new(View, in View.Columns.Facts[position], position, day);
}
