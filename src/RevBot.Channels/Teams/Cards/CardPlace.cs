using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Cards;

/// <summary>Where a card will stand: what can be done there.</summary>
internal sealed record CardPlace
{
    /// <summary>Buttons may open dialogs; not so in the local emulators.</summary>
    public bool Dialogs { get; init; } = true;

    /// <summary>The card is the inside of a dialog, where only a submit works.</summary>
    public bool InDialog { get; init; }

    /// <summary>A chat with one person: everybody who sees the card may fill it in.</summary>
    public bool IsDirect { get; init; }

    /// <summary>In a message there. A place that was only kept as a message's says by its id whether it is a chat with one person.</summary>
    public static CardPlace In(ConversationReference conversation, TeamsOptions options) => new()
    {
        Dialogs = !options.AllowAnonymousLoopback,
        IsDirect = conversation.IsDirect || TeamsRoomIds.IsPersonal(conversation.RoomId),
    };
}
