using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>A frozen forecast and what came of it.</summary>
/// <param name="Point">Which of a quarter's three days it was frozen on.</param>
internal sealed record Judged(FrozenForecast Frozen, int Point, decimal Actual)
{
    public ForecastOutcome Outcome => new((double)Frozen.Amount, (double)(Frozen.Low ?? Frozen.Amount), (double)(Frozen.High ?? Frozen.Amount), (double)Actual);

    public string Category => Frozen.Category;

    public bool IsFromHistory => Frozen.IsFromHistory;

    /// <summary>Of the row it counts in; the second is empty with one dimension.</summary>
    public (string First, string Second) KeysOf(Question question, PipelineView view)
    {
        string KeyOf(Dimension dimension) => TimeBucket.For(dimension, view.Company.Fiscal)?.KeyOf(Frozen.Start) ?? Frozen.Key;

        return question.Breakdown switch
        {
            [] => ("", ""),
            [var only] => (KeyOf(only), ""),
            [var first, var second, ..] => (KeyOf(first), KeyOf(second)),
        };
    }
}
