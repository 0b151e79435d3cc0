using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Leads;

/// <summary>What has been counted so far of the leads of one row, or of all.</summary>
internal sealed class LeadTally
{
    private readonly List<double> _times = [];
    private readonly List<bool> _ended = [];
    private SurvivalCurve? _curve;

    public int Leads { get; private set; }

    /// <summary>Leads that were converted, where that is asked.</summary>
    public int Converted { get; private set; }

    /// <summary>Leads that still wait, where a time is measured.</summary>
    public int Waiting { get; private set; }

    /// <summary>How long it takes, with those that still wait counted as far as they have waited.</summary>
    public SurvivalCurve Curve => _curve ??= SurvivalCurve.From(_times.ToArray(), _ended.ToArray());

    public void Count(bool converted)
    {
        Leads++;
        Converted += converted ? 1 : 0;
    }

    public void Time(double time, bool ended)
    {
        Leads++;
        Waiting += ended ? 0 : 1;
        _times.Add(time);
        _ended.Add(ended);
    }
}
