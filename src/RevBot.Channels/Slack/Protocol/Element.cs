using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>An interactive element of a block that we send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(StaticSelect), "static_select")]
[JsonDerivedType(typeof(ExternalSelect), "external_select")]
[JsonDerivedType(typeof(PlainTextInput), "plain_text_input")]
[JsonDerivedType(typeof(NumberInput), "number_input")]
[JsonDerivedType(typeof(DatePicker), "datepicker")]
internal abstract record Element
{
    private Element()
    {
    }

    public required string ActionId { get; init; }

    public sealed record Button(TextObject Text, string Value) : Element
    {
        public string? Style { get; init; }

        public ConfirmDialog? Confirm { get; init; }
    }

    public sealed record StaticSelect : Element
    {
        public IReadOnlyList<SelectOption>? Options { get; init; }

        public IReadOnlyList<OptionGroup>? OptionGroups { get; init; }

        public SelectOption? InitialOption { get; init; }
    }

    /// <summary>A select whose options Slack asks us for as somebody types.</summary>
    public sealed record ExternalSelect : Element
    {
        /// <summary>From how many letters on it asks; the likeliest come before any is typed.</summary>
        public int MinQueryLength { get; }

        public TextObject? Placeholder { get; init; }

        public SelectOption? InitialOption { get; init; }
    }

    public sealed record PlainTextInput : Element
    {
        public string? InitialValue { get; init; }

        public bool? Multiline { get; init; }

        public int? MaxLength { get; init; }
    }

    public sealed record NumberInput : Element
    {
        public bool IsDecimalAllowed { get; init; } = true;

        public string? InitialValue { get; init; }

        public string? MinValue { get; init; }

        public string? MaxValue { get; init; }
    }

    public sealed record DatePicker : Element
    {
        public string? InitialDate { get; init; }
    }
}
