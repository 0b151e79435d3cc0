using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Analytics;

/// <summary>How many of the deals that come into a stage get further. Deals that are still there have not failed: they count as far as they were seen (Aalen–Johansen), which counting only finished ones, or calling open ones lost, does not do.</summary>
/// <param name="Entered">Deals or stays looked at.</param>
/// <param name="Running">How many of them are still there.</param>
/// <param name="Reached">The share that gets to a later stage or is won, within the horizon; null when nothing entered.</param>
/// <param name="Won">The share that is won right from here.</param>
/// <param name="Regressed">The share that goes back.</param>
/// <param name="Lost">The share that is lost from here.</param>
/// <param name="Open">The share of which it is not known: the time they were watched for does not say.</param>
public sealed record StageConversion(int Entered, int Running, Proportion? Reached, double Won, double Regressed, double Lost, double Open)
{
    /// <summary>Where the true share may lie; null when nothing entered.</summary>
    public Interval? Interval(double confidence = .95) => Reached?.Interval(confidence);

    /// <param name="days">How long each has lasted, ascending.</param>
    /// <param name="outcomes">How each has ended.</param>
    /// <param name="horizon">Days within which it must have happened; without one, as long as deals have been watched.</param>
    public static StageConversion FromSorted(ReadOnlySpan<double> days, ReadOnlySpan<StageOutcome> outcomes, double horizon = double.PositiveInfinity)
    {
        if (days.Length != outcomes.Length)
        {
            throw new ArgumentException($"{days.Length} lengths and {outcomes.Length} outcomes do not belong together.", nameof(outcomes));
        }

        var walk = new IncidenceWalk();
        var (won, lost) = (0d, 0d);
        for (var index = 0; index < days.Length && days[index] <= horizon;)
        {
            var (time, atRisk) = (days[index], days.Length - index);
            var (hits, wins, losses, exits) = (0, 0, 0, 0);
            do
            {
                var outcome = outcomes[index];
                exits += outcome != StageOutcome.Running ? 1 : 0;
                hits += outcome is StageOutcome.Advanced or StageOutcome.Won ? 1 : 0;
                wins += outcome == StageOutcome.Won ? 1 : 0;
                losses += outcome == StageOutcome.Lost ? 1 : 0;
                index++;
            }
            while (index < days.Length && days[index] == time);

            // Also when nobody left: that changes nothing, and whether somebody did cannot be guessed ahead.
            var each = walk.Step(atRisk, hits, exits);
            won += each * wins;
            lost += each * losses;
        }

        var running = MemoryMarshal.Cast<StageOutcome, byte>(outcomes).Count((byte)StageOutcome.Running);
        var regressed = Math.Max(0, 1 - walk.Still - walk.Share - lost);
        return new StageConversion(days.Length, running, ProportionOf(walk, days.Length, running), won, regressed, lost, walk.Still);
    }

    /// <summary>As <see cref="FromSorted"/>, of stays in any order.</summary>
    public static StageConversion From(ReadOnlySpan<double> days, ReadOnlySpan<StageOutcome> outcomes, double horizon = double.PositiveInfinity)
    {
        var (sorted, ways) = (days.ToArray(), outcomes.ToArray());
        Array.Sort(sorted, ways);
        return FromSorted(sorted, ways, horizon);
    }

    /// <summary>Days within which nine in ten of those that got further did; null when none has. Comparing periods over one horizon makes a young period comparable.</summary>
    public static double? UsualHorizon(ReadOnlySpan<double> days, ReadOnlySpan<StageOutcome> outcomes)
    {
        var left = (int)Math.Ceiling(.9 * (outcomes.Count(StageOutcome.Advanced) + outcomes.Count(StageOutcome.Won)));
        for (var index = 0; index < days.Length; index++)
        {
            if (outcomes[index] is StageOutcome.Advanced or StageOutcome.Won && --left <= 0)
            {
                return days[index];
            }
        }

        return null;
    }

    /// <summary>The share with as many deals behind it as would give the same error if all of them had ended; so its interval is Wilson's, and exactly that when they have.</summary>
    internal static Proportion? ProportionOf(in IncidenceWalk walk, int entered, int running)
    {
        if (entered == 0)
        {
            return null;
        }

        var spread = walk.Share * (1 - walk.Share);
        return new Proportion(walk.Share, walk.Variance > 1e-15 && spread > 1e-15 ? Math.Min(entered, spread / walk.Variance) : Math.Max(1, entered - running));
    }
}
