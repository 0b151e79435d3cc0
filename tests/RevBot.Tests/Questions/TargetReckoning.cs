using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>What quotas and submitted forecasts come to, and what is won and open against them, from the store alone. Those of the demo company are whole quarters and do not overlap.</summary>
internal sealed class TargetReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Times = ["week", "month", "quarter", "year"];

    public static bool Knows(string measure) => measure.StartsWith("quota.", StringComparison.Ordinal) || measure.StartsWith("coverage.", StringComparison.Ordinal) || measure == "forecast.submitted";

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        if (question.Measure is "quota.target" or "forecast.submitted")
        {
            var (now, then) = (Targets(by, question.From, question.To), question.ComparedFrom is null ? [] : Targets(by, question.ComparedFrom, question.ComparedTo));
            return [.. now.Keys.Union(then.Keys).Select(label => new Reckoned(label, now.GetValueOrDefault(label)?.Total, then.GetValueOrDefault(label)?.Total, now.GetValueOrDefault(label)?.Count ?? 0))];
        }

        var main = Factors(by, question.From, question.To);
        var before = question.ComparedFrom is null ? [] : Factors(by, question.ComparedFrom, question.ComparedTo);
        return [.. main.Keys.Union(before.Keys).Select(label => new Reckoned(
            label,
            Value(main.GetValueOrDefault(label)),
            question.ComparedFrom is null ? null : Value(before.GetValueOrDefault(label)),
            main.GetValueOrDefault(label)?.Deals ?? 0))];
    }

    public Dictionary<string, decimal?> Parts()
    {
        if (question.Measure is "quota.target" or "forecast.submitted" or "coverage.needed")
        {
            return [];
        }

        var all = Factors([], question.From, question.To).GetValueOrDefault("") ?? new Factor();
        var parts = new Dictionary<string, decimal?> { ["Quota"] = all.Quota, ["Won"] = all.Won };
        if (question.Measure!.StartsWith("coverage.", StringComparison.Ordinal))
        {
            parts["Open pipeline"] = all.Open;
        }

        return parts;
    }

    private decimal? Value(Factor? factor) => (question.Measure, factor) switch
    {
        (_, null) => null,
        ("quota.attainment", { Quota: > 0 and { } quota }) => (factor.Won ?? 0) / quota,
        ("quota.gap", { Quota: { } quota }) => quota - (factor.Won ?? 0),
        ("coverage.gross", { Quota: > 0 and { } quota }) => (factor.Open ?? 0) / quota,
        ("coverage.remaining", { Quota: { } quota }) => quota - (factor.Won ?? 0) is > 0 and var left ? (factor.Open ?? 0) / left : null,
        ("coverage.needed", { WinRate: > 0 and { } rate }) => 1 / rate,
        _ => null,
    };

    private Dictionary<string, Factor> Factors(IReadOnlyList<string> by, string? from, string? to)
    {
        var all = new Dictionary<string, Factor>();
        Factor Of(string label) => all.TryGetValue(label, out var known) ? known : all[label] = new Factor();
        List<Reckoned> Alone(string measure, params string[] further) =>
            new SqlReckoning(store, question with { Reading = question.Reading with { Measure = measure, Period = $"{from}..{to}", With = null, Filters = [.. question.Filters, .. further] } }, converts: true).Figures(by);
        if (question.Measure == "coverage.needed")
        {
            foreach (var row in Alone("win_rate.value"))
            {
                (Of(row.Label).WinRate, Of(row.Label).Deals) = (row.Value, row.Deals);
            }

            return all;
        }

        foreach (var (label, target) in Targets(by, from, to))
        {
            Of(label).Quota = target.Total;
        }

        var covers = question.Measure!.StartsWith("coverage.", StringComparison.Ordinal);
        foreach (var row in Alone("bookings.won_amount"))
        {
            Of(row.Label).Won = row.Value;
            Of(row.Label).Deals = covers ? Of(row.Label).Deals : row.Deals;
        }

        foreach (var row in covers ? Alone("pipeline.open_amount", "not paused") : [])
        {
            (Of(row.Label).Open, Of(row.Label).Deals) = (row.Value, row.Deals);
        }

        return all;
    }

    /// <summary>Day by day: each has an equal part of a quota. A forecast that the period cuts, or a row, is left out; several categories are not added up.</summary>
    private Dictionary<string, Sum> Targets(IReadOnlyList<string> by, string? from, string? to)
    {
        var isQuota = question.Measure != "forecast.submitted";
        var source = isQuota ? "(SELECT *, '' AS category FROM quotas)" : $"(SELECT f.*, max(submitted_at) FROM forecasts f WHERE submitted_at <= {SqlTables.Now} GROUP BY owner_id, start_date, end_date, category)";
        var rows = store.Rows($"""
            SELECT owner, team, manager, start_date, end_date, amount_cents, forecast_category
            FROM (SELECT p.name AS owner, p.team AS team, m.name AS manager, t.*, t.category AS forecast_category
                FROM {source} t LEFT JOIN people p ON p.id = t.owner_id LEFT JOIN people m ON m.id = p.manager_id)
            WHERE {new SqlReckoning(store, question).Filters()}
            """);
        var (first, last) = (from is null ? DateOnly.MinValue : Day(from), to is null ? DateOnly.MaxValue : Day(to));
        var all = new Dictionary<string, Sum>();
        foreach (var row in rows)
        {
            var (start, end, amount) = (Day((string)row[3]!), Day((string)row[4]!), (long)row[5]! / 100m);
            var days = Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Select(start.AddDays).Where(day => day >= first && day <= last).ToList();
            var whole = end.DayNumber - start.DayNumber + 1;
            var cuts = days.GroupBy(day => string.Join('/', question.By.Where(Times.Contains).Select(dimension => Label(dimension, row, day)))).Any(part => part.Count() < whole);
            foreach (var part in days.GroupBy(day => string.Join(" · ", by.Select(dimension => Label(dimension, row, day)))).Where(_ => isQuota || !cuts))
            {
                var sum = all.TryGetValue(part.Key, out var known) ? known : all[part.Key] = new Sum();
                sum.Add(amount * part.Count() / whole, (string)row[6]!);
            }
        }

        return all;
    }

    private static string Label(string dimension, object?[] row, DateOnly day) => dimension switch
    {
        _ when Times.Contains(dimension) => TimeLabel.Of(dimension, day),
        "owner" => (string?)row[0] ?? "(none)",
        "team" => (string?)row[1] ?? "(none)",
        "manager" => (string?)row[2] ?? "(none)",
        _ => (string)row[6]!,
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Factor
    {
        public decimal? Quota { get; set; }

        public decimal? Won { get; set; }

        public decimal? Open { get; set; }

        public decimal? WinRate { get; set; }

        public int Deals { get; set; }
    }

    private sealed class Sum
    {
        private readonly HashSet<string> _categories = [];
        private decimal _all;

        public int Count { get; private set; }

        /// <summary>Null for several categories, which hold the same deals.</summary>
        public decimal? Total => _categories.Count > 1 ? null : _all;

        public void Add(decimal amount, string category)
        {
            (_all, Count) = (_all + amount, Count + 1);
            _categories.Add(category);
        }
    }
}
