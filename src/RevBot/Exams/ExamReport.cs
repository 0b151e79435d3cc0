using System.Globalization;
using System.Text.Json.Nodes;

namespace RevBot.Exams;

/// <summary>How many lines of an evaluation file were read rightly, by kind, and the ones that were not.</summary>
internal sealed record ExamReport(IReadOnlyList<ExamResult> Results)
{
    public int Right => Results.Count(result => result.IsRight);

    public decimal Share => Results.Count == 0 ? 0 : (decimal)Right / Results.Count;

    public IEnumerable<ExamResult> Misses => Results.Where(result => !result.IsRight);

    private IEnumerable<(string Kind, int Right, int Asked)> Kinds => Results
        .GroupBy(result => result.Line.Kind)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(result => result.IsRight), group.Count()));

    /// <summary>One line a kind, and one for all.</summary>
    public string Accuracy() => string.Join('\n', Kinds.Append(("all", Right, Results.Count)).Select(kind =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Item1,-16}{kind.Item2,5} of {kind.Item3,5}{(kind.Item3 == 0 ? 0 : 100m * kind.Item2 / kind.Item3),8:0.0} %")));

    public JsonObject ToJson(bool withMisses)
    {
        var json = new JsonObject { ["right"] = Right, ["asked"] = Results.Count, ["share"] = Math.Round(Share, 4) };
        json["kinds"] = new JsonArray([.. Kinds.Select(kind => (JsonNode)new JsonObject { ["kind"] = kind.Kind, ["right"] = kind.Right, ["asked"] = kind.Asked })]);
        if (withMisses)
        {
            json["misses"] = new JsonArray([.. Misses.Select(miss => (JsonNode)new JsonObject
            {
                ["id"] = miss.Line.Asked.Id,
                ["kind"] = miss.Line.Kind,
                ["text"] = miss.Line.Asked.Text,
                ["expected"] = string.Join(" AND ", miss.Line.Expected),
                ["read"] = string.Join(" AND ", miss.Read),
            })]);
        }

        return json;
    }
}
