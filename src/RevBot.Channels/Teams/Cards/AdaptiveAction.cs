using System.Text.Json.Serialization;

namespace RevBot.Channels.Teams.Cards;

/// <summary>A button of an Adaptive Card that we send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(ShowCard), "Action.ShowCard")]
internal abstract record AdaptiveAction
{
    private AdaptiveAction()
    {
    }

    public string? Title { get; init; }

    /// <summary><c>positive</c> or <c>destructive</c>.</summary>
    public string? Style { get; init; }

    /// <summary>Comes back as an invoke that is answered with what the card becomes.</summary>
    public sealed record Execute(string Verb, CallData Data) : AdaptiveAction
    {
        /// <summary><c>none</c>: the card's inputs neither come along nor have to be valid.</summary>
        public string? AssociatedInputs { get; init; }

        /// <summary>For clients that do not know the kind.</summary>
        public AdaptiveAction? Fallback { get; init; }
    }

    /// <summary>Opens a dialog or sends one's inputs; elsewhere it comes back as a message with data and no text.</summary>
    public sealed record Submit(CallData Data) : AdaptiveAction
    {
        public string? AssociatedInputs { get; init; }
    }

    /// <summary>Unfolds a card below.</summary>
    public sealed record ShowCard(AdaptiveCard Card) : AdaptiveAction;
}
