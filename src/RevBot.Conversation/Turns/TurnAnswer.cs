using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>What the dispatcher found to answer, before it becomes messages, sessions and memory.</summary>
internal sealed record TurnAnswer(Reply Reply)
{
    /// <summary>Name of the intent, button or form the turn was for; null when for none.</summary>
    public string? Capability { get; init; }

    /// <summary>True for what tells nothing that anybody might not read: it is said in the room whoever reads there.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>The message whose button was pressed: a <see cref="Replies.Reply.Replace"/> replaces it.</summary>
    public MessageReference? On { get; init; }

    /// <summary>The session this reply closes; its prompt is replaced.</summary>
    public FormSession? Closes { get; init; }

    /// <summary>Sessions to save besides.</summary>
    public IReadOnlyList<FormSession> Saves { get; init; } = [];

    /// <summary>A form to be shown at once.</summary>
    public OpenForm? Form { get; init; }

    /// <summary>A message of ours that gets a new face besides the reply.</summary>
    public (FormSession Session, Card Card)? Settles { get; init; }

    /// <summary>What happened to forms that were offered before.</summary>
    public IReadOnlyList<FormMark> Marks { get; init; } = [];

    /// <summary>Sentences that are offered to be said.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    /// <summary>Where the interview stands; null when there is none (any more).</summary>
    public InterviewState? Interview { get; init; }
}
