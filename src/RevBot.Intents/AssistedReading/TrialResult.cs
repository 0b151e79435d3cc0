namespace RevBot.Intents.AssistedReading;

/// <summary>How a trial went.</summary>
/// <param name="Reading">What it read; null when it read nothing that holds.</param>
/// <param name="Trouble">What went wrong, in a word.</param>
public sealed record TrialResult(ModelOutcome Outcome, string? Reading, string? Trouble, TimeSpan Took);
