using System.Text.Json.Serialization;

namespace RevBot.Conversation.Forms;

/// <summary>One question of a form. Values travel as canonical text: ISO dates, invariant numbers, keys of choices.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(DateField), "date")]
[JsonDerivedType(typeof(NumberField), "number")]
[JsonDerivedType(typeof(MoneyField), "money")]
public abstract record Field
{
    /// <summary>Unique in the form; errors name it. Letters, digits, <c>_</c> and <c>.</c>.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    public bool Required { get; init; } = true;

    /// <summary>What stands in it at first, in canonical text, or null.</summary>
    public string? Initial { get; init; }

    /// <summary>Other fields depend on it: when it changes, the form is built anew with what was filled in so far.</summary>
    public bool Refreshes { get; init; }
}
