namespace RevBot.Pipeline.Analytics;

/// <summary>Where a figure may lie, given how little is known.</summary>
public readonly record struct Interval(double Low, double High)
{
    public double Width => High - Low;

    public bool Contains(double value) => value >= Low && value <= High;
}
