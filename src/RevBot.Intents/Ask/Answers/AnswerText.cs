using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask.Answers;

/// <summary>The sentences of an answer: the result, the difference, the receipt.</summary>
internal static class AnswerText
{
    /// <summary>The key result in one line.</summary>
    public static string Headline(Answer answer, string currency)
    {
        if (answer.NoData is { } nothing && answer.Value is null)
        {
            return nothing;
        }

        if (answer.Question.Ranking is { Count: 1 } ranking && answer.Rows is [{ Value: { } best } first, ..])
        {
            var label = Label(first);
            var end = ranking.Highest ? "highest" : "lowest";
            return $"{label} has the {end} {Name(answer.Metric)}: {FewOf(best, first.Deals, answer.Metric) ?? Value(best, answer, currency) + From(answer, first.Deals)}{Share(first, currency)}";
        }

        return answer.Value is { } value
            ? $"{answer.Metric.Title}: {FewOf(value, answer.Receipt.Deals, answer.Metric) ?? Value(value, answer, currency)}{Range(answer, currency)}{(FewOf(value, answer.Receipt.Deals, answer.Metric) is null ? From(answer, answer.Receipt.Deals) : string.Empty)}"
            : answer.NoData ?? $"{answer.Metric.Title}: no data";
    }

    /// <summary>"+$120k (+12%) against $1.1M, 1 Jan – 31 Mar 2025"; null without a comparison.</summary>
    public static string? Difference(Answer answer, string currency)
    {
        if (answer.Question.CompareWith is not { } period)
        {
            return null;
        }

        var dates = PeriodText.Dates(period);
        if (answer.Compared is not { } before)
        {
            return $"No data for {dates} to compare with.";
        }

        var then = ValueText.Exact(before, answer.Metric.Unit, answer.Currency ?? currency);
        return answer.Value is { } value
            ? $"{Capital(ValueText.Difference(before, value, answer.Metric.Unit, answer.Currency ?? currency))} against {then} ({dates}){Lengths(answer.Question.Period, period)}{Chance(answer, currency)}"
            : $"It was {then} ({dates}).";
    }

    /// <summary>One quiet line from which anybody can check the number.</summary>
    public static string Receipt(Answer answer, string currency, ReaderClock clock)
    {
        var receipt = answer.Receipt;
        var parts = new List<string> { receipt.MetricId, receipt.Owner };
        parts.Add(receipt.Period is { } period
            ? $"{ReadingText.Basis(receipt.Basis)} {PeriodText.Dates(period)}{(receipt.PeriodIsDefault ? " (default)" : string.Empty)}"
            : "all dates");
        parts.AddRange(receipt.Filters.Select(filter => ReadingText.Filter(filter, currency)));
        parts.Add($"as of {clock.Moment(receipt.AsOf)}");
        parts.Add(CountText.OrNo(receipt.Deals, answer.Metric.Thing));
        parts.AddRange(receipt.Excluded.Select(exclusion => LeftOutText.Of(exclusion, answer.Metric.Thing)));
        parts.AddRange(receipt.Remarks);
        if (receipt.Deals > 0 && receipt.Deals < answer.Metric.MinimumSample)
        {
            parts.Add($"few {CountText.Plural(answer.Metric.Thing)}: read with care below {answer.Metric.MinimumSample}");
        }

        return string.Join(" · ", parts);
    }

    /// <summary>A column's title: "Deals", "Leads".</summary>
    public static string Things(Metric metric) => Capital(CountText.Plural(metric.Thing));

    /// <summary>"28 %, before 25 %".</summary>
    public static string Part(AnswerPart part, string currency)
    {
        var now = part.Value is { } value ? ValueText.Exact(value, part.Unit, currency) : "no data";
        return part.Compared is { } before ? $"{now}, before {ValueText.Exact(before, part.Unit, currency)}" : now;
    }

    /// <summary>"Really changed: Proposal (-11.2 points)."; null where no row's change can be judged.</summary>
    public static string? Changed(Answer answer, string currency)
    {
        if (!answer.Rows.Any(row => row.Change is not null))
        {
            return null;
        }

        var real = answer.Rows.Where(row => row.Change is { IsReal: true }).Select(row => $"{Label(row)} ({Step(row.Value.GetValueOrDefault() - row.Compared.GetValueOrDefault(), answer, currency)})").ToList();
        return real.Count == 0 ? "No row has changed by more than chance allows." : $"Really changed: {CountText.List(real)}. What else moved is no more than chance allows.";
    }

