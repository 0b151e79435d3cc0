using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>Computes what a question of <c>questions.jsonl</c> asks for, from its expected reading and the store alone: nothing of the bot takes part.</summary>
internal sealed class SqlReckoning(DemoStore store, ExpectedQuestion question)
{
    private readonly string _measure = question.Measure!;
    private readonly bool _ofStays = question.Measure is "time_in_stage.typical" or "conversion.next_stage" or "conversion.to_won";

    private string Date => SqlWords.Of(_measure).Date;

    private string Source => _ofStays ? SqlWords.Deals + SqlWords.Stays : SqlWords.Deals;

    private string Table => _ofStays ? "stay" : "rated";

    private bool Compares => question.ComparedFrom is not null;

    /// <summary>The figure over all deals.</summary>
    public Reckoned Total() => TargetReckoning.Knows(_measure) ? new TargetReckoning(store, question).Total() : Figures([]).SingleOrDefault() ?? new Reckoned("", Value([]), null, 0);

    /// <summary>The rows of the breakdown; a ranking keeps those that have a record and a name, in order.</summary>
    public IReadOnlyList<Reckoned> Rows()
    {
        var rows = Figures(question.By);
        if (question.Rank is null)
        {
            return rows;
        }

        var ranked = rows.Where(row => row.Deals > 0 && row.Value is not null && !row.Label.Contains("(none)", StringComparison.Ordinal));
        return [.. (question.HighestFirst ? ranked.OrderByDescending(row => row.Value) : ranked.OrderBy(row => row.Value)).Take(question.RankCount ?? int.MaxValue)];
    }

    /// <summary>The ids of listed deals, largest first when ranked, and what they are worth together.</summary>
    public (IReadOnlyList<string> Ids, decimal? Worth) Deals()
    {
        var limit = question.RankCount is { } count ? $"LIMIT {count}" : "";
        var rows = store.Rows($"""
            {Source} SELECT id, amount_cents * rate FROM rated WHERE {Where(question.From, question.To, needsAmount: false)}
            ORDER BY amount_cents * rate {(question.HighestFirst || question.Rank is null ? "DESC NULLS LAST" : "ASC NULLS LAST")}, name COLLATE NOCASE, id {limit}
            """);
        var amounts = rows.Select(row => row[1]).OfType<long>().ToList();
        return ([.. rows.Select(row => (string)row[0]!)], amounts.Count == 0 ? null : amounts.Sum() / 10_000m);
    }

    private List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        if (_measure.StartsWith("leads.", StringComparison.Ordinal))
        {
            return new LeadReckoning(store, question).Figures(by);
        }

        if (_measure.StartsWith("forecast.", StringComparison.Ordinal))
        {
            return _measure == "forecast.simulated" ? new ForecastReckoning(store, question).Figures(by) : new AccuracyReckoning(store, question).Figures(by);
        }

        if (_measure.StartsWith("conversion.", StringComparison.Ordinal))
        {
            return Conversions(by);
        }

