namespace RevBot.Pipeline.Moves;

/// <summary>One choice for a <see cref="Requirement"/>.</summary>
/// <param name="Group">Heading it stands under (the first level of a loss reason), or null.</param>
public sealed record RequirementOption(string Key, string Label, string? Group);
