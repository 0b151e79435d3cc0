using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Gold;

/// <summary>Survival curves over the stays that the gold figures were computed from.</summary>
internal static class GoldCurves
{
    private static readonly ILookup<string, Dictionary<string, string>> Stays = GoldTable.Read("stays").ToLookup(row => row["dataset"]);

    public static SurvivalCurve Of(string dataset, string group)
    {
        var rows = Stays[dataset].Where(row => group == "(all)" || row["group"] == group).ToList();
        return SurvivalCurve.From([.. rows.Select(row => row.Figure("time"))], [.. rows.Select(row => row["ended"] == "1")]);
    }
}
