namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Adds up, day by day, how far a stage falls behind its past (or runs ahead of it), and forgets as long as it does not: a capped survival CUSUM. Kept from day to day.</summary>
/// <param name="Ratio">The change it looks for, as exits per expected exit: .6 for a slower stage, 1/.6 for a faster one.</param>
/// <param name="Score">0 while nothing is wrong; the higher, the surer.</param>
/// <param name="Exits">Since it last was 0.</param>
/// <param name="Expected">Exits the past made expect in the same days.</param>
/// <param name="Days">How many days that is; the change began so many days ago.</param>
public readonly record struct DriftWatch(double Ratio, double Score, int Exits, double Expected, int Days)
{
    /// <summary>For posts in a channel: about one false alarm in five years of a stage with 25 to 100 visits a month.</summary>
    public const double ChannelLimit = 5.5;

    /// <summary>For digests, where a false alarm costs a line.</summary>
    public const double DigestLimit = 4.5;

    /// <summary>With fewer exits to be expected there is not enough volume to say.</summary>
    public const double LeastExpected = 6;

    /// <summary>Looks for a stage that is left at three fifths of its pace or slower; it starts to count below .78.</summary>
    public static DriftWatch Slower => new(.6, 0, 0, 0, 0);

    /// <summary>The mirror image.</summary>
    public static DriftWatch Faster => new(1 / .6, 0, 0, 0, 0);

    /// <summary>How many times longer stays last than before, by what was and what should have been; infinite while nothing was left at all.</summary>
    public double Stretch => Expected / Exits;

    /// <summary>Whether a day's end finds enough to say that the stage has changed.</summary>
    public bool IsAlarm(double limit) => Score >= limit && Expected >= LeastExpected;

    /// <summary>How many times as long stays take in what is looked for.</summary>
    public double LooksFor => 1 / Ratio;

    /// <summary>After one more day, told by its exits alone.</summary>
    public DriftWatch After(ExitsOfDays day) => After(day, ((1 - Ratio) * day.Expected) + (Math.Log(Ratio) * day.Exits));

    /// <summary>After one more day.</summary>
    /// <param name="evidence">How much likelier the day is with the change than without, as a logarithm: <see cref="LeavingPace.Evidence"/> for <see cref="LooksFor"/>.</param>
    public DriftWatch After(ExitsOfDays day, double evidence)
    {
        var score = Score + evidence;
        return score <= 0 ? this with { Score = 0, Exits = 0, Expected = 0, Days = 0 } : this with { Score = score, Exits = Exits + day.Exits, Expected = Expected + day.Expected, Days = Days + 1 };
    }
}
