namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Watches one stage for one direction and remembers whether a change that was found is still under way.</summary>
/// <param name="watch">As nothing has been seen.</param>
/// <param name="limit">The score that begins a post of its own; infinite for none.</param>
internal sealed class StageWatch(DriftWatch watch, double limit)
{
    /// <summary>The score rises no further over its limit, so that a change which lasts for months is over in weeks once it is over.</summary>
    private const double MostOver = 1;

    /// <summary>A change is over once the score has come down to half its limit.</summary>
    private const double Over = .5;

    private DriftWatch _watch = watch;

    /// <summary>Whether a change has been found and is not over.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Business days since it was found.</summary>
    public int OpenFor { get; private set; }

    public double LooksFor => _watch.LooksFor;

    public int Exits => _watch.Exits;

    public double Expected => _watch.Expected;

    /// <summary>Business days since it began.</summary>
    public int Days => _watch.Days;

    /// <summary>Null when there is nothing to tell.</summary>
    public DriftLevel? Level => IsOpen ? DriftLevel.Channel : _watch.IsAlarm(DriftWatch.DigestLimit) ? DriftLevel.Digest : null;

    public void Add(ExitsOfDays day, double evidence)
    {
        _watch = _watch.After(day, evidence);
        IsOpen = _watch.IsAlarm(limit) || (IsOpen && _watch.Score > limit * Over);
        OpenFor = IsOpen ? OpenFor + 1 : 0;
        _watch = _watch with { Score = Math.Min(_watch.Score, Math.Max(DriftWatch.ChannelLimit, double.IsFinite(limit) ? limit : 0) + MostOver) };
    }
}
