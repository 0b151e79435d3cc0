namespace RevBot.Pipeline.Metrics;

/// <summary>What a period will bring, and how good such forecasts were.</summary>
internal static class Forecasting
{
    public static ForecastRule Simulated { get; } = new(new Metric
    {
        Id = "forecast.simulated",
        Title = "Forecast",
        Definition = "What the period will bring in the end, simulated: what is won in it already, the open deals by the odds that deals of their stage, segment and age have had, and new business as it came in past stretches as long. The number is P50, with P10 and P90 around it; this quarter when no period is named.",
        Formula = "P50 of 400 runs of: won so far + open deals won or not by their odds + new business of a past stretch",
        Unit = MetricUnit.Money,
        Basis = TimeBasis.ExpectedClose,
        DefaultPeriod = DefaultPeriod.ThisQuarter,
        MinimumSample = 10,
        Synonyms =
        [
            "forecast", "simulated forecast", "sale forecast", "revenue forecast", "booking forecast", "forecasted", "forecasting", "projection", "projected", "projected revenue", "projected booking", "projected sale", "prediction", "predicted",
            "predict", "simulation", "run simulation", "run the simulation", "simulate", "monte carlo", "monte carlo forecast", "p50", "expected result", "expected booking", "expected revenue", "landing point",
            "going to land", "going to book", "going to end up", "going to finish", "likely to book", "likely to bring in", "do we expect to win", "do we expect to book", "do we expect to bring in", "expect to book", "expect to bring in",
        ],
        Bands =
        [
            new(null, "behind", "The quota is more likely missed than not: look at the deals that are due and carry most, and change the number now rather than at the end."),
            new(null, "open", "It can go either way: agree a dated next step for every deal that is due, and create pipeline that can still close in the period."),
            new(null, "on course", "The quota is likely reached: protect the deals it rests on, and build pipeline for the period after."),
        ],
    });

    public static IReadOnlyList<MetricRule> Rules { get; } = [Simulated];
}
