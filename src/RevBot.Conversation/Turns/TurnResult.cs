using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>What a door must do right after a turn's commit; all else went to the outbox.</summary>
public sealed record TurnResult
{
    /// <summary>What was said; null for a turn that was handled before.</summary>
    public Reply? Reply { get; init; }

    /// <summary>Show this form now (Slack: views.open, or views.update when the turn was a <see cref="TurnInput.FormOpening"/> with values). With <see cref="Errors"/>: the form as it is for what was submitted, which may have other fields than before.</summary>
    public OpenForm? Form { get; init; }

    /// <summary>The form stays open and shows these.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The new face of the message that was pressed or submitted, when it got one; the outbox edits it for everybody, and a door that answers presses shows it at once.</summary>
    public Card? Face { get; init; }

    /// <summary>What the door itself tells the person: all messages for the turn's conversation where a channel answers in place (<see cref="ChannelAbilities.AnswersInPlace"/>), whispers to whoever pressed where it answers clicks (<see cref="ChannelAbilities.AnswersClicks"/>).</summary>
    public IReadOnlyList<OutboundMessage> Messages { get; init; } = [];

    /// <summary>True when this turn id was handled before: the door says nothing.</summary>
    public bool Duplicate { get; init; }
}
