using RevBot.Conversation.Outbox;

namespace RevBot.Channels.Slack;

/// <summary>What the outbox does about a refused call: wait, or give up with a sentence that says the fix.</summary>
internal static class SlackSendFailure
{
    public static SendOutcome ToOutcome(SlackApiException failure)
    {
        if (failure.IsTransient)
        {
            return new SendOutcome.Retry(failure.RetryAfter, failure.Message);
        }

        var fix = failure switch
        {
            { Error: "channel_not_found" } => "The room does not exist or is private: check its name in company.yaml, and invite the bot there (/invite @RevBot).",
            { Error: "not_in_channel" } => "The bot is not in the room: invite it there (/invite @RevBot).",
            { Error: "is_archived" } => "The room is archived: unarchive it, or name another one in company.yaml.",
            { Error: "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" or "invalid_arguments" } => "Slack refuses the shape of the message; this is a defect of the renderer, please report it.",
            { Error: "message_not_found" } => "The message was deleted.",
            { Error: "cant_update_message" or "edit_window_closed" } => "The message can no longer be edited.",
            { Error: "restricted_action" or "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" or "restricted_action_read_only_channel" } => "The workspace does not let the bot post there: an admin can allow it in the room's posting permissions.",
            { Error: "messages_tab_disabled" } => "The app's messages tab is off: switch it on under App Home.",
            { Error: "not_enabled" } => "The app's Home tab is off: switch it on under App Home, so that people see there what waits for them.",
            { Error: "user_not_found" or "user_disabled" or "user_not_visible" } => "The person is not in the workspace any more.",
            { Error: "expired_url" or "used_url" } => "The answer came too late for Slack's one-time address; ask again.",
            { Error: "address_not_allowed" } => "The reply address is not Slack's.",
            { IsTokenRefused: true } => "Slack refuses the token or a scope is missing: reinstall the app from manifests/slack/manifest.yaml and set SLACK_BOT_TOKEN.",
            _ => "Slack refuses it.",
        };
        var error = $"{failure.Message} {fix}";
        return failure.Error switch
        {
            "channel_not_found" or "not_in_channel" => new SendOutcome.RoomLost(error, "I was removed from it, or it is not there any more"),
            "is_archived" => new SendOutcome.RoomLost(error, "it was archived"),
            _ => new SendOutcome.Rejected(error),
        };
    }
}
