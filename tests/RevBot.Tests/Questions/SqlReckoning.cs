using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>Computes what a question asks for, from its reading and the store alone: nothing of the bot takes part.</summary>
/// <param name="converts">True when amounts are told in the company's currency even where the deals share another.</param>
internal sealed class SqlReckoning(DemoStore store, ExpectedQuestion question, bool converts = false)
{
    private readonly string _measure = question.Measure!;
    private readonly bool _ofStays = question.Measure!.StartsWith("time_in_stage.", StringComparison.Ordinal) || question.Measure.StartsWith("conversion.", StringComparison.Ordinal);
    private readonly bool _ofLosses = question.Measure!.StartsWith("losses.", StringComparison.Ordinal);

    private string Date => SqlWords.Of(_measure).Date;

    private string Table => _measure.StartsWith("time_in_stage.", StringComparison.Ordinal) ? "stay" : "rated";

    private bool Compares => question.ComparedFrom is not null;

    /// <summary>True for what is put together from several figures, where a row without deals may have a value.</summary>
    private bool IsCombined => TargetReckoning.Knows(_measure) || _measure is "velocity.daily" || _measure.StartsWith("economics.", StringComparison.Ordinal);

    /// <summary>The figure over all deals.</summary>
    public Reckoned Total() => Figures([]).SingleOrDefault() ?? new Reckoned("", Nothing(), null, 0);

    /// <summary>The rows of the breakdown; a ranking keeps those that have a record and a name, in order.</summary>
    public IReadOnlyList<Reckoned> Rows()
    {
        var rows = Figures(question.By);
        if (question.Rank is null)
        {
            return rows;
        }

        var ranked = rows.Where(row => (row.Deals > 0 || IsCombined) && row.Value is not null && !row.Label.Contains("(none)", StringComparison.Ordinal));
        return [.. (question.HighestFirst ? ranked.OrderByDescending(row => row.Value) : ranked.OrderBy(row => row.Value)).Take(question.RankCount ?? int.MaxValue)];
    }

    /// <summary>What the number is said to be made of, by title; those that are not reckoned are left out.</summary>
    public IReadOnlyDictionary<string, decimal?> Parts() => _measure switch
    {
        "hygiene.score" => Issues(),
        "velocity.daily" => new VelocityReckoning(store, question).Parts(),
        "slippage.rate" => new SlippageReckoning(store, question).Parts(),
        _ when TargetReckoning.Knows(_measure) => new TargetReckoning(store, question).Parts(),
        _ when EconomyReckoning.Knows(_measure) => new EconomyReckoning(store, question).Parts(),
        _ => new Dictionary<string, decimal?>(),
    };

    /// <summary>The ids of listed deals, largest first when ranked, and what they are worth together.</summary>
    public (IReadOnlyList<string> Ids, decimal? Worth) Deals()
    {
        var limit = question.RankCount is { } count ? $"LIMIT {count}" : "";
        var rows = store.Rows($"""
            SELECT id, amount_cents * rate FROM rated WHERE {Where(question.From, question.To, needsAmount: false)}
            ORDER BY amount_cents * rate {(question.HighestFirst || question.Rank is null ? "DESC NULLS LAST" : "ASC NULLS LAST")}, name COLLATE NOCASE, id {limit}
            """);
        var amounts = rows.Select(row => row[1]).OfType<long>().ToList();
        return ([.. rows.Select(row => (string)row[0]!)], amounts.Count == 0 ? null : amounts.Sum() / 10_000m);
    }

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        switch (_measure)
        {
            case "velocity.daily":
                return new VelocityReckoning(store, question).Figures(by);
            case "slippage.rate" or "slippage.amount" or "slippage.pushes":
                return new SlippageReckoning(store, question).Figures(by);
            case "forecast.simulated":
                return new ForecastReckoning(store, question).Figures(by);
            case "forecast.accuracy":
                return new AccuracyReckoning(store, question).Figures(by);
            case "conversion.next_stage" or "conversion.to_won":
                return Conversions(by);
            case var target when TargetReckoning.Knows(target):
                return new TargetReckoning(store, question).Figures(by);
            case var economic when EconomyReckoning.Knows(economic):
                return new EconomyReckoning(store, question).Figures(by);
            case var lead when lead.StartsWith("leads.", StringComparison.Ordinal):
                return new LeadReckoning(store, question).Figures(by);
        }