        var main = Grouped(by, question.From, question.To);
        var before = Compares ? Grouped(by, question.ComparedFrom, question.ComparedTo) : [];
        return [.. main.Keys.Union(before.Keys).Select(label => new Reckoned(
            label,
            Value(main.GetValueOrDefault(label, [])),
            Compares ? Value(before.GetValueOrDefault(label, [])) : null,
            DealsOf(main.GetValueOrDefault(label, []))))];
    }

    /// <summary>Both periods' deals are followed for as long as the younger's can be.</summary>
    private List<Reckoned> Conversions(IReadOnlyList<string> by)
    {
        int? horizon = Compares ? new[] { question.From, question.ComparedFrom }.Min(from => new DateOnly(2026, 11, 20).DayNumber - DateOnly.Parse(from!, CultureInfo.InvariantCulture).DayNumber) : null;
        var reckoning = new ConversionReckoning(store, _measure == "conversion.to_won", horizon);
        var main = reckoning.Of(LabelOf(by), Where(question.From, question.To, needsAmount: false));
        var before = Compares ? reckoning.Of(LabelOf(by), Where(question.ComparedFrom, question.ComparedTo, needsAmount: false)) : [];
        return [.. main.Keys.Union(before.Keys).Select(label => new Reckoned(
            label,
            main.TryGetValue(label, out var now) ? now.Share : null,
            before.TryGetValue(label, out var then) ? then.Share : null,
            now.Deals))];
    }

    private string LabelOf(IReadOnlyList<string> by) =>
        by.Count == 0 ? "''" : string.Join(" || ' · ' || ", by.Select(dimension => $"coalesce({SqlWords.Column(dimension, Date, _ofStays)}, '(none)')"));

    /// <summary>For each label the rows SQL gives: one with sums, or one for each duration.</summary>
    private Dictionary<string, List<object?[]>> Grouped(IReadOnlyList<string> by, string? from, string? to)
    {
        var label = LabelOf(by);
        var where = Where(from, to, SqlWords.CountsMoney(_measure));
        var sql = _measure switch
        {
            "sales_cycle.median" => $"SELECT {label}, max(0, julianday(closed_on) - julianday(created_on)), id FROM rated WHERE {where}",
            "time_in_stage.typical" => $"SELECT {label}, days, id, ended FROM stay WHERE {where} ORDER BY days",
            _ => $"""
                SELECT {label}, count(*), sum(amount_cents * {Rate()}), sum(amount_cents * {Rate()} * probability), sum(status = 'won'), sum(CASE status WHEN 'won' THEN amount_cents * {Rate()} ELSE 0 END)
                FROM rated WHERE {where} GROUP BY 1 HAVING count(*) > 0
                """,
        };
        return store.Rows($"{Source} {sql}").GroupBy(row => (string)row[0]!).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Deals that share one currency are summed in it; several are converted.</summary>
    private string Rate()
    {
        var where = string.Join(" OR ", new[] { (question.From, question.To), (question.ComparedFrom, question.ComparedTo) }
            .Where((_, place) => place == 0 || Compares)
            .Select(span => $"({Where(span.Item1, span.Item2, needsAmount: true)})"));
        var currencies = store.Rows($"{Source} SELECT count(DISTINCT currency) FROM {Table} WHERE {where}");
        return (long)currencies[0][0]! == 1 ? "100" : "rate";
    }

    private string Where(string? from, string? to, bool needsAmount) => string.Join(" AND ",
    [
        SqlWords.Of(_measure).Population,
        SqlWords.Between(Date, from, to),
        needsAmount ? "amount_cents IS NOT NULL" : "1 = 1",
        .. question.Filters.Select(filter => SqlWords.Filter(filter, _ofStays)),
    ]);

    private int DealsOf(List<object?[]> rows) => _measure is "sales_cycle.median" or "time_in_stage.typical"
        ? rows.Select(row => (string)row[2]!).Distinct().Count()
        : rows is [var sums] ? (int)(long)sums[1]! : 0;

    private decimal? Value(List<object?[]> rows)
    {
        switch (_measure)
        {
            case "sales_cycle.median":
                return Median([.. rows.Select(row => Convert.ToDecimal(row[1], CultureInfo.InvariantCulture)).Order()]);
            case "time_in_stage.typical":
                return TypicalStay([.. rows.Select(row => (Convert.ToDouble(row[1], CultureInfo.InvariantCulture), (long)row[3]! == 1))]);
        }

        var isCount = _measure.EndsWith("_count", StringComparison.Ordinal);
        if (rows is not [var sums])
        {
            return isCount ? 0 : null;
        }

        decimal Sum(int column) => (long)sums[column]!;
        return _measure switch
        {
            _ when isCount => Sum(1),
            "pipeline.weighted_amount" => Sum(3) / 1_000_000m,
            "deals.average_won" => Sum(2) / 10_000m / Sum(1),
            "win_rate.count" => Sum(4) / Sum(1),
            "win_rate.value" => Sum(2) == 0 ? null : Sum(5) / Sum(2),
            _ => Sum(2) / 10_000m,
        };
    }

    private static decimal? Median(List<decimal> sorted) => sorted switch
    {
        [] => null,
        { Count: var count } when count % 2 == 1 => sorted[count / 2],
        { Count: var count } => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
    };

    /// <summary>Kaplan–Meier, one stay after another: the time at which the share still going on has come down to a half (the middle of the step when it is met exactly).</summary>
    public static decimal? TypicalStay(List<(double Days, bool Ended)> sorted)
    {
        var (share, metAt) = (1d, (double?)null);
        foreach (var time in sorted.Select(stay => stay.Days).Distinct())
        {
            var atRisk = sorted.Count(stay => stay.Days >= time);
            var ended = sorted.Count(stay => stay.Days == time && stay.Ended);
            share *= 1 - ((double)ended / atRisk);
            if (share < .5 - 1e-8)
            {
                return (decimal)(metAt is { } met ? (met + time) / 2 : time);
            }

            metAt ??= share <= .5 + 1e-8 ? time : null;
        }

        return metAt is { } flat ? (decimal)((flat + sorted[^1].Days) / 2) : null;
    }
}
