namespace RevBot.Pipeline.Analytics;

/// <summary>What business that was not there yet has brought within past stretches of time: the part of a forecast that open deals cannot tell.</summary>
public static class PastWindows
{
    /// <summary>The value both created and won within each past stretch as long as the one that is forecast, the latest first. None while history is shorter than one.</summary>
    /// <param name="created">When each won deal was created, in days of one clock.</param>
    /// <param name="won">When it was won.</param>
    /// <param name="amounts">Its value.</param>
    /// <param name="asOf">Now; no stretch reaches beyond it.</param>
    /// <param name="length">Of a stretch: as long as is left to forecast.</param>
    /// <param name="since">When history begins; no stretch begins before.</param>
    /// <param name="step">From one stretch to the next: a week.</param>
    /// <param name="lead">How much of each stretch comes before what is forecast: what is won in it counts for another period.</param>
    public static double[] Values(
        ReadOnlySpan<double> created, ReadOnlySpan<double> won, ReadOnlySpan<double> amounts, double asOf, double length, double since, double step, double lead = 0)
    {
        var count = (int)Math.Floor((asOf - length - since) / step) + 1;
        if (count <= 0)
        {
            return [];
        }

        var values = new double[count];
        for (var index = 0; index < created.Length; index++)
        {
            // A stretch begins at asOf − length − number × step: not after the deal was created, late enough to end after it was won, and early enough for its lead to be over by then.
            var first = Math.Max(0, (int)Math.Ceiling((asOf - length - Math.Min(created[index], won[index] - lead)) / step));
            var last = Math.Min(count - 1, (int)Math.Ceiling((asOf - won[index]) / step) - 1);
            for (var number = first; number <= last; number++)
            {
                values[number] += amounts[index];
            }
        }

        return values;
    }
}
