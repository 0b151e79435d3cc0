using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Audits;

/// <summary>How many days the slowest win of each segment took, from creation to closing.</summary>
internal sealed class WonCycles
{
    /// <summary>Fewer wins say not how long one may take.</summary>
    public const int LeastWins = 20;

    private readonly OrdinalColumn _segments;
    private readonly (int Wins, int Longest)[] _bySegment;

    public WonCycles(PipelineView view)
    {
        _segments = view.Columns.Of(Dimension.Segment);
        _bySegment = new (int Wins, int Longest)[_segments.Keys.Count];
        for (var position = 0; position < view.Snapshot.Deals.Length; position++)
        {
            ref readonly var deal = ref view.Columns.Facts[position];
            if (deal.Status == DealStatus.Won && deal.Day != DealFacts.NoDay && deal.Day >= deal.CreatedDay && deal.Day <= view.Today)
            {
                ref var segment = ref _bySegment[_segments.Ordinals[position]];
                segment = (segment.Wins + 1, Math.Max(segment.Longest, deal.Day - deal.CreatedDay));
            }
        }
    }

    /// <summary>Null where too few were won.</summary>
    public (int Wins, int Longest)? Of(int position) => _bySegment[_segments.Ordinals[position]] is { Wins: >= LeastWins } known ? known : null;
}
