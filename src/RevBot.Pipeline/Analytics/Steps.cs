namespace RevBot.Pipeline.Analytics;

/// <summary>Finds the step of a curve that only changes at certain times.</summary>
internal static class Steps
{
    /// <summary>The place of the last step taken by a time; -1 before the first.</summary>
    /// <param name="times">Of the steps, ascending.</param>
    public static int PlaceAt(double[] times, double time)
    {
        var place = Array.BinarySearch(times, time);
        return place >= 0 ? place : ~place - 1;
    }
}
