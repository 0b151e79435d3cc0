using System.Text.Json;

namespace RevBot.Models.Protocol;

internal sealed record OpenAiSchema(string Name, string? Description, bool Strict, JsonElement Schema);
