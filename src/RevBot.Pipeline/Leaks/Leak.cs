using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leaks;

/// <summary>One place in the pipeline that has truly changed against its own past.</summary>
/// <param name="By">What <paramref name="Part"/> is a value of; null for the stage as a whole.</param>
/// <param name="Part">The segment or source that it is about; null for the stage as a whole.</param>
/// <param name="Before">A share, or business days; see <paramref name="Kind"/>.</param>
/// <param name="Interval">Where the true difference may lie.</param>
/// <param name="Deals">That came in over the period.</param>
/// <param name="AtStake">In the company's currency. Of conversion: what would have got further at the rate of before. Of time: what is there now beyond what the pace of before would leave there.</param>
public sealed record Leak(LeakKind Kind, DimensionValue Stage, Dimension? By, DimensionValue? Part, double Before, double After, Interval Interval, int Deals, decimal AtStake)
{
    public double Difference => After - Before;

    /// <summary>True for a change to the worse: fewer get further, or they stay longer.</summary>
    public bool IsWorse => Kind == LeakKind.Conversion ? Difference < 0 : Difference > 0;
}
