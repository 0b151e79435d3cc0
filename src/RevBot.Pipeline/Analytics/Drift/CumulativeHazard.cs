namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How often stays have been left by an age, if each that is left were replaced by another: the estimator of Nelson and Aalen, for stays that may be seen from a later age on and may still go on.</summary>
public sealed class CumulativeHazard
{
    private readonly double[] _ages;
    private readonly double[] _hazards;

    private CumulativeHazard(double[] ages, double[] hazards) => (_ages, _hazards) = (ages, hazards);

    /// <summary>Every age at which a stay ended, ascending.</summary>
    public ReadOnlySpan<double> Ages => _ages;

    /// <summary>The hazard added up to each of <see cref="Ages"/>.</summary>
    public ReadOnlySpan<double> Hazards => _hazards;

    public static CumulativeHazard From(IReadOnlyList<SeenStretch> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        double[] starts = [.. seen.Select(stretch => stretch.From).Order()];
        double[] ends = [.. seen.Select(stretch => stretch.To).Order()];
        double[] exits = [.. seen.Where(stretch => stretch.Exited).Select(stretch => stretch.To).Order()];
        var (ages, hazards) = (new List<double>(exits.Length), new List<double>(exits.Length));
        var (started, ended, hazard) = (0, 0, 0d);
        for (var at = 0; at < exits.Length;)
        {
            var age = exits[at];
            var before = at;
            for (; at < exits.Length && exits[at] == age; at++)
            {
            }

            for (; started < starts.Length && starts[started] < age; started++)
            {
            }

            for (; ended < ends.Length && ends[ended] < age; ended++)
            {
            }

            hazard += (double)(at - before) / (started - ended);
            ages.Add(age);
            hazards.Add(hazard);
        }

        return new CumulativeHazard([.. ages], [.. hazards]);
    }

    /// <summary>The hazard added up to an age; 0 before the first exit, the last known one after the last.</summary>
    public double At(double age)
    {
        var place = Array.BinarySearch(_ages, age);
        place = place >= 0 ? place : ~place - 1;
        return place < 0 ? 0 : _hazards[place];
    }
}
