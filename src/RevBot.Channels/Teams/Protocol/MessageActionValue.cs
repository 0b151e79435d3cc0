namespace RevBot.Channels.Teams.Protocol;

/// <summary>Value of <c>composeExtension/fetchTask</c> where it was picked in a message's menu.</summary>
/// <param name="CommandId">Which entry of the menu, as the manifest names it.</param>
internal sealed record MessageActionValue(string? CommandId, PickedMessagePayload? MessagePayload);
