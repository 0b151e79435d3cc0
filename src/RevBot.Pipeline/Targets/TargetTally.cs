namespace RevBot.Pipeline.Targets;

/// <summary>What has been counted of targets for one row of an answer, or for the whole of it.</summary>
internal sealed class TargetTally
{
    private readonly HashSet<string> _categories = new(StringComparer.OrdinalIgnoreCase);
    private Target? _last;
    private decimal _sum;
    private decimal _compared;
    private bool _hasCompared;

    /// <summary>Targets counted, each once.</summary>
    public int Count { get; private set; }

    /// <summary>Forecasts of several categories hold the same deals: they are never added up.</summary>
    public bool IsMixed => _categories.Count > 1;

    public IEnumerable<string> Categories => _categories;

    /// <summary>Null when there is none.</summary>
    public decimal? Value => Count == 0 || IsMixed ? null : _sum;

    public decimal? Compared => !_hasCompared || IsMixed ? null : _compared;

    public void Add(Target target, decimal amount, bool isCompared)
    {
        _categories.Add(target.Category);
        if (isCompared)
        {
            (_compared, _hasCompared) = (_compared + amount, true);
            return;
        }

        _sum += amount;
        Count += ReferenceEquals(_last, target) ? 0 : 1;
        _last = target;
    }
}
