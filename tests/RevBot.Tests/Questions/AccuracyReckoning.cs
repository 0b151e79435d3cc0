using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>How near frozen forecasts came, row by row from the table they are kept in and from what deals were won.</summary>
internal sealed class AccuracyReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Scopes = ["owner", "team", "manager", "segment", "region"];

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var main = Of(by, question.From!, question.To!);
        var before = question.ComparedFrom is null ? [] : Of(by, question.ComparedFrom, question.ComparedTo!);
        return [.. main.Select(row => new Reckoned(row.Key, row.Value.Accuracy, before.TryGetValue(row.Key, out var then) ? then.Accuracy : null, row.Value.Count))];
    }

    private Dictionary<string, (decimal? Accuracy, int Count)> Of(IReadOnlyList<string> by, string from, string to)
    {
        var filter = question.Filters.Select(words => words.Split(' ', 2)).SingleOrDefault(words => Scopes.Contains(words[0]));
        var scope = question.By.FirstOrDefault(Scopes.Contains) ?? filter?[0];
        var names = store.Rows("SELECT id, name FROM people").ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
        var errors = new Dictionary<string, (decimal Off, decimal Actual, int Count)>();
        foreach (var row in store.Rows($"SELECT start_date, end_date, frozen_on, key, amount_cents FROM frozen_forecasts WHERE method = 'simulated' AND dimension = '{Capital(scope)}' AND start_date >= '{from}' AND end_date <= '{to}' AND end_date < '2026-11-20'"))
        {
            var (start, end, day) = (Day(row[0]), Day(row[1]), Day(row[2]));
            var name = scope is "owner" or "manager" ? names.GetValueOrDefault((string)row[3]!, "(none)") : (string)row[3]! is { Length: > 0 } key ? key : "(none)";
            var isPoint = day == start || day == start.AddDays((end.DayNumber - start.DayNumber + 1) / 2) || day == end.AddDays(-20);
            if (!isPoint || (filter is not null && !filter[1].Split(" or ").Contains(name)))
            {
                continue;
            }

            var actual = store.Rows($"SELECT coalesce(sum(amount_cents * rate), 0) FROM rated WHERE status = 'won' AND amount_cents IS NOT NULL AND closed_on BETWEEN '{row[0]}' AND '{row[1]}'{(scope is null ? "" : $" AND coalesce({scope}, '(none)') = '{name.Replace("'", "''", StringComparison.Ordinal)}'")}")[0][0];
            var (won, told) = ((long)actual! / 10_000m, (long)row[4]! / 100m);
            var label = string.Join(" · ", by.Select(dimension => dimension switch { "quarter" => string.Create(CultureInfo.InvariantCulture, $"Q{(start.Month + 2) / 3} {start.Year}"), "year" => start.Year.ToString(CultureInfo.InvariantCulture), _ => name }));
            var sum = errors.GetValueOrDefault(label);
            errors[label] = (sum.Off + Math.Abs(told - won), sum.Actual + won, sum.Count + 1);
        }

        return errors.ToDictionary(error => error.Key, error => (error.Value.Actual == 0 ? (decimal?)null : Math.Max(0, 1 - (error.Value.Off / error.Value.Actual)), error.Value.Count));
    }

    private static string Capital(string? word) => word is null ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    private static DateOnly Day(object? text) => DateOnly.Parse((string)text!, CultureInfo.InvariantCulture);
}
