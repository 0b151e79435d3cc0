using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>A Block Kit block that we send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Input), "input")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(DataVisualization), "data_visualization")]
internal abstract record Block
{
    private Block()
    {
    }

    public string? BlockId { get; init; }

    public sealed record Header(TextObject Text) : Block;

    public sealed record Section : Block
    {
        public TextObject? Text { get; init; }

        public IReadOnlyList<TextObject>? Fields { get; init; }
    }

    public sealed record Context(IReadOnlyList<TextObject> Elements) : Block;

    public sealed record Divider : Block;

    public sealed record Actions(IReadOnlyList<Element> Elements) : Block;

    public sealed record Input(TextObject Label, Element Element) : Block
    {
        public TextObject? Hint { get; init; }

        public bool? Optional { get; init; }

        public bool? DispatchAction { get; init; }
    }

    public sealed record Table(IReadOnlyList<IReadOnlyList<TableCell>> Rows) : Block
    {
        public IReadOnlyList<ColumnSetting>? ColumnSettings { get; init; }
    }

    public sealed record DataVisualization(string Title, Chart Chart) : Block;
}
