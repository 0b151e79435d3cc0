namespace RevBot.Pipeline.Company;

/// <summary>What a word means here from a day on. Entries of one term are its versions: a meaning that changed keeps the old one for what was before.</summary>
public sealed record GlossaryEntry
{
    /// <summary>As people write it: "MQL", "raw lead".</summary>
    public required string Term { get; init; }

    /// <summary>One or two sentences.</summary>
    public required string Definition { get; init; }

    /// <summary>Other names of it: "marketing qualified lead".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who answers for the meaning.</summary>
    public string? Owner { get; init; }

    public string? Example { get; init; }

    /// <summary>Something that is easily taken for it and is not.</summary>
    public string? CounterExample { get; init; }

    /// <summary>The day it holds from; null for always.</summary>
    public DateOnly? From { get; init; }
}
