using System.Text.Json.Nodes;

namespace RevBot.Exams;

/// <summary>How one question was read, or is to be read, in the words of an evaluation file.</summary>
internal sealed record ExamReading
{
    public required string Outcome { get; init; }

    /// <summary>Another outcome that is as right.</summary>
    public string? Or { get; init; }

    public string? Intent { get; init; }

    public string? Measure { get; init; }

    /// <summary><c>start..end</c>; null for all dates.</summary>
    public string? Period { get; init; }

    /// <summary>The period it is compared with.</summary>
    public string? With { get; init; }

    public IReadOnlyList<string> Filters { get; init; } = [];

    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary><c>top 5</c>, <c>highest</c> (the one), <c>highest first</c> (all, in order) and their opposites.</summary>
    public string? Rank { get; init; }

    /// <summary>True when the deals themselves are shown.</summary>
    public bool Lists { get; init; }

    /// <summary>The word that is defined.</summary>
    public string? Term { get; init; }

    /// <summary>The day a definition is asked for.</summary>
    public string? At { get; init; }

    /// <summary>What a line expects, one reading for each question in it.</summary>
    public static IReadOnlyList<ExamReading> AllOfExpected(JsonNode expect) =>
        expect["all"] is JsonArray all ? [.. all.Select(one => OfExpected(one!))] : [OfExpected(expect)];

    /// <summary>What a machine-readable answer says of itself, one reading for each question answered.</summary>
    public static IReadOnlyList<ExamReading> AllOfAnswer(JsonNode answer) =>
        answer["answers"] is JsonArray all ? [.. all.Select(one => OfAnswer(one!))] : [OfAnswer(answer)];

    public static ExamReading OfExpected(JsonNode expect) => new()
    {
        Outcome = (string)expect["outcome"]!,
        Or = (string?)expect["or"],
        Intent = (string?)expect["intent"],
        Measure = (string?)expect["measure"],
        Period = (string?)expect["period"],
        With = (string?)expect["vs"],
        Filters = Strings(expect["filters"]),
        By = Strings(expect["by"]),
        Rank = (string?)expect["rank"],
        Lists = (bool?)expect["list"] ?? false,
        Term = (string?)expect["term"],
        At = (string?)expect["at"],
    };

    /// <summary>True when <paramref name="read"/> is what this expects. Where no figure is expected, only what this names is looked at.</summary>
    public bool Fits(ExamReading read)
    {
        if (read.Outcome != Outcome)
        {
            return read.Outcome == Or;
        }

        if (Measure is not null)
        {
            return read.Measure == Measure && read.Lists == Lists && read.Period == Period && read.With == With && read.Rank == Rank
                && read.By.SequenceEqual(By) && Same(read.Filters, Filters);
        }

        return (Intent is null || Intent == read.Intent)
            && (Term is null || string.Equals(Term, read.Term, StringComparison.OrdinalIgnoreCase))
            && (At is null || At == read.At)
            && (Period is null || Period == read.Period)
            && (Filters.Count == 0 || Same(read.Filters, Filters));
    }

    public override string ToString()
    {
        string?[] parts =
        [
            Measure is null ? $"{Outcome}{(Or is null ? "" : $" or {Or}")} {Intent}".Trim() : $"{(Lists ? "list " : "")}{Measure}",
            Term is null ? null : $"“{Term}”",
            At is null ? null : $"at {At}",
            Period,
            With is null ? null : $"vs {With}",
            Filters.Count == 0 ? null : string.Join("; ", Filters.Order(StringComparer.Ordinal)),
            By.Count == 0 ? null : $"by {string.Join(" and ", By)}",
            Rank,
        ];
        return string.Join(" | ", parts.Where(part => part is not null));
    }

    private static ExamReading OfAnswer(JsonNode answer) => new()
    {
        Outcome = (string?)answer["outcome"] ?? "none",
        Intent = (string?)answer["intent"],
        Measure = (string?)answer["measure"],
        Period = Span(answer["period"]),
        With = Span(answer["compared"]?["period"]),
        Filters = Strings(answer["filters"]),
        By = Strings(answer["by"]),
        Rank = (string?)answer["rank"],
        Lists = answer["measure"] is not null && (bool?)answer["list"] == true,
        Term = (string?)answer["term"],
        At = (string?)answer["at"],
    };

    private static bool Same(IReadOnlyList<string> left, IReadOnlyList<string> right) => left.Count == right.Count && left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal));

    private static string? Span(JsonNode? period) => period is JsonObject days ? $"{(string?)days["start"]}..{(string?)days["end"]}" : null;

    private static string[] Strings(JsonNode? list) => list is JsonArray items ? [.. items.Select(item => (string)item!)] : [];
}