        var main = Grouped(by, question.From, question.To);
        var before = Compares ? Grouped(by, question.ComparedFrom, question.ComparedTo) : [];
        return [.. main.Keys.Union(before.Keys).Select(label => new Reckoned(
            label,
            main.GetValueOrDefault(label)?.Value ?? Nothing(),
            Compares ? before.GetValueOrDefault(label)?.Value ?? Nothing() : null,
            main.GetValueOrDefault(label)?.Deals ?? 0))];
    }

    /// <summary>SQL of what the deals of a question are; of a period or of all dates.</summary>
    public string Where(string? from, string? to, bool needsAmount) => string.Join(" AND ",
    [
        SqlWords.Of(_measure).Population,
        SqlWords.Between(Date, from, to),
        needsAmount ? "amount_cents IS NOT NULL" : "1 = 1",
        Filters(),
    ]);

    /// <summary>SQL of the filters alone.</summary>
    public string Filters() => string.Join(" AND ", ["1 = 1", .. question.Filters.Select(filter => SqlWords.Filter(filter, _ofStays, _ofLosses))]);

    /// <summary>SQL of the label a row has.</summary>
    public string LabelOf(IReadOnlyList<string> by) =>
        by.Count == 0 ? "''" : string.Join(" || ' · ' || ", by.Select(dimension => $"coalesce({SqlWords.Column(dimension, Date, _ofStays, _ofLosses)}, '(none)')"));

    /// <summary>Nothing counted is a number, nothing summed is none.</summary>
    private decimal? Nothing() => _measure.EndsWith("_count", StringComparison.Ordinal) ? 0 : null;

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

    private Dictionary<string, Reckoned> Grouped(IReadOnlyList<string> by, string? from, string? to)
    {
        var (label, where) = (LabelOf(by), Where(from, to, SqlWords.CountsMoney(_measure)));
        return _measure switch
        {
            "sales_cycle.median" => Durations("julianday(closed_on) - julianday(created_on)", rows => Quantile(rows, 5)),
            "sales_cycle.p90" => Durations("julianday(closed_on) - julianday(created_on)", rows => Quantile(rows, 9)),
            "sales_cycle.mean" => Durations("julianday(closed_on) - julianday(created_on)", rows => rows.Sum() / rows.Count),
            "aging.median" => Durations("julianday('2026-11-20') - julianday(created_on)", rows => Quantile(rows, 5)),
            "time_in_stage.typical" or "time_in_stage.completed" => Stays(),
            _ => store.Rows($"""
                SELECT {label}, count(*), sum(amount_cents * {Rate()}), sum(amount_cents * {Rate()} * probability), sum(status = 'won'), sum(CASE status WHEN 'won' THEN amount_cents * {Rate()} ELSE 0 END),
                    sum(NOT ({string.Join(" OR ", Untidy.Values)}))
                FROM rated WHERE {where} GROUP BY 1 HAVING count(*) > 0
                """).ToDictionary(row => (string)row[0]!, row => new Reckoned((string)row[0]!, Value(row), null, (int)(long)row[1]!)),
        };

        Dictionary<string, Reckoned> Durations(string days, Func<List<decimal>, decimal> figure) =>
            store.Rows($"SELECT {label}, max(0, {days}) FROM rated WHERE {where} ORDER BY 2").GroupBy(row => (string)row[0]!)
                .ToDictionary(group => group.Key, group => new Reckoned(group.Key, figure([.. group.Select(row => Convert.ToDecimal(row[1], CultureInfo.InvariantCulture))]), null, group.Count()));

        Dictionary<string, Reckoned> Stays()
        {
            var deals = store.Rows($"SELECT {label}, count(DISTINCT id) FROM stay WHERE {where} GROUP BY 1").ToDictionary(row => (string)row[0]!, row => (int)(long)row[1]!);
            return store.Rows($"SELECT {label}, days, ended FROM stay WHERE {where} ORDER BY days").GroupBy(row => (string)row[0]!)
                .ToDictionary(group => group.Key, group => new Reckoned(group.Key, TypicalStay([.. group.Select(row => (Convert.ToDouble(row[1], CultureInfo.InvariantCulture), (long)row[2]! == 1))]), null, deals[group.Key]));
        }
    }

    /// <summary>What is wrong with how a deal is kept, in SQL.</summary>
    private static Dictionary<string, string> Untidy { get; } = new()
    {
        ["No amount"] = "amount_cents IS NULL",
        ["No close date"] = "close_date IS NULL",
        ["Close date has passed"] = "coalesce(close_date, '9999') < '2026-11-20'",
        ["No next step"] = "next_step IS NULL AND paused_until IS NULL",
        ["Not touched for 14 days"] = "changed_on < '2026-11-06' AND paused_until IS NULL",
    };

    private Dictionary<string, decimal?> Issues() => Untidy.ToDictionary(
        issue => issue.Key,
        issue => (decimal?)(long)store.Rows($"SELECT count(*) FROM rated WHERE {Where(question.From, question.To, needsAmount: false)} AND {issue.Value}")[0][0]!);

    /// <summary>Deals that share one currency are summed in it; several are converted.</summary>
    private string Rate()
    {
        if (converts)
        {
            return "rate";
        }

        var where = string.Join(" OR ", new[] { (question.From, question.To), (question.ComparedFrom, question.ComparedTo) }
            .Where((_, place) => place == 0 || Compares)
            .Select(span => $"({Where(span.Item1, span.Item2, needsAmount: true)})"));
        return (long)store.Rows($"SELECT count(DISTINCT currency) FROM {Table} WHERE {where}")[0][0]! == 1 ? "100" : "rate";
    }

    private decimal? Value(object?[] sums)
    {
        decimal Sum(int column) => (long)sums[column]!;
        return _measure switch
        {
            _ when _measure.EndsWith("_count", StringComparison.Ordinal) => Sum(1),
            "hygiene.score" => Sum(6) / Sum(1),
            "pipeline.weighted_amount" => Sum(3) / 1_000_000m,
            "deals.average_won" or "deals.average_open" => Sum(2) / 10_000m / Sum(1),
            "win_rate.count" => Sum(4) / Sum(1),
            "win_rate.value" => Sum(2) == 0 ? null : Sum(5) / Sum(2),
            _ => Sum(2) / 10_000m,
        };
    }

    /// <summary>R's type 7, at so many tenths.</summary>
    private static decimal Quantile(List<decimal> sorted, int tenths)
    {
        var place = (sorted.Count - 1) * tenths / 10m;
        var below = (int)Math.Floor(place);
        return below + 1 == sorted.Count ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>Kaplan–Meier, one stay after another: the time at which the share still going on has come down to a half (the middle of the step when it is met exactly).</summary>
    public static decimal? TypicalStay(List<(double Days, bool Ended)> sorted)
    {
        var (share, metAt, atRisk) = (1d, (double?)null, sorted.Count);
        foreach (var at in sorted.GroupBy(stay => stay.Days))
        {
            share *= 1 - ((double)at.Count(stay => stay.Ended) / atRisk);
            atRisk -= at.Count();
            if (share < .5 - 1e-8)
            {
                return (decimal)(metAt is { } met ? (met + at.Key) / 2 : at.Key);
            }

            metAt ??= share <= .5 + 1e-8 ? at.Key : null;
        }

        return metAt is { } flat ? (decimal)((flat + sorted[^1].Days) / 2) : null;
    }
}
