namespace RevBot.Models.Protocol;

internal sealed record AnthropicMessage(string Role, string Content);
