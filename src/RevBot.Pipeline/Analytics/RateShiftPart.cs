namespace RevBot.Pipeline.Analytics;

/// <summary>What one segment has added to the change of a rate.</summary>
/// <param name="Change">Of its own rate; null when it had no deals on one side.</param>
/// <param name="Rate">Points of the total's change that come from its rate having changed.</param>
/// <param name="Mix">Points that come from there being more or fewer of its deals among all.</param>
public readonly record struct RateShiftPart(string? Segment, double? Change, double Rate, double Mix)
{
    public double Total => Rate + Mix;
}
