using System.Globalization;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Targets;

/// <summary>A metric that sums what people are to win, or said they would.</summary>
/// <param name="dimensions">What targets can be filtered and split by, besides time.</param>
/// <param name="canBeCut">True when part of the days has part of the amount.</param>
internal abstract class TargetMetric(Metric metric, IReadOnlyList<Dimension> dimensions, bool canBeCut) : MetricRule(metric)
{
    public override string? Obstacle(Question question, PipelineSnapshot snapshot)
    {
        var split = question.Breakdown.Cast<Dimension?>().FirstOrDefault(dimension => !Has(dimension));
        var filter = question.Filters.FirstOrDefault(filter => filter is not DealFilter.In named || !Has(named.Dimension));
        return (split ?? (filter as DealFilter.In)?.Dimension) is { } other ? $"{Subject} are for people and periods; there are none by {AnswerFacts.Words(other)}."
            : filter is not null ? $"{Subject} are for people and periods; there are none for some of the deals only."
            : null;
    }

    public override Answer Answer(Question question, PipelineView view)
    {
        if (Obstacle(question, view.Snapshot) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        var exclusions = new Exclusions(view.Company.Currency);
        var count = new TargetCount(question, view, canBeCut);
        foreach (var piece in PiecesOf(view, DayRange.Of(question.Period), exclusions))
        {
            count.Add(piece, DayRange.Of(question.Period), isCompared: false);
        }

        var cut = count.Cut;
        foreach (var piece in question.CompareWith is { } with ? PiecesOf(view, DayRange.Of(with), new Exclusions(view.Company.Currency)) : [])
        {
            count.Add(piece, DayRange.Of(question.CompareWith), isCompared: true);
        }

        var (rows, inAll) = count.Rows();
        return new Answer
        {
            Question = question,
            Metric = count.Whole.IsMixed ? Metric : Metric with { Additive = true },
            Value = count.Whole.Value,
            Currency = view.Company.Currency,
            Compared = count.Whole.Compared,
            NoData = count.Whole.Value is null ? Nothing(question, count, cut) : null,
            Rows = rows,
            RowsInAll = inAll,
            Receipt = ReceiptOf(question, view, count.Whole.Count) with
            {
                Excluded = exclusions.All(),
                Remarks = [.. Remarks(question, count, cut)],
            },
            Deals = new DealSet(view.Snapshot),
        };
    }

    /// <summary>"Quotas".</summary>
    protected abstract string Subject { get; }

    /// <summary>Those there are, each day of a person's counting once.</summary>
    /// <param name="days">What is asked about; may decide which of several counts.</param>
    protected abstract IEnumerable<TargetPiece> PiecesOf(PipelineView view, DayRange days, Exclusions exclusions);

    /// <summary>In the company's currency at the rate of the first day; null without a rate, which is noted.</summary>
    protected static decimal? AmountOf(Money amount, DateOnly start, PipelineView view, Exclusions exclusions)
    {
        var value = view.Company.Rates.Convert(amount, start);
        if (value is null)
        {
            exclusions.AddWithoutRate(amount.Currency);
        }

        return value;
    }

    private bool Has(Dimension? dimension) => dimension is { } one && (one.IsTime || dimensions.Contains(one));

    private string Nothing(Question question, TargetCount count, int cut)
    {
        if (count.Whole.IsMixed)
        {
            return $"{string.Join(" and ", count.Whole.Categories.Order(StringComparer.Ordinal))} hold the same deals and are not added up.";
        }

        var names = question.Filters.OfType<DealFilter.In>().Where(filter => !filter.Negated).SelectMany(filter => filter.Values).Select(value => value.Label).ToList();
        var scope = question.Filters.IsEmpty ? "" : names.Count is 0 or > 3 || question.Filters.Length > 1 ? " with these filters" : $" for {string.Join(" or ", names)}";
        var place = question.Period is { } period && !DayRange.Of(period).IsAll ? " in that period" : "";
        var whole = cut > 0 ? $"; {cut.ToString("N0", CultureInfo.InvariantCulture)} {(cut == 1 ? "is" : "are")} for more days than these" : "";
        return $"There is no {Metric.Thing}{scope}{place}{whole}.";
    }

    private IEnumerable<string> Remarks(Question question, TargetCount count, int cut)
    {
        if (count.HasParts)
        {
            yield return $"in proportion to days where a {Metric.Thing} is cut";
        }

        if (cut > 0 && count.Whole.Count > 0)
        {
            yield return $"left out: {cut.ToString("N0", CultureInfo.InvariantCulture)} that {(cut == 1 ? "is" : "are")} for more days than these";
        }

        var days = DayRange.Of(question.Period);
        var (first, last) = count.Days;
        if (count.Whole.Count > 0 && (first > days.First || last < days.Last))
        {
            yield return $"there are {Subject.ToLowerInvariant()} from {Text(first)} to {Text(last)} only";
        }
    }

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
