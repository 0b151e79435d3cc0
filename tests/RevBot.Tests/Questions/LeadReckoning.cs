using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>Figures of leads from plain rows: counts and shares by SQL, waiting times one lead after another.</summary>
internal sealed class LeadReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Times = ["week", "month", "quarter", "year"];

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var main = Of(by, question.From, question.To);
        var before = question.ComparedFrom is null ? [] : Of(by, question.ComparedFrom, question.ComparedTo);
        var none = question.Measure == "leads.count" ? 0m : (decimal?)null;
        return [.. main.Keys.Union(before.Keys).Union(by.Count == 0 ? [""] : []).Select(label => new Reckoned(
            label,
            main.TryGetValue(label, out var now) ? now.Value : none,
            question.ComparedFrom is null ? null : before.TryGetValue(label, out var then) ? then.Value : none,
            now.Leads))];
    }

    private Dictionary<string, (decimal? Value, int Leads)> Of(IReadOnlyList<string> by, string? from, string? to)
    {
        var label = by.Count == 0 ? "''" : string.Join(" || ' · ' || ", by.Select(dimension => $"coalesce({Column(dimension, "created_on")}, '(none)')"));
        var where = string.Join(" AND ", [SqlWords.Between("created_on", from, to), Counts(), .. question.Filters.Select(Filter)]);
        var inside = string.Join(" AND ", ["converted_on IS NOT NULL", SqlWords.Between("converted_on", from, to), .. by.Intersect(Times).Select(time => $"{Column(time, "converted_on")} = {Column(time, "created_on")}")]);
        var (start, end, unit) = question.Measure == "leads.handoff_time" ? ("mql_at", "accepted_at", 1) : ("created_at", "first_response_at", 24);
        var rows = store.Rows($"""
            SELECT {label}, id, {inside}, business_days(coalesce({start}, created_at), coalesce({end}, closed_at, {SqlTables.Now})) * {unit}, {end} IS NOT NULL FROM lead WHERE {where}
            """);
        return rows.GroupBy(row => (string)row[0]!).ToDictionary(group => group.Key, group => (Value([.. group]), group.Count()));
    }

    private decimal? Value(List<object?[]> rows) => question.Measure switch
    {
        "leads.count" => rows.Count,
        "leads.conversion" => (decimal)rows.Count(row => (long)row[2]! == 1) / rows.Count,
        _ => SqlReckoning.TypicalStay([.. rows.Select(row => (Convert.ToDouble(row[3], CultureInfo.InvariantCulture), (long)row[4]! == 1)).OrderBy(stay => stay.Item1)]),
    };

    /// <summary>Which leads a time can be told of: those that have ended it, that surely still wait, or that left on a known day.</summary>
    private string Counts() => question.Measure switch
    {
        "leads.response_time" => "(first_response_at IS NOT NULL OR lifecycle IN ('New', 'MQL') OR (lifecycle IN ('Recycled', 'Disqualified') AND closed_at IS NOT NULL))",
        "leads.handoff_time" => "mql_at IS NOT NULL AND (accepted_at IS NOT NULL OR lifecycle IN ('New', 'Working', 'MQL') OR closed_at IS NOT NULL)",
        _ => "1 = 1",
    };

    private static string Column(string dimension, string day) => dimension == "lifecycle" ? dimension : SqlWords.Column(dimension, day, ofStays: false);

    private static string Filter(string words)
    {
        const string Lifecycle = "lifecycle ";
        if (!words.StartsWith(Lifecycle, StringComparison.Ordinal))
        {
            return SqlWords.Filter(words, ofStays: false);
        }

        var negated = words.StartsWith(Lifecycle + "not ", StringComparison.Ordinal);
        var names = words[(Lifecycle.Length + (negated ? 4 : 0))..].Split(" or ").Select(name => $"'{name}'");
        return $"lifecycle {(negated ? "NOT IN" : "IN")} ({string.Join(", ", names)})";
    }
}
