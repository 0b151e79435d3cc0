using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>One thing a metric counts: a deal, or one of its stays in a stage, with the day its time basis puts it on.</summary>
internal readonly ref struct Observation
{
    public readonly ref readonly DealFacts Deal;

    /// <param name="deal">Held by reference: it stays in its column.</param>
    /// <param name="position">Of the deal in the snapshot.</param>
    /// <param name="day">Of the metric's date; <see cref="DealFacts.NoDay"/> when the deal has none.</param>
    public Observation(PipelineView view, ref readonly DealFacts deal, int position, int day)
    {
        Deal = ref deal;
        View = view;
        Position = position;
        Day = day;
    }

    /// <param name="stay">Of the deal.</param>
    public Observation(PipelineView view, ref readonly DealFacts deal, int position, int day, in StayFacts stay)
        : this(view, in deal, position, day)
    {
        Stay = stay;
        IsStay = true;
    }

    public PipelineView View { get; }

    public int Position { get; }

    public int Day { get; }

    /// <summary>The stay, for metrics that count stays.</summary>
    public StayFacts Stay { get; }

    /// <summary>False for the deal as a whole.</summary>
    public bool IsStay { get; }
}
