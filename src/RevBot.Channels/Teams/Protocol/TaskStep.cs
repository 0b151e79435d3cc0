using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>What a dialog shows next.</summary>
/// <param name="Type"><c>continue</c> with a <see cref="TaskInfo"/>, or <c>message</c> with a sentence.</param>
internal sealed record TaskStep(string Type, JsonElement Value);
