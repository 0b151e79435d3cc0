namespace RevBot.Pipeline.Analytics;

/// <summary>How deals travel through the stages, learned from past stays: how long they stay, given how long they have stayed already, and where they go then. What a forecast by simulation is made from.</summary>
/// <remarks>
/// Stages and segments are ordinals. A segment differs from its stage by a typical stay of its own and by how often its exits lead on, each drawn towards the stage's while it has little history;
/// the shape of the curve is the stage's. Approximate: lengths are taken to within bins of 4 % for typical stays and 19 % for the pace of leaving, in which that pace is constant.
/// </remarks>
public sealed class PipelinePace
{
    private const double DrawnTypical = 8;
    private const double DrawnAdvance = 20;

    private readonly double[] _typical;
    private readonly double[] _odds;
    private readonly StagePace[] _paces;

    private PipelinePace(int stages, int segments)
    {
        (Stages, Segments) = (stages, segments);
        (_typical, _odds, _paces) = (new double[stages * segments], new double[stages * segments], new StagePace[stages]);
    }

    public int Stages { get; }

    public int Segments { get; }

    /// <summary>False when no stay has ended yet: nothing can be said about open deals.</summary>
    public bool IsKnown { get; private set; }

    /// <param name="stages">Of each stay, ended or running.</param>
    /// <param name="segments">Of its deal.</param>
    /// <param name="days">How long it has lasted.</param>
    /// <param name="to">Where it led: another stage's ordinal or a <see cref="Destination"/>.</param>
    public static PipelinePace Learn(
        ReadOnlySpan<sbyte> stages, ReadOnlySpan<byte> segments, ReadOnlySpan<double> days, ReadOnlySpan<sbyte> to, int stageCount, int segmentCount)
    {
        if (stages.Length != segments.Length || stages.Length != days.Length || stages.Length != to.Length)
        {
            throw new ArgumentException($"{stages.Length} stages, {segments.Length} segments, {days.Length} lengths and {to.Length} destinations do not belong together.", nameof(stages));
        }

        var pace = new PipelinePace(stageCount, segmentCount);
        pace.LearnTypical(stages, segments, days, to);
        pace.LearnWays(stages, segments, days, to);
        return pace;
    }

    /// <summary>Days a stay of a segment in a stage typically takes.</summary>
    public double TypicalDays(int stage, int segment) => _typical[CellOf(stage, segment)];

    internal StagePace PaceOf(int stage) => _paces[stage];

    /// <summary>How likely an exit of a segment after so many typical stays leads on.</summary>
    internal double AdvanceAt(int stage, int segment, double length)
    {
        var (share, odds) = (_paces[stage].AdvanceAt(length), _odds[CellOf(stage, segment)]);
        return share * odds / (1 - share + (share * odds));
    }

    private int CellOf(int stage, int segment) => (stage * Segments) + segment;

    private void LearnTypical(ReadOnlySpan<sbyte> stages, ReadOnlySpan<byte> segments, ReadOnlySpan<double> days, ReadOnlySpan<sbyte> to)
    {
        var cells = Counts(_typical.Length);
        for (var index = 0; index < days.Length; index++)
        {
            cells[CellOf(stages[index], segments[index])].Add(Math.Max(0, days[index]), to[index] != Destination.Running, false);
        }

        var all = Sum(cells);
        IsKnown = all.Exits > 0;
        for (var stage = 0; stage < Stages; stage++)
        {
            var own = Sum(cells.AsSpan(stage * Segments, Segments));
            var median = Math.Max(own.Median() ?? all.Median() ?? 1, .02);
            for (var segment = 0; segment < Segments; segment++)
            {
                var cell = cells[CellOf(stage, segment)];
                var weight = cell.Exits / (cell.Exits + DrawnTypical);
                var cellMedian = cell.Exits >= 3 && cell.Median() is { } found ? Math.Max(found, .02) : median;
                _typical[CellOf(stage, segment)] = Math.Exp((weight * Math.Log(cellMedian)) + ((1 - weight) * Math.Log(median)));
            }
        }
    }

    private void LearnWays(ReadOnlySpan<sbyte> stages, ReadOnlySpan<byte> segments, ReadOnlySpan<double> days, ReadOnlySpan<sbyte> to)
    {
        var counts = Counts(Stages);
        var (won, lost) = (Stages, Stages + 1);
        var ways = new int[Stages][];
        var (exits, advances) = (new int[_odds.Length], new int[_odds.Length]);
        for (var stage = 0; stage < Stages; stage++)
        {
            ways[stage] = new int[Stages + 2];
        }

        for (var index = 0; index < days.Length; index++)
        {
            var (stage, way) = (stages[index], to[index]);
            var cell = CellOf(stage, segments[index]);
            var (ended, advanced) = (way != Destination.Running, way > stage);
            counts[stage].Add(Math.Max(0, days[index]) / _typical[cell], ended, advanced);
            if (ended)
            {
                ways[stage][way switch
                {
                    Destination.Won => won,
                    Destination.Lost => lost,
                    >= 0 when way < Stages => way,
                    _ => throw new ArgumentException($"There is no stage {way} for a stay to lead to.", nameof(to)),
                }]++;
                exits[cell]++;
                advances[cell] += advanced ? 1 : 0;
            }
        }

        var all = Sum(counts);
        var rates = all.Rates(null, .5);
        var share = (all.Advances + .5) / (all.Exits + 1d);
        for (var stage = 0; stage < Stages; stage++)
        {
            var pace = _paces[stage] = new StagePace(stage, counts[stage], rates, share, ways[stage]);
            for (var cell = stage * Segments; cell < (stage + 1) * Segments; cell++)
            {
                var own = (advances[cell] + (DrawnAdvance * pace.AdvanceShare)) / (exits[cell] + DrawnAdvance);
                _odds[cell] = own / (1 - own) / (pace.AdvanceShare / (1 - pace.AdvanceShare));
            }
        }
    }

    private static PaceCounts[] Counts(int count) => [.. Enumerable.Range(0, count).Select(_ => new PaceCounts())];

    private static PaceCounts Sum(ReadOnlySpan<PaceCounts> parts)
    {
        var sum = new PaceCounts();
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }
}