    /// <summary>"What moved it: sales cycle -$310 a day, win rate +$120 a day; together -$190 a day."; null where that is not told.</summary>
    public static string? Moved(Answer answer, string currency)
    {
        var moved = answer.Parts.Where(part => part.Moved is not null and not 0).OrderByDescending(part => Math.Abs(part.Moved.GetValueOrDefault())).ToList();
        return moved.Count == 0 ? null
            : $"What moved it: {string.Join(", ", moved.Select(part => $"{Lower(part.Title)} {Step(part.Moved.GetValueOrDefault(), answer, currency)}"))}; together {Step(moved.Sum(part => part.Moved.GetValueOrDefault()), answer, currency)}.";
    }

    /// <summary>The number of a row, or what stands in its place.</summary>
    public static string Value(AnswerRow row, Answer answer, string currency) =>
        row.Value is not { } value ? row.Instead ?? "no data" : FewOf(value, row.Deals, answer.Metric) ?? Value(value, answer, currency);

    /// <summary>The same for a bar.</summary>
    public static string Brief(AnswerRow row, Answer answer, string currency) =>
        row.Value is not { } value ? row.Instead ?? "no data" : FewOf(value, row.Deals, answer.Metric) ?? ValueText.Brief(value, answer.Metric.Unit, answer.Currency ?? currency) + Share(row, currency);

    /// <summary>" (34.0%)" of a row that is part of a whole; empty for others.</summary>
    private static string Share(AnswerRow row, string currency) => row.Share is { } share ? $" ({ValueText.Exact(share, MetricUnit.Share, currency)})" : string.Empty;

    /// <summary>"2 of 7 deals": a percentage of fewer than ten says more than is known; null for others.</summary>
    private static string? FewOf(decimal share, int count, Metric metric) =>
        metric.IsShareOfThings && count is > 0 and < 10 ? $"{CountText.Number(Math.Round(share * count))} of {CountText.Of(count, metric.Thing)}" : null;

    public static string Label(AnswerRow row) => string.Join(" · ", row.Keys.Select(DimensionText.Label));

    public static string Value(decimal value, Answer answer, string currency) => ValueText.Exact(value, answer.Metric.Unit, answer.Currency ?? currency);

    /// <summary>A quarter that has only begun is no match for a whole one: then both lengths are told.</summary>
    private static string Lengths(Period? now, Period before) =>
        now is { Start: { } start, End: { } end } && before is { Start: { } first, End: { } last }
        && end.DayNumber - start.DayNumber + 1 is var days && last.DayNumber - first.DayNumber + 1 is var other && Math.Abs(days - other) * 10 > Math.Max(days, other)
            ? $"; {CountText.Of(days, "day")} against {CountText.Number(other)}"
            : string.Empty;

    /// <summary>Whether the difference is more than chance; empty where that is not known.</summary>
    private static string Chance(Answer answer, string currency) => answer.Change is { } change
        ? $". {(change.IsReal ? "It has really changed" : "That is no more than chance allows")}: the true difference lies between {Step(change.Low, answer, currency)} and {Step(change.High, answer, currency)}"
        : string.Empty;

    private static string Step(decimal difference, Answer answer, string currency) => ValueText.Difference(0, difference, answer.Metric.Unit, answer.Currency ?? currency);

    private static string Range(Answer answer, string currency) =>
        answer.Range is { } range ? $" ({(answer.Metric.Unit == MetricUnit.Money ? "P10 to P90: " : string.Empty)}{ValueText.Exact(range.Low, answer.Metric.Unit, currency)} to {ValueText.Exact(range.High, answer.Metric.Unit, currency)})" : string.Empty;

    private static string From(Answer answer, int deals) => answer.Metric.Unit == MetricUnit.Count || deals == 0 ? string.Empty : $" from {CountText.Of(deals, answer.Metric.Thing)}";

    private static string Name(Metric metric) => metric.Unit == MetricUnit.Count ? $"number of {Lower(metric.Title)}" : Lower(metric.Title);

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
