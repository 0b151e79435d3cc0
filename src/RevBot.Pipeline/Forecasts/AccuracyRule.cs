using System.Globalization;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Holds frozen forecasts against what their quarters brought. Only forecasts as they were kept count, and only quarters that are over.</summary>
internal sealed class AccuracyRule(Metric metric) : MetricRule(metric)
{
    private static readonly string[] PointTitles = ["On the first day", "In the middle", "Three weeks before the end"];

    public override string? Obstacle(Question question, PipelineSnapshot snapshot)
    {
        var scopes = question.Breakdown.Where(dimension => !dimension.IsTime).Concat(question.Filters.OfType<DealFilter.In>().Select(filter => filter.Dimension)).Distinct().ToList();
        var other = scopes.Cast<Dimension?>().FirstOrDefault(scope => scope is { } one && !ForecastFreezer.Dimensions.Contains(one));
        return other is { } unknown ? $"Forecasts are frozen for the company, and by owner, team, manager, segment and region; there are none by {AnswerFacts.Words(unknown)}."
            : question.Filters.Any(filter => filter is not DealFilter.In) ? "Forecasts are frozen for the company, and by owner, team, manager, segment and region; there are none for some of the deals."
            : scopes.Count > 1 ? "Forecasts are frozen by one thing at a time, not by two: ask for owners, teams, managers, segments or regions."
            : question.Breakdown.Any(dimension => dimension is Dimension.Week or Dimension.Month) ? "Forecasts are frozen for quarters; their accuracy can be told by quarter and by year."
            : null;
    }

    public override Answer Answer(Question question, PipelineView view)
    {
        if (Obstacle(question, view.Snapshot) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        view = view.Converting();
        var main = Judge(question, question.Period, view);
        if (main.Outcomes.Count == 0)
        {
            return NoAnswer(question, view, main.Nothing);
        }

        var compared = question.CompareWith is { } with ? Judge(question, with, view) : null;
        DimensionReader[] readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses: false))];
        var before = compared?.Outcomes.GroupBy(outcome => outcome.KeysOf(question, view)).ToDictionary(group => group.Key, group => Accuracy(group));
        var (rows, inAll) = readers.Length == 0 ? ([], 0) : RowOrder.Of(
            [.. main.Outcomes.GroupBy(outcome => outcome.KeysOf(question, view)).Select(group => new AnswerRow(
                [.. readers.Select((reader, place) => reader.ValueOf(place == 0 ? group.Key.First : group.Key.Second))], Accuracy(group), before?.GetValueOrDefault(group.Key), group.Count()))],
            readers,
            question.Ranking);
        var value = Accuracy(main.Outcomes);
        return new Answer
        {
            Question = question,
            Metric = Metric,
            Value = value,
            Compared = compared is { Outcomes.Count: > 0 } ? Accuracy(compared.Outcomes) : null,
            NoData = value is null ? "Nothing was won in those quarters, so no error can be a share of it." : null,
            Parts = [.. PartsOf(main, compared)],
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = value is { } number && main.Outcomes.Count >= Metric.MinimumSample ? Metric.Bands.FirstOrDefault(band => band.UpTo is null || number < band.UpTo)?.SoWhat : null,
            Receipt = ReceiptOf(question, view, main.Outcomes.Count) with { Remarks = [.. Remarks(main)] },
            Deals = main.Won,
        };
    }

    private static decimal? Accuracy(IEnumerable<Judged> outcomes) => Of(outcomes).Wape is { } wape ? (decimal)Math.Max(0, 1 - wape) : null;

    private static ForecastAccuracy Of(IEnumerable<Judged> outcomes) => ForecastAccuracy.Of([.. outcomes.Select(outcome => outcome.Outcome)]);

    private static ForecastJudgement Judge(Question question, Period? period, PipelineView view) => new(question, period, view);

    private static IEnumerable<AnswerPart> PartsOf(ForecastJudgement main, ForecastJudgement? compared)
    {
        for (var point = 0; point < PointTitles.Length; point++)
        {
            var at = point;
            if (Accuracy(main.Outcomes.Where(outcome => outcome.Point == at)) is { } accuracy)
            {
                yield return new AnswerPart(PointTitles[point], accuracy, compared is null ? null : Accuracy(compared.Outcomes.Where(outcome => outcome.Point == at)), MetricUnit.Share);
            }
        }

        var (now, then) = (Of(main.Outcomes), compared is { Outcomes.Count: > 0 } ? Of(compared.Outcomes) : null);
        yield return new AnswerPart("Bias (above 0: too high)", (decimal?)now.Bias, (decimal?)then?.Bias, MetricUnit.Share);
        yield return new AnswerPart("Ended between P10 and P90", (decimal?)now.Coverage, (decimal?)then?.Coverage, MetricUnit.Share);
        foreach (var category in main.Submitted.GroupBy(outcome => outcome.Category).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new AnswerPart($"{category.Key} as submitted", Accuracy(category), null, MetricUnit.Share);
        }
    }

    private static IEnumerable<string> Remarks(ForecastJudgement main)
    {
        var live = main.Outcomes.Count(outcome => !outcome.IsFromHistory);
        var recomputed = main.Outcomes.Count - live;
        yield return string.Create(CultureInfo.InvariantCulture, $"{(recomputed == 0 ? "all" : live == 0 ? "none" : live.ToString("N0", CultureInfo.InvariantCulture))} frozen on the day{(recomputed == 0 ? "" : $", {(live == 0 ? "all" : recomputed.ToString("N0", CultureInfo.InvariantCulture))} worked out later from the history as it stood")}");
        if (recomputed > 0 && main.By is { } by)
        {
            yield return $"those by the {AnswerFacts.Words(by)} deals have today";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{main.Quarters} whole {(main.Quarters == 1 ? "quarter" : "quarters")}, each at its first day, its middle and three weeks before its end");
    }
}
