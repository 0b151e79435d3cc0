using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leaks;

/// <summary>Stages as a whole, or split by one dimension, with what deals did there in two periods.</summary>
internal sealed class FlowCut
{
    private readonly PipelineView _view;
    private readonly DimensionReader[] _readers;
    private readonly EvaluationGroups _groups = new();
    private readonly Tallies _after = new(Conversion.NextStage.Measure);
    private readonly Tallies _before = new(Conversion.NextStage.Measure);
    private readonly List<(StayCounts Before, StayCounts After)> _stays = [];
    private readonly Dictionary<int, decimal> _entered = [];
    private readonly Dictionary<int, decimal> _open = [];

    /// <param name="by">Null for stages as a whole.</param>
    public FlowCut(Dimension? by, PipelineView view)
    {
        (By, _view) = (by, view);
        _readers = [new DimensionReader(Dimension.Stage, view, losses: false), .. by is { } dimension ? [new DimensionReader(dimension, view, losses: false)] : Array.Empty<DimensionReader>()];
    }

    public Dimension? By { get; }

    /// <summary>Numbers of the rows that have a stage the process knows and, where the cut splits, a value.</summary>
    public IEnumerable<int> Rows => _groups.Rows.Where(row => _view.Company.Process.PositionOf(new(StageOf(row).Key)) >= 0 && (By is null || _readers[1].KeyOf(_groups[row].Second).Length > 0));

    public DimensionValue StageOf(int row) => _readers[0][_groups[row].First];

    public DimensionValue? PartOf(int row) => By is null ? null : _readers[1][_groups[row].Second];

    /// <summary>Row 0 is the whole.</summary>
    public (int Before, int After) Deals(int row) => (_before[row].Deals, _after[row].Deals);

    /// <summary>The rows of a stage.</summary>
    public IEnumerable<int> Of(DimensionValue stage) => Rows.Where(row => StageOf(row).Key == stage.Key);

    public void Count(DealScope scope, DayRange before, DayRange after, int horizon, Exclusions? exclusions)
    {
        var survey = new StaySurvey(_view, scope, _readers, _groups, after, horizon, _after, null, exclusions);
        Conversion.NextStage.Measure.CountStays(survey);
        Conversion.NextStage.Measure.CountStays(survey with { Days = before, Tallies = _before, Exclusions = null });
    }

    public void AddStay(in Observation observation, double length, bool ended, bool isAfter)
    {
        var row = RowOf(observation);
        while (_stays.Count <= row)
        {
            _stays.Add((new StayCounts(), new StayCounts()));
        }

        (isAfter ? _stays[row].After : _stays[row].Before).Add(length, ended);
    }

    public void AddEntered(in Observation observation, decimal amount) => Add(_entered, RowOf(observation), amount);

    public void AddOpen(in Observation observation, decimal amount) => Add(_open, RowOf(observation), amount);

    /// <summary>Null when nothing came in on one side.</summary>
    public RateChange? ConversionOf(int row) => Deals(row) is ( > 0, > 0) ? RateChange.Between(_before[row].Share, _after[row].Share) : null;

    public Proportion ShareOf(int row, bool isAfter) => isAfter ? _after[row].Share : _before[row].Share;

    /// <summary>Null when it is not known what is typical on one side.</summary>
    public DurationChange? TimeOf(int row) => row < _stays.Count ? DurationChange.Between(_stays[row].Before.Curve(), _stays[row].After.Curve()) : null;

    /// <summary>What deals that came in over the period are worth.</summary>
    public decimal EnteredIn(int row) => _entered.GetValueOrDefault(row);

    /// <summary>What deals that are there now are worth.</summary>
    public decimal OpenIn(int row) => _open.GetValueOrDefault(row);

    private int RowOf(in Observation observation) => _groups.RowOf(_readers, observation);

    private static void Add(Dictionary<int, decimal> sums, int row, decimal amount) => sums[row] = sums.GetValueOrDefault(row) + amount;
}
