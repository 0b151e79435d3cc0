namespace RevBot.Pipeline.Analytics;

/// <summary>Every deal that has come to a stage, with whether and after how long it got to a later one: what conversion between any two stages is counted over.</summary>
/// <remarks>
/// A deal counts once, from when it first was at the stage or, having skipped it, beyond. Going back and coming again changes nothing; neither does having been closed in between, if it was taken up again.
/// </remarks>
public sealed class ConversionCohort
{
    private readonly double[] _days;
    private readonly StageOutcome[] _outcomes;

    private ConversionCohort(double[] days, StageOutcome[] outcomes)
    {
        Array.Sort(days, outcomes);
        (_days, _outcomes) = (days, outcomes);
    }

    /// <summary>Days until the deal got there, was lost, or until now; ascending.</summary>
    public ReadOnlySpan<double> Days => _days;

    /// <summary>Advanced, won, lost or running.</summary>
    public ReadOnlySpan<StageOutcome> Outcomes => _outcomes;

    /// <param name="passages">Deal by deal, each deal's in the order they happened.</param>
    /// <param name="from">Ordinal of the stage that makes a deal one of the cohort.</param>
    /// <param name="target">Ordinal of the stage to reach, or <see cref="Destination.Won"/>.</param>
    public static ConversionCohort Of(ReadOnlySpan<StagePassage> passages, sbyte from, sbyte target)
    {
        var days = new List<double>();
        var outcomes = new List<StageOutcome>();
        for (var first = 0; first < passages.Length;)
        {
            var end = first + 1;
            for (; end < passages.Length && passages[end].Deal == passages[first].Deal; end++)
            {
            }

            if (Follow(passages[first..end], from, target) is { } deal)
            {
                days.Add(Math.Max(0, deal.Days));
                outcomes.Add(deal.Outcome);
            }

            first = end;
        }

        return new ConversionCohort([.. days], [.. outcomes]);
    }

    /// <summary>What conversion from the one stage to the other is.</summary>
    /// <param name="horizon">Days within which it must have happened; without one, as long as deals have been watched.</param>
    public StageConversion Conversion(double horizon = double.PositiveInfinity) => StageConversion.FromSorted(_days, _outcomes, horizon);

    private static (double Days, StageOutcome Outcome)? Follow(ReadOnlySpan<StagePassage> deal, sbyte from, sbyte target)
    {
        var began = double.NaN;
        foreach (ref readonly var passage in deal)
        {
            began = double.IsNaN(began) && passage.Stage >= from ? passage.Entered : began;
            if (passage.Stage >= target)
            {
                return (passage.Entered - began, StageOutcome.Advanced);
            }
        }

        // Only the last stay says how the deal has ended: whatever was closed before was taken up again.
        ref readonly var last = ref deal[^1];
        return last.To switch
        {
            Destination.Won => (double.IsNaN(began) ? 0 : last.Left - began, StageOutcome.Won),
            _ when double.IsNaN(began) => null,
            Destination.Lost => (last.Left - began, StageOutcome.Lost),
            _ => (last.Left - began, StageOutcome.Running),
        };
    }
}
