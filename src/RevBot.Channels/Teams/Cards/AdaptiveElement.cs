using System.Text.Json.Serialization;

namespace RevBot.Channels.Teams.Cards;

/// <summary>A part of an Adaptive Card that we send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
internal abstract record AdaptiveElement
{
    private AdaptiveElement()
    {
    }

    /// <summary>The gap above: <c>None</c>, <c>Small</c>, <c>Medium</c>, …</summary>
    public string? Spacing { get; init; }

    /// <summary>A line above.</summary>
    public bool? Separator { get; init; }

    /// <summary>Markdown is read in it: only for words that were escaped.</summary>
    public sealed record TextBlock(string Text) : AdaptiveElement
    {
        public bool? Wrap { get; init; }

        public string? Style { get; init; }

        public string? Weight { get; init; }

        public string? Size { get; init; }
    }

    /// <summary>Literal text: no markdown is read in it.</summary>
    public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : AdaptiveElement
    {
        public string? HorizontalAlignment { get; init; }
    }

    public sealed record FactSet(IReadOnlyList<CardFact> Facts) : AdaptiveElement;

    public sealed record Table(IReadOnlyList<CardColumn> Columns, IReadOnlyList<CardRow> Rows) : AdaptiveElement
    {
        public bool? FirstRowAsHeaders { get; init; }

        public bool? ShowGridLines { get; init; }
    }

    public sealed record ActionSet(IReadOnlyList<AdaptiveAction> Actions) : AdaptiveElement;

    /// <summary>Teams' own chart; other clients show the fallback.</summary>
    public sealed record HorizontalBarChart(IReadOnlyList<ChartPoint> Data) : AdaptiveElement
    {
        public AdaptiveElement? Fallback { get; init; }
    }

    public abstract record Input(string Id, string Label) : AdaptiveElement
    {
        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }
    }

    public sealed record TextInput(string Id, string Label) : Input(Id, Label)
    {
        public string? Value { get; init; }

        public string? Placeholder { get; init; }

        public bool? IsMultiline { get; init; }

        public int? MaxLength { get; init; }
    }

    public sealed record NumberInput(string Id, string Label) : Input(Id, Label)
    {
        public decimal? Value { get; init; }

        public decimal? Min { get; init; }

        public decimal? Max { get; init; }
    }

    public sealed record DateInput(string Id, string Label) : Input(Id, Label)
    {
        public string? Value { get; init; }

        public string? Min { get; init; }

        public string? Max { get; init; }
    }

    public sealed record ChoiceInput(string Id, string Label, IReadOnlyList<CardChoice> Choices) : Input(Id, Label)
    {
        public string? Value { get; init; }

        /// <summary><c>compact</c>, <c>expanded</c> or <c>filtered</c>.</summary>
        public string? Style { get; init; }

        public string? Placeholder { get; init; }

        [JsonPropertyName("choices.data")]
        public ChoiceQuery? Query { get; init; }
    }
}
