using System.Runtime.InteropServices;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>Stays by stage and segment, as survival curves take them.</summary>
internal sealed class StayGroups
{
    /// <summary>About half an hour: nothing shorter is told apart, and a logarithm needs a floor.</summary>
    public const double ShortestStay = .02;

    private readonly Dictionary<Segment, Dictionary<StageId, StayList>> _lists = [];

    /// <param name="segment">Null for none.</param>
    public StageStays Of(string? segment)
    {
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, new Segment(segment), out _);
        return new StageStays(own ??= []);
    }

    /// <summary>Takes in what others hold.</summary>
    public StayGroups With(IEnumerable<StayGroups> others)
    {
        foreach (var (segment, stages) in others.SelectMany(other => other._lists))
        {
            var own = Of(segment.Name);
            foreach (var (stage, stays) in stages)
            {
                own.In(stage).Add(stays);
            }
        }

        return this;
    }

    /// <summary>A curve of each group, by stage.</summary>
    public ILookup<StageId, (string? Segment, SurvivalCurve Curve)> Curves()
    {
        var groups = _lists.SelectMany(pair => pair.Value.Select(own => (Stage: own.Key, Segment: pair.Key.Name, Stays: own.Value))).ToArray();
        var curves = new SurvivalCurve[groups.Length];
        Parallel.For(0, groups.Length, place => curves[place] = groups[place].Stays.Curve());
        return groups.Zip(curves).ToLookup(pair => pair.First.Stage, pair => (pair.First.Segment, pair.Second));
    }

    /// <summary>A segment's name, or none, as a key.</summary>
    private readonly record struct Segment(string? Name);

    /// <summary>A segment's stays by stage.</summary>
    public readonly struct StageStays(Dictionary<StageId, StayList> lists)
    {
        /// <param name="days">Business days; what is shorter than <see cref="ShortestStay"/> counts as that.</param>
        public void Add(StageId stage, double days, bool ended) => In(stage).Add(Math.Max(days, ShortestStay), ended);

        public StayList In(StageId stage)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, stage, out _);
            return list ??= new StayList();
        }
    }
}
