namespace RevBot.Pipeline.Analytics;

/// <summary>How likely a deal is won within some days, by its stage, its segment and how long it has been there. Whether it is by its own travel, not by a percentage that goes with the stage.</summary>
/// <remarks>
/// A deal that has just entered a stage is followed through all stages by steps of about half a day, not by chance: the odds are those that infinitely many simulated deals would have, but for the steps.
/// By age they are worked out at the ends of the pace's bins and read off between them. Stays of one deal are taken to be independent of one another, and deals of each other.
/// </remarks>
public sealed class WinOdds
{
    private const int LeastSteps = 64;
    private const int MostSteps = 256;

    private readonly PipelinePace _pace;
    private readonly int _steps;
    private readonly double _step;

    /// <summary>By cell and remaining steps: how likely a deal is won that leaves its stage forwards, or otherwise; means of each step's two ends.</summary>
    private readonly double[][] _forward;
    private readonly double[][] _back;
    private readonly double[][] _byAge;

    private WinOdds(PipelinePace pace, double days)
    {
        (_pace, _steps) = (pace, (int)Math.Clamp(Math.Ceiling(2 * days), LeastSteps, MostSteps));
        _step = days / _steps;
        var cells = pace.Stages * pace.Segments;
        (_forward, _back, _byAge) = (new double[cells][], new double[cells][], new double[cells][]);
        for (var segment = 0; segment < pace.Segments; segment++)
        {
            Follow(segment);
        }
    }

    /// <param name="days">Days that are left, in the clock the pace was learned in.</param>
    public static WinOdds Within(PipelinePace pace, double days) => new(pace, Math.Max(0, days));

    /// <summary>How likely a deal is won in time.</summary>
    /// <param name="age">Days it has been in its stage.</param>
    public double Of(int stage, int segment, double age)
    {
        if (!_pace.IsKnown)
        {
            return 0;
        }

        var length = Math.Max(0, age) / _pace.TypicalDays(stage, segment);
        var bin = LengthGrid.WideBinOf(length);
        var odds = AtEdge(stage, segment, bin);
        if (bin == LengthGrid.Wide - 1)
        {
            return odds;
        }

        var (begin, end) = (LengthGrid.WideEdge(bin), LengthGrid.WideEdge(bin + 1));
        return odds + ((AtEdge(stage, segment, bin + 1) - odds) * (length - begin) / (end - begin));
    }

    private int CellOf(int stage, int segment) => (stage * _pace.Segments) + segment;

    /// <summary>Works out a segment's odds for ever more time left; what a stage needs of later stages is there by then, and of earlier ones that of a step before.</summary>
    private void Follow(int segment)
    {
        var stages = _pace.Stages;
        var won = new double[stages][];
        var (forward, back) = (new double[stages], new double[stages]);
        var (leaveForward, leaveBack) = (new double[stages][], new double[stages][]);
        for (var stage = 0; stage < stages; stage++)
        {
            won[stage] = new double[_steps + 1];
            _forward[CellOf(stage, segment)] = new double[_steps];
            _back[CellOf(stage, segment)] = new double[_steps];
            _byAge[CellOf(stage, segment)] = new double[LengthGrid.Wide];
            _byAge[CellOf(stage, segment)].AsSpan().Fill(double.NaN);
            (leaveForward[stage], leaveBack[stage]) = Leaving(stage, segment, 0);
            (forward[stage], back[stage]) = (_pace.PaceOf(stage).Forward[stages], 0);
        }

        for (var left = 1; left <= _steps; left++)
        {
            for (var stage = stages - 1; stage >= 0; stage--)
            {
                var pace = _pace.PaceOf(stage);
                var (onwards, otherwise) = (pace.Forward[stages], 0d);
                for (var next = 0; next < stages; next++)
                {
                    onwards += pace.Forward[next] * won[next][next > stage ? left : left - 1];
                    otherwise += pace.Back[next] * won[next][left - 1];
                }

                var (meanForward, meanBack) = (_forward[CellOf(stage, segment)], _back[CellOf(stage, segment)]);
                meanForward[left - 1] = (forward[stage] + onwards) / 2;
                meanBack[left - 1] = (back[stage] + otherwise) / 2;
                (forward[stage], back[stage]) = (onwards, otherwise);
                won[stage][left] = Sum(leaveForward[stage], meanForward, left) + Sum(leaveBack[stage], meanBack, left);
            }
        }
    }

    /// <summary>Leaving in each step times what is left by then.</summary>
    private static double Sum(double[] leaving, double[] odds, int left)
    {
        var sum = 0d;
        for (var step = 0; step < left; step++)
        {
            sum += leaving[step] * odds[left - 1 - step];
        }

        return sum;
    }

    private double AtEdge(int stage, int segment, int bin)
    {
        var cell = CellOf(stage, segment);
        ref var odds = ref _byAge[cell][bin];
        if (double.IsNaN(odds))
        {
            var (forward, back) = Leaving(stage, segment, LengthGrid.WideEdge(bin));
            odds = Math.Clamp(Sum(forward, _forward[cell], _steps) + Sum(back, _back[cell], _steps), 0, 1);
        }

        return odds;
    }

    /// <summary>How likely a stay that has lasted so many typical ones is left in each of the coming steps, forwards and otherwise.</summary>
    private (double[] Forward, double[] Back) Leaving(int stage, int segment, double length)
    {
        var (forward, back) = (new double[_steps], new double[_steps]);
        var pace = _pace.PaceOf(stage);
        var step = _step / _pace.TypicalDays(stage, segment);
        var (gone, still) = (pace.Gone(length), 1d);
        for (var index = 0; index < _steps; index++)
        {
            var end = length + ((index + 1) * step);
            var after = Math.Exp(gone - pace.Gone(end));
            var advance = _pace.AdvanceAt(stage, segment, end - (step / 2));
            forward[index] = (still - after) * advance;
            back[index] = (still - after) * (1 - advance);
            still = after;
        }

        return (forward, back);
    }
}
