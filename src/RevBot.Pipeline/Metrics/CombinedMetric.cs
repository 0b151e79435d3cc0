using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline.Metrics;

/// <summary>A metric made of others, for the whole and for each row of a breakdown: coverage, velocity.</summary>
/// <param name="parts">The first one's deals are those behind the number.</param>
/// <param name="combine">The value from the parts' values; null when they give none.</param>
/// <param name="nothing">What to say when there is no value, without its full stop, from the parts' answers.</param>
/// <param name="explain">How far each part has moved the value between two periods, from the parts' values then and now, adding up to the difference; null where that cannot be said.</param>
internal sealed class CombinedMetric(
    Metric metric, IReadOnlyList<MetricPart> parts, Func<decimal?[], decimal?> combine, Func<Answer[], string> nothing, Func<decimal?[], decimal?[], decimal[]?>? explain = null) : MetricRule(metric)
{
    /// <summary>Numbers told beside the parts because they follow from them.</summary>
    public IReadOnlyList<DerivedPart> Derived { get; init; } = [];

    /// <summary>What stands in a row in the place of a value there is none of; null for "no data".</summary>
    public Func<decimal?[], string?>? Instead { get; init; }

    /// <summary>The word of the band the values fall into, where it takes more than the number to tell.</summary>
    public Func<DerivedFrom, string?>? Band { get; init; }

    public override string? Obstacle(Question question, PipelineSnapshot snapshot) => parts.Select(part => part.Rule.Obstacle(question, snapshot)).FirstOrDefault(obstacle => obstacle is not null);

    public override Answer Answer(Question question, PipelineView view)
    {
        if (Obstacle(question, view.Snapshot) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        var converting = view.Converting();

        // Each part is a pass over the deals of its own: whoever waits for the answer waits for the longest one, not for all of them in turn.
        var answers = new Answer[parts.Count];
        Parallel.For(0, parts.Count, place => answers[place] = parts[place].Answer(question, converting));
        var from = new DerivedFrom([.. answers.Select(answer => answer.Value)], question, view);
        decimal?[] before = [.. answers.Select(answer => answer.Compared)];
        var value = combine(from.Values);
        var moved = question.CompareWith is null ? null : explain?.Invoke(before, from.Values);
        var (rows, inAll) = RowOrder.Of(RowsOf(question, answers), [.. question.Breakdown.Select(dimension => new RowDimension(dimension, view))], question.Ranking);
        return new Answer
        {
            Question = question,
            Metric = Metric,
            Value = value,
            Currency = Metric.Unit is MetricUnit.Money or MetricUnit.MoneyPerDay ? view.Company.Currency : null,
            Compared = question.CompareWith is null ? null : combine(before),
            NoData = value is null ? nothing(answers).TrimEnd('.') + "." : null,
            Parts =
            [
                .. parts.Select((part, place) => new AnswerPart(part.Title, from.Values[place], before[place], part.Rule.Metric.Unit, moved?[place])),
                .. Derived.Select(part => new AnswerPart(part.Title, part.Value(from), null, part.Unit)),
            ],
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = value is { } number ? SoWhat(number, from) : null,
            Receipt = ReceiptOf(question, view, answers[0].Receipt.Deals) with { Excluded = Merge(answers), Remarks = [.. Remarks(answers, view)] },
            Deals = answers[0].Deals,
        };
    }

    private string? SoWhat(decimal value, DerivedFrom from) =>
        (Band is null ? Metric.BandOf(value, int.MaxValue) : Metric.Bands.FirstOrDefault(band => band.Word == Band(from)))?.SoWhat;

    /// <summary>Each part has its own receipt for whoever asks for it; here stands what makes the whole doubtful, and what was done to all.</summary>
    private IEnumerable<string> Remarks(Answer[] answers, PipelineView view)
    {
        if (Array.Exists(answers, answer => answer.Receipt.Converted))
        {
            yield return $"converted to {view.Company.Currency} at the dated rates";
        }

        for (var place = 0; place < parts.Count; place++)
        {
            var (rule, answer) = (parts[place].Rule, answers[place]);
            if (answer.Value is not null && answer.Receipt.Deals < rule.Metric.MinimumSample)
            {
                yield return $"{parts[place].Title.ToLowerInvariant()} from only {rule.Metric.CountOf(answer.Receipt.Deals)}";
            }

            foreach (var remark in rule is TargetMetric ? answer.Receipt.Remarks : [])
            {
                yield return remark;
            }
        }
    }

    /// <summary>Rows of the parts that have the same keys are one row; a part without it has no value there.</summary>
    private List<AnswerRow> RowsOf(Question question, Answer[] answers)
    {
        var byKeys = new Dictionary<(string, string), (AnswerRow First, decimal?[] Values, decimal?[] Before)>();
        for (var part = 0; part < answers.Length; part++)
        {
            foreach (var row in answers[part].Rows)
            {
                var keys = (row.Keys[0].Key, row.Keys.Count > 1 ? row.Keys[1].Key : "");
                if (!byKeys.TryGetValue(keys, out var known))
                {
                    byKeys[keys] = known = (row with { Deals = part == 0 ? row.Deals : 0 }, new decimal?[answers.Length], new decimal?[answers.Length]);
                }

                (known.Values[part], known.Before[part]) = (row.Value, row.Compared);
            }
        }

        return
        [
            .. byKeys.Values.Select(row => row.First with
            {
                Value = combine(row.Values),
                Compared = question.CompareWith is null ? null : combine(row.Before),
                Instead = Instead?.Invoke(row.Values),
            }),
        ];
    }

    private static List<Exclusion> Merge(Answer[] answers) =>
        [.. answers.SelectMany(answer => answer.Receipt.Excluded).GroupBy(exclusion => exclusion.Reason).Select(group => new Exclusion(group.Key, group.Max(exclusion => exclusion.Deals)))];
}
