using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>The action that was pressed, with the card's inputs merged into its data.</summary>
internal sealed record CardInvokeAction(string? Type, string? Verb = null, JsonElement? Data = null);
