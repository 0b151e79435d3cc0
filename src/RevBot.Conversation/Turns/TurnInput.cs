using System.Text.Json.Serialization;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Turns;

/// <summary>What came in. Closed: every door translates into one of these.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(ButtonClick), "click")]
[JsonDerivedType(typeof(FormOpening), "opening")]
[JsonDerivedType(typeof(FormSubmission), "submission")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(HomeOpened), "home")]
[JsonDerivedType(typeof(ChatOpened), "chat")]
public abstract record TurnInput
{
    private TurnInput()
    {
    }

    /// <summary>Somebody wrote something to the bot; mentions of the bot are stripped, entities decoded.</summary>
    public sealed record Said(string Text) : TurnInput;

    /// <summary>Somebody pressed a button on one of our messages.</summary>
    /// <param name="Value">What the button carries: ids only. Rights are checked again.</param>
    /// <param name="Message">The message it stood on; null when the platform does not say.</param>
    public sealed record ButtonClick(string ActionId, string Value, MessageReference? Message) : TurnInput
    {
        /// <summary>No dialog can open as the answer to this press: a form it leads to comes as a message.</summary>
        public bool WithoutDialog { get; init; }

        /// <summary>The message it was pressed for, in that message's own menu; null for a button of ours.</summary>
        public PickedMessage? About { get; init; }
    }

    /// <summary>A form is to be shown, or shown anew with what was filled in so far (a choice that other fields depend on was changed).</summary>
    public sealed record FormOpening(string SessionId, FormValues SoFar, MessageReference? Message) : TurnInput
    {
        /// <summary>It was asked that what is filled in so far is kept.</summary>
        public bool Keeps { get; init; }

        /// <summary>The section before is wanted.</summary>
        public bool IsBack { get; init; }

        /// <summary>The fields that were shown; null where that is not known.</summary>
        public IReadOnlyList<string>? Shown { get; init; }
    }

    public sealed record FormSubmission(string SessionId, FormValues Values) : TurnInput
    {
        /// <summary>The fields that were shown: of a long form one section, after which the next is wanted. Null: the whole form.</summary>
        public IReadOnlyList<string>? Shown { get; init; }
    }

    /// <summary>The bot was added to a room or opened for the first time.</summary>
    public sealed record Welcome : TurnInput;

    /// <summary>What the bot asks itself for somebody, at the time that was agreed; read like what is said, but never as the answer to something that is open.</summary>
    public sealed record Reminded(string Text) : TurnInput;

    /// <summary>Somebody opened the page that the bot has for them on a platform, or something on it has changed: it is published anew.</summary>
    public sealed record HomeOpened : TurnInput;

    /// <summary>Somebody opened their direct chat and has not said anything yet.</summary>
    public sealed record ChatOpened : TurnInput;
}
