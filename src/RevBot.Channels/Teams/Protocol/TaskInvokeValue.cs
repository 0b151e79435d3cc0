using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>Value of <c>task/fetch</c> and <c>task/submit</c>: the button's data, with the dialog's inputs merged in.</summary>
internal sealed record TaskInvokeValue(JsonElement? Data);
