using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Replies;

/// <summary>What a capability answers. Closed: the turn pipeline turns each case into messages, forms and memory, the same for every channel.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Cards for other rooms, sent with the same commit.</summary>
    public IReadOnlyList<RoomPost> AlsoPost { get; init; } = [];

    /// <summary>New faces of live cards (by card key) wherever they were posted.</summary>
    public IReadOnlyList<LiveCardUpdate> UpdateLive { get; init; } = [];

    /// <summary>The answer as data for <c>--json</c>, with at least <c>intent</c> and <c>outcome</c>; null where a capability has none to give.</summary>
    public JsonObject? Data
    {
        get => field ??= DataWhenAsked?.Invoke();
        init;
    }

    /// <summary>Makes <see cref="Data"/> when somebody asks for it, where that is much and a chat never does.</summary>
    public Func<JsonObject>? DataWhenAsked { get; init; }

    /// <summary>What the audit log keeps of this; where a capability does not say it, <see cref="Data"/> tells as much as it can.</summary>
    public AuditNote? Audit { get; init; }

    /// <summary>Things to remember in this conversation: key to value; null forgets.</summary>
    public IReadOnlyDictionary<string, string?> Remember { get; init; } = new Dictionary<string, string?>();

    /// <summary>Says it in the conversation.</summary>
    public sealed record Say(Card Card) : Reply;

    /// <summary>Says it so that only the person sees it, where the channel can; else in their direct chat.</summary>
    public sealed record Whisper(Card Card) : Reply;

    /// <summary>Replaces the message whose button was pressed (or whose form was submitted); says it where there is none.</summary>
    public sealed record Replace(Card Card) : Reply;

    /// <summary>Asks for fields. After a click the form opens at once where the channel can; else <see cref="Prompt"/> is shown with a button that opens it, or the fields are asked one by one.</summary>
    /// <param name="FormId">Which form.</param>
    /// <param name="Seed">What the form needs to know (deal id, wished stage, values given so far); stored with the session.</param>
    /// <param name="Prompt">What will happen, in words: shown before and while the form is filled in.</param>
    /// <param name="OpenLabel">Label of the button that opens it.</param>
    public sealed record Ask(string FormId, IReadOnlyDictionary<string, string> Seed, Card Prompt, string OpenLabel) : Reply
    {
        /// <summary>True for a form that asks for nothing but a yes: <see cref="Prompt"/> is all there is to look at, and its button submits.</summary>
        public bool SubmitsAtOnce { get; init; }
    }

    /// <summary>Asks which of several readings is meant; nothing is done on a guess.</summary>
    public sealed record Clarify(string Question, IReadOnlyList<Choice> Choices) : Reply;

    /// <summary>The submitted form stays open with these errors.</summary>
    public sealed record FormErrors(IReadOnlyList<FieldError> Errors) : Reply;

    /// <summary>Nothing to say.</summary>
    public sealed record Nothing : Reply;
}
