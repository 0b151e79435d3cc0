namespace RevBot.Pipeline.Analytics;

/// <summary>What has moved a pipeline's velocity: each factor's part of the change, which add up to it exactly, in logarithms and in money a day.</summary>
/// <remarks>Money is shared out by the logarithmic mean of the two velocities: no order in which the factors changed has to be made up.</remarks>
public sealed record VelocityShift
{
    private VelocityShift(double before, double after, IReadOnlyList<VelocityCause> causes) => (Before, After, Causes) = (before, after, causes);

    /// <summary>Money a day in the earlier period.</summary>
    public double Before { get; }

    public double After { get; }

    public double Difference => After - Before;

    /// <summary>All four, the one that moved it most first.</summary>
    public IReadOnlyList<VelocityCause> Causes { get; }

    /// <summary>Null when one of the velocities is not known.</summary>
    public static VelocityShift? Between(PipelineVelocity before, PipelineVelocity after)
    {
        if (before.PerDay is not { } first || after.PerDay is not { } second)
        {
            return null;
        }

        var scale = Scale(first, second);
        VelocityCause Cause(VelocityFactor factor, double old, double now, double log) => new(factor, old, now, log, scale * log);
        VelocityCause[] causes =
        [
            Cause(VelocityFactor.Deals, before.Deals, after.Deals, Math.Log(after.Deals / before.Deals)),
            Cause(VelocityFactor.WinRate, before.WinRate, after.WinRate, Math.Log(after.WinRate / before.WinRate)),
            Cause(VelocityFactor.AverageWon, before.AverageWon, after.AverageWon, Math.Log(after.AverageWon / before.AverageWon)),
            Cause(VelocityFactor.CycleDays, before.CycleDays, after.CycleDays, Math.Log(before.CycleDays / after.CycleDays)),
        ];
        return new VelocityShift(first, second, [.. causes.OrderByDescending(cause => Math.Abs(cause.Log))]);
    }

    /// <summary>Logarithmic mean. Close to one another the quotient is all rounding and the plain mean is as good.</summary>
    private static double Scale(double first, double second)
    {
        var ratio = (second - first) / first;
        return Math.Abs(ratio) < 1e-7 ? (first + second) / 2 : (second - first) / Math.Log(second / first);
    }
}
