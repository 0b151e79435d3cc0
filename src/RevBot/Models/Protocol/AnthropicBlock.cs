using System.Text.Json;

namespace RevBot.Models.Protocol;

internal sealed record AnthropicBlock(string? Type, string? Text, string? Name, JsonElement? Input);
