using System.Text.Json.Serialization;

namespace RevBot.Conversation.Replies;

/// <summary>A part of a card. Says what it means; each channel decides how it looks. All texts are plain text without markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(FactList), "facts")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Bars), "bars")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Divider), "divider")]
public abstract record CardElement
{
    private CardElement()
    {
    }

    public sealed record Heading(string Text) : CardElement;

    public sealed record Paragraph(string Text, TextTone Tone = TextTone.Normal) : CardElement;

    public sealed record FactList(IReadOnlyList<Fact> Facts) : CardElement;

    public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : CardElement;

    /// <summary>A chart of one series, with the figures written out.</summary>
    /// <param name="IsTrend">True when the items follow each other in time; a line tells it better than bars, where there are lines.</param>
    public sealed record Bars(string Title, IReadOnlyList<Bar> Items, bool IsTrend = false) : CardElement;

    /// <summary>A quiet line: the receipt of a number.</summary>
    public sealed record Note(string Text) : CardElement;

    public sealed record Divider : CardElement;
}
