namespace RevBot.Intents.AssistedReading;

/// <summary>A question as a model writes it down: the parts of <see cref="Pipeline.Questions.Question"/> by their names. It has no place for a figure of the company's.</summary>
internal sealed record QuestionRecord
{
    public const string Figure = "figure";
    public const string List = "list";
    public const string None = "none";

    public required string Kind { get; init; }

    /// <summary>Id of a metric.</summary>
    public required string? Measure { get; init; }

    public required IReadOnlyList<RecordFilter> Filters { get; init; }

    /// <summary><c>mine</c> or <c>my team</c>.</summary>
    public required string? Whose { get; init; }

    /// <summary>"over [amount 1]", "no next step".</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>As people say it: "last quarter".</summary>
    public required string? Period { get; init; }

    public required string? Compare { get; init; }

    /// <summary>Dimensions by their keys.</summary>
    public required IReadOnlyList<string> By { get; init; }

    public required RecordRank? Rank { get; init; }
}
