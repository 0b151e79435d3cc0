namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>How the deals of a made-up company live. Times are business days; a year has 260.</summary>
internal sealed record SimulatedSales
{
    public const int Year = 260;

    public const int Stages = 6;

    /// <summary>The stage whose pace changes where one does.</summary>
    public const int Proposal = 3;

    private const double SitsLonger = 1.5;
    private const double Skips = .05;
    private const double GoesBack = .03;

    private static readonly double[] Median = [2, 4, 6, 4, 5, 3];
    private static readonly double[] Slowness = [.75, 1.1, 2];
    private static readonly double[] Advance = [.62, .66, .70, .76, .82, .88];

    /// <summary>Of the logarithm; a stage with a shape is Weibull instead.</summary>
    public double[] Spread { get; init; } = [.65, 0, .75, .7, 0, .7];

    public double[] Shape { get; init; } = [0, 1.3, 0, 0, 1.4, 0];

    public double StalledShare { get; init; } = .04;

    /// <summary>Deals that come in on a business day, by day.</summary>
    public Func<double, double> DealsADay { get; init; } = _ => 4;

    /// <summary>Share of Enterprise deals, by day; SMB has two thirds of the others.</summary>
    public Func<double, double> Enterprise { get; init; } = _ => .1;

    /// <summary>What a stay in a stage takes longer than usual, by stage and day entered.</summary>
    public Func<int, double, double> Drag { get; init; } = (_, _) => 1;

    /// <summary>The stages as the company of the reference's table with unlike spreads has them.</summary>
    public SimulatedSales WithUnlikeSpreads() => this with { Spread = [.35, 0, 1.3, .6, 0, .9], Shape = [0, 1, 0, 0, 2.2, 0] };

    /// <summary>Every stay that begins in a time, the first deals coming in at its start.</summary>
    public List<SimulatedVisit> Live(int seed, double from, double until)
    {
        var random = new Random(seed);
        var longest = LongStays(seed);
        var visits = new List<SimulatedVisit>();
        for (var at = from; (at -= Math.Log(1 - random.NextDouble()) / DealsADay(at)) < until;)
        {
            var (enterprise, draw) = (Enterprise(at), random.NextDouble());
            var segment = draw < enterprise ? 2 : draw < enterprise + ((1 - enterprise) / 3) ? 1 : 0;
            for (var (stage, entered) = (0, at); stage is >= 0 and < Stages && entered < until;)
            {
                var (days, next) = Stay(random, stage, segment);
                days *= Drag(stage, entered);
                var stalled = random.NextDouble() < StalledShare;
                if (stalled)
                {
                    days += (1 + (2 * random.NextDouble())) * longest[stage][segment];
                }

                visits.Add(new SimulatedVisit(stage, segment, entered, entered + days, stalled));
                (entered, stage) = (entered + days, next);
            }
        }

        return visits;
    }

    /// <summary>What 97 of 100 natural stays do not outlast, by stage and segment.</summary>
    private double[][] LongStays(int seed)
    {
        var random = new Random(~seed);
        var found = new double[Stages][];
        var draws = new double[4_000];
        for (var stage = 0; stage < Stages; stage++)
        {
            found[stage] = new double[Slowness.Length];
            for (var segment = 0; segment < Slowness.Length; segment++)
            {
                for (var draw = 0; draw < draws.Length; draw++)
                {
                    draws[draw] = Stay(random, stage, segment).Days;
                }

                Array.Sort(draws);
                found[stage][segment] = draws[(int)(.97 * draws.Length)];
            }
        }

        return found;
    }

    private (double Days, int Next) Stay(Random random, int stage, int segment)
    {
        var advances = random.NextDouble() < Advance[stage];
        var stretch = Shape[stage] > 0
            ? Math.Pow(-Math.Log(1 - random.NextDouble()) / Math.Log(2), 1 / Shape[stage])
            : Math.Exp(Spread[stage] * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var days = Median[stage] * Slowness[segment] * stretch * (advances ? 1 : SitsLonger);
        var way = random.NextDouble();
        return (days, way < GoesBack && stage > 0 ? stage - 1 : !advances ? -1 : stage + (way > 1 - Skips ? 2 : 1));
    }
}
