using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

/// <summary>A company whose deals travel by known rules, so that a forecast can be held against what they lead to: four stages, three segments, losing deals that sit longer, some that skip a stage or go back.</summary>
internal sealed class SyntheticCompany
{
    public const int Stages = 4;
    public const int Segments = 3;

    private static readonly double[] Typical = [3, 5, 8, 4];
    private static readonly double[] Spread = [.7, .65, .75, .7];
    private static readonly double[] Advance = [.6, .7, .72, .8];
    private static readonly double[] Slowness = [.75, 1.1, 2];
    private static readonly double[] Size = [8_000, 30_000, 120_000];

    private readonly List<StagePassage> _passages = [];
    private readonly List<(byte Segment, double Amount, double Created, double Closed, bool Won)> _deals = [];

    public SyntheticCompany(int seed, double days, double dealsADay)
    {
        var random = new Random(seed);
        for (var at = 0d; (at -= Math.Log(1 - random.NextDouble()) / dealsADay) < 2 * days;)
        {
            if (at >= days)
            {
                break;
            }

            var segment = (byte)(random.NextDouble() switch { < .6 => 0, < .9 => 1, _ => 2 });
            Live(random, _deals.Count, segment, at);
            var (closed, won) = (_passages[^1].Left, _passages[^1].To == Destination.Won);
            _deals.Add((segment, Size[segment] * Math.Exp(.5 * Normal(random)), at, closed, won));
        }
    }

    /// <summary>How a deal goes on that is in a stage now.</summary>
    /// <param name="age">Days it has been there.</param>
    /// <returns>The day it is won, or never.</returns>
    public static double WonAfter(Random random, int stage, int segment, double age)
    {
        while (true)
        {
            var (days, to) = Stay(random, stage, segment);
            if (days < age)
            {
                continue;
            }

            var at = days - age;
            while (to is >= 0 and < Stages)
            {
                (days, to) = Stay(random, to, segment);
                at += days;
            }

            return to == Destination.Won ? at : double.PositiveInfinity;
        }
    }

    /// <summary>What history up to a day shows.</summary>
    public PipelinePace Learn(double asOf)
    {
        var seen = _passages.Where(passage => passage.Entered <= asOf).ToList();
        return PipelinePace.Learn(
            [.. seen.Select(passage => passage.Stage)],
            [.. seen.Select(passage => _deals[passage.Deal].Segment)],
            [.. seen.Select(passage => Math.Min(passage.Left, asOf) - passage.Entered)],
            [.. seen.Select(passage => passage.Left <= asOf ? passage.To : Destination.Running)],
            Stages,
            Segments);
    }

    public SimulatedForecast Forecast(double asOf, double horizon, double? quota = null)
    {
        var open = _passages.Where(passage => passage.Entered <= asOf && passage.Left > asOf).ToList();
        var won = _deals.Where(deal => deal.Won && deal.Closed <= asOf).ToList();
        var windows = PastWindows.Values(
            [.. won.Select(deal => deal.Created)], [.. won.Select(deal => deal.Closed)], [.. won.Select(deal => deal.Amount)], asOf, horizon, Math.Max(60, asOf - 286), 5);
        var columns = new OpenDealColumns(
            [.. open.Select(passage => passage.Stage)],
            [.. open.Select(passage => _deals[passage.Deal].Segment)],
            [.. open.Select(passage => asOf - passage.Entered)],
            [.. open.Select(passage => _deals[passage.Deal].Amount)]);
        return PipelineSimulation.Run(WinOdds.Within(Learn(asOf), horizon), columns, windows, new SimulationTerms("test", DateTimeOffset.UnixEpoch, 0, quota));
    }

    public double WonBetween(double from, double to) => _deals.Where(deal => deal.Won && deal.Closed > from && deal.Closed <= to).Sum(deal => deal.Amount);

    private static (double Days, sbyte To) Stay(Random random, int stage, int segment)
    {
        var onwards = random.NextDouble() < Advance[stage];
        var days = Typical[stage] * Slowness[segment] * Math.Exp(Spread[stage] * Normal(random)) * (onwards ? 1 : 1.5);
        if (random.NextDouble() < .04)
        {
            days *= 4;
        }

        if (!onwards)
        {
            return (days, stage > 0 && random.NextDouble() < .08 ? (sbyte)(stage - 1) : Destination.Lost);
        }

        var next = stage + (random.NextDouble() < .05 ? 2 : 1);
        return (days, next >= Stages ? Destination.Won : (sbyte)next);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private void Live(Random random, int deal, byte segment, double at)
    {
        for (sbyte stage = 0; stage is >= 0 and < Stages;)
        {
            var (days, to) = Stay(random, stage, segment);
            _passages.Add(new StagePassage(deal, stage, at, at + days, to));
            (at, stage) = (at + days, to);
        }
    }
}
