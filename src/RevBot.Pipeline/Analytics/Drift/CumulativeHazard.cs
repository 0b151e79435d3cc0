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
        var stays = CumulativeIncidence.From(
            [.. seen.Select(stretch => stretch.From)], [.. seen.Select(stretch => stretch.To)], [.. seen.Select(stretch => stretch.Exited ? (byte)1 : CumulativeIncidence.Running)], 1);
        var (ages, hazards, hazard) = (new List<double>(), new List<double>(), 0d);
        for (var place = 0; place < stays.Times.Length; place++)
        {
            if (stays.ExitsAt(place) is > 0 and var exits)
            {
                hazard += (double)exits / stays.AtRisk[place];
                ages.Add(stays.Times[place]);
                hazards.Add(hazard);
            }
        }

        return new CumulativeHazard([.. ages], [.. hazards]);
    }

    /// <summary>The hazard added up to an age; 0 before the first exit, the last known one after the last.</summary>
    public double At(double age) => StepFunction.PlaceAt(_ages, age) is >= 0 and var place ? _hazards[place] : 0;
}
