namespace RevBot.Intents.AssistedReading;

/// <summary>What a model made of a sentence.</summary>
/// <param name="Record">Only with <see cref="ModelOutcome.Read"/>; not checked yet.</param>
/// <param name="Trouble">What went wrong, without a word of what was sent or answered: a status or the kind of error.</param>
internal sealed record ModelAnswer(ModelOutcome Outcome, QuestionRecord? Record = null, string? Trouble = null, bool IsRemembered = false);
