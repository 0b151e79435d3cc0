namespace RevBot.Intents.Ask.Words;

/// <summary>A phrase the parser knows.</summary>
/// <param name="Value">Metric id, dimension name, state … by kind.</param>
internal sealed record LexiconEntry(LexiconKind Kind, string Value);
