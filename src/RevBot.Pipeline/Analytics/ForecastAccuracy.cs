namespace RevBot.Pipeline.Analytics;

/// <summary>How good past forecasts were. Only forecasts as they were made then count, never ones worked out again.</summary>
/// <param name="Count">Forecasts looked at.</param>
/// <param name="Mape">Mean absolute error as a share of each actual; null when a period brought nothing, which no error can be a share of.</param>
/// <param name="Wape">All absolute errors as a share of all actuals; the one to lead with. Null when no period brought anything.</param>
/// <param name="Bias">All errors as a share of all actuals: above 0, forecasts were too high. Null as <paramref name="Wape"/>.</param>
/// <param name="Coverage">Share of actuals within the interval told; null without forecasts.</param>
public sealed record ForecastAccuracy(int Count, double? Mape, double? Wape, double? Bias, double? Coverage)
{
    private const double TooFarOff = .2;

    /// <summary>True when forecasts were off by more than a fifth.</summary>
    public bool IsOff => Wape > TooFarOff;

    public static ForecastAccuracy Of(ReadOnlySpan<ForecastOutcome> outcomes)
    {
        var (errors, off, actuals, shares, covered, zeros) = (0d, 0d, 0d, 0d, 0, 0);
        foreach (var (forecast, low, high, actual) in outcomes)
        {
            var error = forecast - actual;
            (errors, off, actuals) = (errors + error, off + Math.Abs(error), actuals + actual);
            covered += actual >= low && actual <= high ? 1 : 0;
            if (actual == 0)
            {
                zeros++;
            }
            else
            {
                shares += Math.Abs(error / actual);
            }
        }

        var count = outcomes.Length;
        return new ForecastAccuracy(
            count,
            count > 0 && zeros == 0 ? shares / count : null,
            actuals > 0 ? off / actuals : null,
            actuals > 0 ? errors / actuals : null,
            count > 0 ? (double)covered / count : null);
    }
}
