namespace RevBot.Models.Protocol;

internal sealed record OpenAiAnswer(IReadOnlyList<OpenAiChoice>? Choices);
