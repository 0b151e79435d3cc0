using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What a period will bring, and how good such forecasts were.</summary>
internal static class Forecasting
{
    public static ForecastRule Simulated { get; } = new(new Metric
    {
        Id = "forecast.simulated",
        Title = "Forecast",
        Definition = "What the period will bring in the end, simulated: what is won in it already, the open deals by the odds that deals of their stage, segment and age have had, and new business as it came in past stretches as long. A paused deal can be won from its review date on. The number is P50, with P10 and P90 around it; this quarter when no period is named.",
        Formula = "P50 of 400 runs of: won so far + open deals won or not by their odds + new business of a past stretch",
        Unit = MetricUnit.Money,
        Basis = TimeBasis.ExpectedClose,
        DefaultPeriod = DefaultPeriod.ThisQuarter,
        MinimumSample = 10,
        Synonyms =
        [
            "forecast", "simulated forecast", "sale forecast", "revenue forecast", "booking forecast", "forecasted", "forecasting", "projection", "projected", "projected revenue", "projected booking", "projected sale", "prediction", "predicted",
            "predict", "simulation", "run simulation", "run the simulation", "simulate", "monte carlo", "monte carlo forecast", "p50", "p10", "p50 and p90", "p10 and p90", "p10 to p90", "worst case", "downside", "upside", "likely outcome", "most likely outcome", "expect to close", "expect to win", "expect to land", "expect to sell", "expecting to close", "expecting to win", "expecting to book", "latest forecast", "current forecast", "expected result", "expected booking", "expected revenue", "landing point",
            "going to land", "going to book", "going to end up", "going to finish", "likely to book", "likely to bring in", "do we expect to win", "do we expect to book", "do we expect to bring in", "expect to book", "expect to bring in",
        ],
        Bands =
        [
            new(null, "behind", "The quota is more likely missed than not: look at the deals that are due and carry most, and change the number now rather than at the end."),
            new(null, "open", "It can go either way: agree a dated next step for every deal that is due, and create pipeline that can still close in the period."),
            new(null, "on course", "The quota is likely reached: protect the deals it rests on, and build pipeline for the period after."),
        ],
    });

    public static AccuracyRule Accuracy { get; } = new(new Metric
    {
        Id = "forecast.accuracy",
        Title = "Forecast accuracy",
        Definition = "How near forecasts came to what was won: all errors as a share of all that was won, taken from one, over the forecasts frozen on the first day, in the middle and three weeks before the end of each whole quarter that is over; the last four quarters when no period is named.",
        Formula = "1 − sum of |frozen forecast − won amount| ÷ sum of won amount, not below 0",
        Unit = MetricUnit.Share,
        Basis = TimeBasis.Target,
        DefaultPeriod = DefaultPeriod.LastFourQuarters,
        TakesWholePeriods = true,
        Thing = "forecast",
        MinimumSample = 3,
        Synonyms =
        [
            "forecast accuracy", "accuracy of forecast", "accuracy of the forecast", "accuracy of our forecast", "accuracy", "accurate", "accurately", "accurate forecast", "forecast accurate", "forecast error", "forecasting accuracy", "forecasting error", "forecast bias",
            "forecast quality", "forecast reliability", "reliable", "wape", "mape", "actual", "forecast vs actual", "forecast versus actual", "forecast against actual", "forecast to actual", "trust the forecast", "trust our forecast", "trust your forecast",
            "trust forecast", "can i trust the forecast", "can i trust our forecast", "can i trust your forecast", "can i trust this forecast", "can i trust that forecast", "can we trust the forecast", "can we trust our forecast", "can we trust your forecast", "can we trust this forecast", "can we trust that forecast", "should i trust the forecast", "should i trust our forecast", "should i trust your forecast", "should i trust this forecast", "should i trust that forecast", "should we trust the forecast", "should we trust our forecast", "should we trust your forecast", "should we trust this forecast", "should we trust that forecast", "do we trust the forecast", "do we trust our forecast", "do we trust your forecast", "do we trust this forecast", "do we trust that forecast", "trust these forecast", "trust that forecast", "forecast off", "forecast right", "forecast wrong", "forecast miss", "forecast missed", "off were we", "were we off", "far off were we", "hit our forecast", "hit the forecast", "hit forecast", "make our forecast", "made our forecast", "meet our forecast", "met our forecast", "miss the forecast", "miss our forecast", "miss forecast",
            "missed the forecast", "missed our forecast", "beat the forecast", "beat our forecast", "beat forecast",
        ],
        Bands =
        [
            new(.8m, "off", "Forecasts were off by more than a fifth: plan by the range and not by the point, and look which way they lean."),
            new(null, "near", "Forecasts came near: plan by them, and keep an eye on the range early in the quarter."),
        ],
    });

    public static IReadOnlyList<MetricRule> Rules { get; } = [Simulated, Accuracy];
}
