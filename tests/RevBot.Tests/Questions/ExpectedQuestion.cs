using System.Text.Json.Nodes;
using RevBot.Exams;

namespace RevBot.Tests.Questions;

/// <summary>One line of <c>questions.jsonl</c>: a sentence and how a careful person reads it.</summary>
internal sealed record ExpectedQuestion(string Id, string Text, ExamReading Reading)
{
    /// <summary>True when the line expects a figure or a list, which SQL can compute.</summary>
    public bool HasFigure => Reading is { Outcome: "answered", Measure: not null and not "stalled_deals" };

    public string? Measure => Reading.Measure;

    public string? From => Dates(Reading.Period).From;

    public string? To => Dates(Reading.Period).To;

    public string? ComparedFrom => Dates(Reading.With).From;

    public string? ComparedTo => Dates(Reading.With).To;

    public IReadOnlyList<string> Filters => Reading.Filters;

    public IReadOnlyList<string> By => Reading.By;

    public string? Rank => Reading.Rank;

    public bool Lists => Reading.Lists;

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
        return new ExpectedQuestion((string)node["id"]!, (string)node["text"]!, ExamReading.OfExpected(node["expect"]!));
    }

    /// <summary>What an answer says it was asked: its figures must be those of that, however the sentence was meant.</summary>
    public static ExpectedQuestion OfAnswer(JsonNode answer) =>
        new((string?)answer["id"] ?? "", (string?)answer["reading"] ?? "", ExamReading.AllOfAnswer(answer)[0]);

    public bool IsReadRightly(JsonNode answer) => ExamReading.AllOfAnswer(answer) is [var read] && Reading.Fits(read);

    private static (string? From, string? To) Dates(string? period) =>
        period?.Split("..") is [var from, var to] ? (from.Length > 0 ? from : null, to.Length > 0 ? to : null) : (null, null);
}
