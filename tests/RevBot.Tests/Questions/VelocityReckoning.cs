using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>Velocity from its four factors, each reckoned by itself; the deals that were open when the period ended by their stays.</summary>
internal sealed class VelocityReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Times = ["week", "month", "quarter", "year"];

    private const string Today = "2026-11-20";

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var now = Factors(by, question.From, question.To);
        var before = question.ComparedFrom is null ? [] : Factors(by, question.ComparedFrom, question.ComparedTo);
        return [.. now.Keys.Union(before.Keys).Select(label => new Reckoned(
            label,
            Combine(now.GetValueOrDefault(label)),
            question.ComparedFrom is null ? null : Combine(before.GetValueOrDefault(label)),
            (int)(now.GetValueOrDefault(label)?[0] ?? 0)))];
    }

    public Dictionary<string, decimal?> Parts()
    {
        var factors = Factors([], question.From, question.To).GetValueOrDefault("") ?? new decimal?[4];
        return new() { ["Open deals"] = factors[0] ?? 0, ["Win rate"] = factors[1], ["Average deal size"] = factors[2], ["Sales cycle"] = factors[3] };
    }

    private Dictionary<string, decimal?[]> Factors(IReadOnlyList<string> by, string? from, string? to)
    {
        var all = new Dictionary<string, decimal?[]>();
        decimal?[] Of(string label) => all.TryGetValue(label, out var known) ? known : all[label] = new decimal?[4];
        foreach (var (label, count) in Open(by, from, to))
        {
            Of(label)[0] = count;
        }

        foreach (var (measure, place) in new[] { ("win_rate.count", 1), ("deals.average_won", 2), ("sales_cycle.median", 3) })
        {
            var alone = question with { Reading = question.Reading with { Measure = measure, Period = $"{from}..{to}", With = null } };
            foreach (var row in new SqlReckoning(store, alone, converts: true).Figures(by))
            {
                Of(row.Label)[place] = row.Value;
            }
        }

        // Where others have a record and nobody is open, nought is open.
        if (by.Count == 0)
        {
            Of("")[0] ??= 0;
        }

        return all;
    }

    private List<(string Label, int Count)> Open(IReadOnlyList<string> by, string? from, string? to)
    {
        if (!by.Any(Times.Contains))
        {
            return OpenAt(by, to, "NULL");
        }

        var time = by.First(Times.Contains);
        var (first, last) = (Day(from ?? (string)store.Rows("SELECT min(created_on) FROM rated")[0][0]!), Day(Earlier(to)));
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
        return [.. days.GroupBy(day => TimeLabel.Of(time, day)).SelectMany(group => OpenAt(by, Text(group.Last()), $"'{Text(group.Last())}'"))];
    }

    private List<(string Label, int Count)> OpenAt(IReadOnlyList<string> by, string? to, string date)
    {
        var label = by.Count == 0 ? "''" : string.Join(" || ' · ' || ", by.Select(dimension => $"coalesce({SqlWords.Column(dimension, date, ofStays: false)}, '(none)')"));
        var end = Earlier(to) == Today ? null : (long?)DemoStore.EndOf(to!);
        var open = end is null ? "status = 'open'" : $"EXISTS (SELECT 1 FROM visits v WHERE v.deal = rated.position AND v.entered_at < {end} AND (v.exited_at IS NULL OR v.exited_at >= {end}))";
        return [.. store.Rows($"SELECT {label}, count(*) FROM rated WHERE {open} AND {new SqlReckoning(store, question).Filters()} GROUP BY 1 HAVING count(*) > 0").Select(row => ((string)row[0]!, (int)(long)row[1]!))];
    }

    private static decimal? Combine(decimal?[]? factors) => factors is [{ } open, { } rate, { } amount, > 0 and { } days] ? open * rate * amount / days : null;

    private static string Earlier(string? to) => to is null || string.CompareOrdinal(to, Today) > 0 ? Today : to;

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
