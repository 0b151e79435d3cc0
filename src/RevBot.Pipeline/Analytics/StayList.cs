using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Analytics;

/// <summary>Durations and endings side by side, as a survival curve takes them.</summary>
internal sealed class StayList
{
    private readonly List<double> _days = [];
    private readonly List<bool> _ended = [];

    public void Add(double days, bool ended)
    {
        _days.Add(days);
        _ended.Add(ended);
    }

    public void Add(StayList others)
    {
        _days.AddRange(others._days);
        _ended.AddRange(others._ended);
    }

    public SurvivalCurve Curve() => SurvivalCurve.From(CollectionsMarshal.AsSpan(_days), CollectionsMarshal.AsSpan(_ended));
}
