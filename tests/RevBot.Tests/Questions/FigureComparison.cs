using System.Globalization;
using System.Text.Json.Nodes;

namespace RevBot.Tests.Questions;

/// <summary>Holds one answer of the bot against SQL's reckoning, figure by figure.</summary>
internal sealed class FigureComparison(ExpectedQuestion expected, JsonNode answer)
{
    private const decimal Tolerance = 1e-9m;

    public int Figures { get; private set; }

    public List<string> Differences { get; } = [];

    public void Run(SqlReckoning sql)
    {
        if (expected.Lists)
        {
            CompareList(sql);
            return;
        }

        var total = sql.Total();
        var rows = expected.By.Count == 0 ? [] : sql.Rows();
        var single = expected.RankCount == 1 && rows.Count > 0;
        Compare("value", single ? rows[0].Value : total.Value, answer["value"]);
        Compare("deals", total.Deals, answer["deals"]);
        if (single)
        {
            Compare("total", total.Value, answer["total"]);
        }

        if (expected.ComparedFrom is not null)
        {
            Compare("compared", total.Compared, answer["compared"]!["value"]);
            Compare("difference", total.Value - total.Compared, answer["compared"]!["delta"]);
        }

        foreach (var part in answer["parts"]?.AsArray() ?? [])
        {
            if (sql.Parts().TryGetValue((string)part!["title"]!, out var reckoned))
            {
                Compare($"part {(string)part["title"]!}", reckoned, part["value"]);
            }
        }

        CompareRows(rows);
    }

    private void CompareList(SqlReckoning sql)
    {
        var (ids, worth) = sql.Deals();
        Compare("deals", ids.Count, answer["value"]);
        Compare("worth", worth, answer["total"]);
        var listed = answer["rows"]!.AsArray().Select(row => (string)row!["id"]!).ToList();
        var same = expected.Rank is not null ? ids.SequenceEqual(listed) : ids.Count > listed.Count ? listed.All(ids.Contains) : ids.Order().SequenceEqual(listed.Order());
        Figures += listed.Count;
        if (!same)
        {
            Differences.Add($"lists {string.Join(" ", listed)}, SQL {string.Join(" ", ids)}");
        }
    }

    /// <summary>Labels and values must be the same; a ranking's order too, where equal values may stand in any order.</summary>
    private void CompareRows(IReadOnlyList<Reckoned> rows)
    {
        var shown = answer["rows"]?.AsArray() ?? [];
        if (shown.Count != rows.Count)
        {
            Differences.Add($"{shown.Count} rows, SQL {rows.Count}");
            return;
        }

        var byLabel = rows.ToLookup(row => row.Label);
        var named = rows.Where(row => row.Label != "(none)").Sum(row => row.Value);
        for (var place = 0; place < shown.Count; place++)
        {
            var label = string.Join(" · ", expected.By.Select(dimension => (string)shown[place]![dimension]!));
            if (expected.Rank is not null)
            {
                Compare($"place {place + 1}", rows[place].Value, shown[place]!["value"]);
            }

            if (byLabel[label].ToList() is not [var row])
            {
                if (expected.Rank is null)
                {
                    Differences.Add($"a row {label} that SQL does not have");
                }

                continue;
            }

            Compare(label, row.Value, shown[place]!["value"]);
            if (shown[place]!["share"] is { } share && expected.RankCount is null)
            {
                Compare($"{label} share", row.Value / named, share);
            }

            Compare($"{label} deals", row.Deals, shown[place]!["deals"]);
            if (expected.ComparedFrom is not null)
            {
                Compare($"{label} compared", row.Compared, shown[place]!["compared"]);
            }
        }
    }

    private void Compare(string what, decimal? reckoned, JsonNode? shown)
    {
        Figures++;
        decimal? said = shown is null ? null : decimal.Parse(shown.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        var equal = reckoned is null || said is null ? reckoned is null && said is null : Math.Abs(reckoned.Value - said.Value) <= Tolerance;
        if (!equal)
        {
            Differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what} is {said}, SQL {reckoned}"));
        }
    }
}
