namespace RevBot.Pipeline.Analytics;

/// <summary>Finds the step of a curve that only changes at certain times.</summary>
internal static class StepFunction
{
    /// <summary>The place of the last step taken by a time; -1 before the first.</summary>
    /// <param name="times">Of the steps, ascending.</param>
    public static int PlaceAt(double[] times, double time)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
