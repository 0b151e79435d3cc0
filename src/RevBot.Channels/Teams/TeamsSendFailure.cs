using RevBot.Channels.Teams.Connector;
using RevBot.Conversation.Outbox;

namespace RevBot.Channels.Teams;

/// <summary>What the outbox does about a refused call: wait, or give up with a sentence that says the fix.</summary>
internal static class TeamsSendFailure
{
    /// <remarks>
    /// A call without an answer (timeout, 502, 504) may have been carried out. It is repeated all the same: Teams takes no key by which it could tell a repeated message and lets no bot look what stands,
    /// and an alert said twice does less harm than one never said. So a message is never lost, and only the one whose answer was lost may stand twice.
    /// A token that cannot be had is waited for as well: client secrets run out by themselves, and all that was said until somebody sets a new one should still arrive.
    /// </remarks>
    public static SendOutcome ToOutcome(ConnectorException failure)
    {
        if (failure.IsTransient)
        {
            return new SendOutcome.Retry(failure.RetryAfter, failure.IsTokenRefused ? $"{failure.Message} {TokenFix}" : failure.Message);
        }

        var fix = failure switch
        {
            { Code: "address_not_allowed" } => "The stored service address is not one of Teams': let somebody write to the bot there once, and check RevBot:Teams:Cloud and RevBot:Teams:ConnectorHosts.",
            { Code: "BotNotInConversationRoster" } => "The bot is not in the room any more: add the app there again (the room's … menu, Manage apps or Add a bot).",
            { Code: "MessageWritesBlocked" or "ConversationBlockedByUser" } => "The person has blocked the bot: they can unblock it in Teams under the chat's … menu.",
            { Status: 403 } => "Teams does not let the bot post there: check that the app is installed in the room and not blocked by a permission policy.",
            { Code: "ActivityNotFoundInConversation" } => "The message was deleted.",
            { Status: 404 } => "The room does not exist any more, or the bot is not in it: check its name in company.yaml, and add the app there.",
            { Status: 413 } => "The message is too large even as text; this is a defect of the renderer, please report it.",
            { Status: 400 or 405 } => "Teams refuses the shape of the message; this is a defect of the renderer, please report it.",
            _ => "Teams refuses it.",
        };
        return new SendOutcome.Rejected($"{failure.Message} {fix}");
    }

    /// <param name="room">What people call the room that is lost.</param>
    public static SendOutcome ToLost(ConnectorException failure, string? room) =>
        new SendOutcome.RoomLost(((SendOutcome.Rejected)ToOutcome(failure)).Error, "I was removed from it, or it is not there any more", room);

    /// <summary>A person's own chat was refused: the app is not installed for them, or they blocked it.</summary>
    public static SendOutcome ToPersonalOutcome(ConnectorException failure) => failure.Code is "MessageWritesBlocked" or "ConversationBlockedByUser"
        ? ToOutcome(failure)
        : new SendOutcome.Rejected($"{failure.Message} The bot may not write to the person yet: {TeamsPeople.AddTheApp}.");

    /// <summary>The room is gone for the bot: what is known of it should go, too. Not so for a thread, which may be gone alone.</summary>
    public static bool IsRoomLost(ConnectorException failure, string? threadId) =>
        failure.Code == "BotNotInConversationRoster" || (failure is { Status: 404, Code: "ConversationNotFound" } && threadId is null);

    internal const string TokenFix = "Check MicrosoftAppId, MicrosoftAppPassword (its value, not its id; secrets expire) and MicrosoftAppTenantId.";
}
