namespace RevBot.Models.Protocol;

internal sealed record OpenAiMessage(string Role, string? Content, string? Refusal = null);
