using System.Text.Json.Nodes;

namespace RevBot.Tests.Questions;

/// <summary>One line of <c>questions.jsonl</c>: a sentence and how a careful person reads it.</summary>
internal sealed record ExpectedQuestion(
    string Id,
    string Text,
    string Outcome,
    string? Intent,
    string? Measure,
    string? From,
    string? To,
    IReadOnlyList<string> Filters,
    IReadOnlyList<string> By,
    string? Rank,
    string? ComparedFrom,
    string? ComparedTo,
    bool Lists)
{
    /// <summary>True when the line expects a figure or a list, which SQL can compute.</summary>
    public bool HasFigure => Outcome == "answered" && Measure is not null;

    /// <summary>How many rows a ranking keeps; null for all.</summary>
    public int? RankCount => Rank switch
    {
        null or "highest first" or "lowest first" => null,
        "highest" or "lowest" => 1,
        var top => int.Parse(top.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
    };

    public bool HighestFirst => Rank is not null && (Rank.StartsWith("top", StringComparison.Ordinal) || Rank.StartsWith("highest", StringComparison.Ordinal));

    public static ExpectedQuestion Parse(string line)
    {
        var node = JsonNode.Parse(line)!;
        var expect = node["expect"]!;
        var (from, to) = Dates(expect["period"]);
        var (comparedFrom, comparedTo) = Dates(expect["vs"]);
        return new ExpectedQuestion(
            (string)node["id"]!,
            (string)node["text"]!,
            (string)expect["outcome"]!,
            (string?)expect["intent"],
            (string?)expect["measure"],
            from,
            to,
            Strings(expect["filters"]),
            Strings(expect["by"]),
            (string?)expect["rank"],
            comparedFrom,
            comparedTo,
            (bool?)expect["list"] ?? false);
    }

    /// <summary>What an answer was read as, in the form of the file; equal to <see cref="Reading"/> when the bot read it rightly.</summary>
    public static string ReadingOf(JsonNode answer)
    {
        var outcome = (string?)answer["outcome"];
        if (outcome != "answered" || answer["measure"] is null)
        {
            return $"{outcome} {(outcome == "answered" ? answer["intent"] : null)}".Trim();
        }

        var lists = (string?)answer["intent"] == "list-deals";
        var rows = answer["rows"]!.AsArray();
        var by = lists || rows.Count == 0 ? [] : rows[0]!.AsObject().Select(pair => pair.Key).Where(key => key is not ("value" or "deals" or "compared"));
        var words = ((string)answer["reading"]!).Split(", ")[^1].Replace(" by amount", "", StringComparison.Ordinal);
        var rank = words.Split(' ')[0] is "top" or "bottom" or "highest" or "lowest" ? words : null;
        return Write(
            lists,
            (string)answer["measure"]!,
            Span(answer["period"]),
            answer["filters"]!.AsArray().Select(filter => (string)filter!),
            by,
            rank,
            Span(answer["compared"]?["period"]));
    }

    public string Reading() => HasFigure
        ? Write(
            Lists,
            Measure!,
            From is null && To is null ? null : $"{From}..{To}",
            Filters,
            By,
            Rank is "highest" or "lowest" ? Rank + " first" : Rank,
            ComparedFrom is null ? null : $"{ComparedFrom}..{ComparedTo}")
        : $"{Outcome} {Intent}".Trim();

    private static string Write(bool lists, string measure, string? period, IEnumerable<string> filters, IEnumerable<string> by, string? rank, string? compared) =>
        $"{(lists ? "list " : "")}{measure} | {period} | {string.Join("; ", filters.Order(StringComparer.Ordinal))} | by {string.Join(" and ", by)} | {rank} | vs {compared}";

    private static string? Span(JsonNode? period) => period is null ? null : $"{(string?)period["start"]}..{(string?)period["end"]}";

    private static (string? From, string? To) Dates(JsonNode? period) =>
        ((string?)period)?.Split("..") is [var from, var to] ? (from.Length > 0 ? from : null, to.Length > 0 ? to : null) : (null, null);

    private static string[] Strings(JsonNode? list) => list is null ? [] : [.. list.AsArray().Select(item => (string)item!)];
}
