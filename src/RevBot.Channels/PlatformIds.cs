using RevBot.Conversation.Turns;

namespace RevBot.Channels;

/// <summary>Whether ids are such as a platform gives. They come from outside, are kept, and go back in requests, keys and logs.</summary>
internal static class PlatformIds
{
    /// <summary>Teams' are the longest, with some two hundred characters.</summary>
    private const int Longest = 1_000;

    /// <summary>The turn; null when it names a person, a place or a message as no platform does: nothing could ever be answered there, and would be tried again and again.</summary>
    public static Turn? Sound(Turn? turn) => turn is null || (AreIds(turn.Actor.Tenant, turn.Actor.UserId) && IsSound(turn.Conversation) && IsSound(MessageOf(turn.Input))) ? turn : null;

    private static MessageReference? MessageOf(TurnInput input) => input switch
    {
        TurnInput.ButtonClick click => click.Message ?? click.About?.Message,
        TurnInput.FormOpening opening => opening.Message,
        _ => null,
    };

    private static bool IsSound(ConversationReference place) => AreIds(place.Tenant, place.RoomId, place.ThreadId);

    private static bool IsSound(MessageReference? message) => message is null || AreIds(message.Tenant, message.RoomId, message.MessageId, message.ThreadId);

    private static bool AreIds(params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is not null && (id.Length > Longest || id.Any(char.IsControl)))
            {
                return false;
            }
        }

        return true;
    }
}
