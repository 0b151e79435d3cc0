using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Analytics;

/// <summary>Durations and endings side by side, as a survival curve takes them.</summary>
internal sealed class StayList
{
    private readonly List<double> _days = [];
    private readonly List<bool> _ended = [];

    public int Count => _days.Count;

    public void Add(double days, bool ended)
    {
        _days.Add(days);
        _ended.Add(ended);
    }

    /// <summary>Adds another list's durations as multiples of <paramref name="unit"/>.</summary>
    public void AddScaled(StayList other, double unit)
    {
        _days.EnsureCapacity(_days.Count + other.Count);
        foreach (var days in CollectionsMarshal.AsSpan(other._days))
        {
            _days.Add(days / unit);
        }

        _ended.AddRange(other._ended);
    }

    public SurvivalCurve Curve() => SurvivalCurve.From(CollectionsMarshal.AsSpan(_days), CollectionsMarshal.AsSpan(_ended));
}
