namespace RevBot.Pipeline.Metrics;

/// <summary>A metric made of others, for the whole and for each row of a breakdown: coverage, velocity.</summary>
/// <param name="parts">The first one's deals are those behind the number.</param>
/// <param name="combine">The value from the parts' values; null when they give none.</param>
/// <param name="explain">How far each part has moved the value between two periods, from the parts' values then and now, adding up to the difference; null where that cannot be said.</param>
/// <param name="nothing">What to say when there is no value, without its full stop, from the parts' values.</param>
internal sealed class CombinedMetric(
    Metric metric, IReadOnlyList<MetricPart> parts, Func<decimal?[], decimal?> combine, Func<decimal?[], string> nothing, Func<decimal?[], decimal?[], decimal[]?>? explain = null) : MetricRule(metric)
{
    public override Answer Answer(Question question, PipelineView view)
    {
        var converting = view.Converting();
        var answers = parts.Select(part => part.Answer(question, converting)).ToArray();
        decimal?[] values = [.. answers.Select(answer => answer.Value)];
        decimal?[] before = [.. answers.Select(answer => answer.Compared)];
        var value = combine(values);
        var moved = question.CompareWith is null ? null : explain?.Invoke(before, values);
        var rows = RowsOf(question, answers);
        var shown = Ordered(rows, question.Ranking);
        return answers[0] with
        {
            Question = question,
            Metric = Metric,
            Value = value,
            Currency = Metric.Unit is MetricUnit.Money or MetricUnit.MoneyPerDay ? view.Company.Currency : null,
            Compared = question.CompareWith is null ? null : combine(before),
            NoData = value is null ? nothing(values) + "." : null,
            Parts = [.. parts.Select((part, place) => new AnswerPart(part.Title, values[place], before[place], part.Rule.Metric.Unit, moved?[place]))],
            Range = null,
            Change = null,
            Rows = shown,
            RowsInAll = rows.Count,
            SoWhat = value is { } number ? Metric.Bands.FirstOrDefault(band => band.UpTo is null || number < band.UpTo)?.SoWhat : null,
            Receipt = answers[0].Receipt with
            {
                MetricId = Metric.Id,
                Definition = Metric.Definition,
                Owner = view.OwnerOf(Metric),
                Basis = Metric.Basis,
                Period = question.Period is { } period && !DayRange.Of(period).IsAll ? period : null,
                PeriodIsDefault = question.PeriodIsDefault,
                Excluded = Merge(answers),
                Remarks = [.. answers.SelectMany(answer => answer.Receipt.Remarks).Distinct()],
            },
        };
    }

    /// <summary>Rows of the parts that have the same keys are one row; a part without it has no value there.</summary>
    private List<AnswerRow> RowsOf(Question question, Answer[] answers)
    {
        var byKeys = new Dictionary<string, (AnswerRow First, decimal?[] Values, decimal?[] Before)>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var part = 0; part < answers.Length; part++)
        {
            foreach (var row in answers[part].Rows)
            {
                var keys = string.Join('\0', row.Keys.Select(key => key.Key));
                if (!byKeys.TryGetValue(keys, out var known))
                {
                    byKeys[keys] = known = (row with { Deals = part == 0 ? row.Deals : 0 }, new decimal?[answers.Length], new decimal?[answers.Length]);
                    order.Add(keys);
                }

                (known.Values[part], known.Before[part]) = (row.Value, row.Compared);
            }
        }

        return [.. order.Select(keys => byKeys[keys]).Select(row => row.First with { Value = combine(row.Values), Compared = question.CompareWith is null ? null : combine(row.Before) })];
    }

    /// <summary>Unranked rows keep the order of the first part's.</summary>
    private static List<AnswerRow> Ordered(List<AnswerRow> rows, Ranking? ranking)
    {
        if (ranking is null)
        {
            return rows;
        }

        var ranked = rows.Where(row => row.Value is not null && row.Keys.All(key => key.Key.Length > 0));
        return [.. (ranking.Highest ? ranked.OrderByDescending(row => row.Value) : ranked.OrderBy(row => row.Value)).Take(ranking.Count ?? int.MaxValue)];
    }

    private static List<Exclusion> Merge(Answer[] answers) =>
        [.. answers.SelectMany(answer => answer.Receipt.Excluded).GroupBy(exclusion => exclusion.Reason).Select(group => new Exclusion(group.Key, group.Max(exclusion => exclusion.Deals)))];
}
