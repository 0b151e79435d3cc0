namespace RevBot.Conversation.Outbox;

/// <summary>What a channel can do; the turn pipeline picks the presentation by it.</summary>
[Flags]
public enum ChannelAbilities
{
    None = 0,

    /// <summary>Shows a form as a dialog after a click.</summary>
    Dialogs = 1,

    /// <summary>Can edit a message in place.</summary>
    Updates = 2,

    /// <summary>Can show a message to one person in a room.</summary>
    Whispers = 4,

    /// <summary>The door prints the answer itself; messages for the turn's own conversation are returned, not stored.</summary>
    AnswersInPlace = 8,

    /// <summary>Shows a form in a message and takes the answer there: a form asked for by a sentence comes with its fields, without a button to open it.</summary>
    FormsInMessages = 16,

    /// <summary>Whoever pressed a button gets an answer that only they see: whispers to them are returned with the turn, not stored.</summary>
    AnswersClicks = 32,
}
