using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Gold;

/// <summary>Survival curves over the stays that the gold figures were computed from.</summary>
internal static class GoldCurves
{
    private static readonly ILookup<string, Dictionary<string, string>> Stays = GoldTable.Read("stays").ToLookup(row => row["dataset"]);

    public static SurvivalCurve Of(string dataset, string group) => CurveOf(RowsOf(dataset, group));

    /// <summary>What a curve is made of.</summary>
    public static IEnumerable<(double Time, bool Ended)> StaysOf(string dataset, string group) => RowsOf(dataset, group).Select(row => (row.Figure("time"), row["ended"] == "1"));

    /// <summary>The groups' curves of each stratum.</summary>
    public static IReadOnlyList<IReadOnlyList<SurvivalCurve>> StrataOf(string dataset, IReadOnlyList<string> groups) =>
        [.. Stays[dataset].Where(row => row["stratum"] != "NA").GroupBy(row => row["stratum"]).Select(stratum => groups.Select(group => CurveOf(stratum.Where(row => row["group"] == group))).ToList())];

    private static IEnumerable<Dictionary<string, string>> RowsOf(string dataset, string group) => Stays[dataset].Where(row => group == "(all)" || row["group"] == group);

    private static SurvivalCurve CurveOf(IEnumerable<Dictionary<string, string>> rows)
    {
        var stays = rows.ToList();
        return SurvivalCurve.From([.. stays.Select(row => row.Figure("time"))], [.. stays.Select(row => row["ended"] == "1")]);
    }
}
