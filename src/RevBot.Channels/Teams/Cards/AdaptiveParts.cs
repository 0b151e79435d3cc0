using System.Globalization;
using System.Text.Json;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Teams.Cards;

/// <summary>A card's elements as parts of an Adaptive Card, each small enough to stand in one. Total: what is long becomes several parts.</summary>
internal static class AdaptiveParts
{
    public static IEnumerable<AdaptiveElement> Render(IEnumerable<CardElement> elements)
    {
        var (isFirst, isParted) = (true, false);
        var heading = string.Empty;
        foreach (var element in elements)
        {
            heading = element is CardElement.Heading { Text: var said } ? said : heading;
            if (element is CardElement.Divider)
            {
                isParted = true;
                continue;
            }

            // A chart that is called what the card is called needs no second title.
            foreach (var part in Render(element is CardElement.Bars bars && bars.Title == heading ? bars with { Title = string.Empty } : element, isFirst))
            {
                yield return isParted && !isFirst ? part with { Separator = true, Spacing = "Medium" } : part;
                (isFirst, isParted) = (false, false);
            }
        }
    }

    /// <summary>Literal lines; each a block of its own, since not every client breaks a line within one.</summary>
    public static IEnumerable<AdaptiveElement> Lines(string text, Func<string, TextRun> look, string? above = null)
    {
        var spacing = above;
        foreach (var line in text.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                spacing = "Medium";
                continue;
            }

            foreach (var piece in CodePoints.Split(line, AdaptiveLimits.Text, _ => 1))
            {
                yield return new AdaptiveElement.RichTextBlock([look(CardText.Literal(piece))]) { Spacing = spacing };
                spacing = "None";
            }
        }
    }

    public static TextRun Plain(string text) => new(text);

    public static TextRun Quiet(string text) => new(text) { Size = "Small", IsSubtle = true };

    /// <summary>Bytes it takes at most, however it is written in the end.</summary>
    public static int SizeOf(AdaptiveElement element) => JsonSerializer.SerializeToUtf8Bytes(element, AdaptiveJson.Default.AdaptiveElement).Length + 1;

    /// <summary>All of the items in one part, or in several that fit.</summary>
    private static IEnumerable<AdaptiveElement> Fit<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, AdaptiveElement> build)
    {
        var element = build(items);
        if (items.Count <= 1 || SizeOf(element) <= AdaptiveLimits.Element)
        {
            return [element];
        }

        var half = (items.Count + 1) / 2;
        return Fit([.. items.Take(half)], build).Concat(Fit([.. items.Skip(half)], build));
    }

    private static IEnumerable<AdaptiveElement> Render(CardElement element, bool isFirst) => element switch
    {
        CardElement.Heading heading => RenderHeading(heading.Text, isFirst),
        CardElement.Paragraph { Tone: TextTone.Strong or TextTone.Action } strong => Lines(strong.Text, text => new TextRun(text) { Weight = "Bolder" }),
        CardElement.Paragraph { Tone: TextTone.Struck } struck => Lines(struck.Text, text => new TextRun(text) { Strikethrough = true, IsSubtle = true }),
        CardElement.Paragraph paragraph => Lines(paragraph.Text, Plain),
        CardElement.FactList facts when facts.Facts.Any(fact => CodePoints.Count(fact.Name) > AdaptiveLimits.NameBeside) => facts.Facts.SelectMany(RenderBelow),
        CardElement.FactList { Facts.Count: > 0 } facts => Fit(facts.Facts, some => new AdaptiveElement.FactSet([.. some.Select(FactOf)])),
        CardElement.Table { Columns.Count: > 0 and <= AdaptiveLimits.Columns } table => Fit(table.Rows, rows => RenderTable(table.Columns, rows)),
        CardElement.Table { Columns.Count: > 0 } table => Lines(string.Join('\n', table.Rows.Select(row => RowAsLine(table.Columns, row))), Plain),
        CardElement.Bars { Items.Count: > 0 } bars => Lines(bars.Title, text => new TextRun(text) { Weight = "Bolder" }).Concat(Fit(bars.Items, RenderBars)),
        CardElement.Note note => Lines(note.Text, Quiet, "Medium"),
        _ => [],
    };

    private static IEnumerable<AdaptiveElement> RenderHeading(string text, bool isFirst)
    {
        var line = Line(text, AdaptiveLimits.Heading);
        return line.Length == 0 ? [] :
        [
            new AdaptiveElement.TextBlock(CardText.Markdown(line)) { Style = "heading", Size = isFirst ? "Large" : "Medium", Weight = "Bolder", Wrap = true, Spacing = isFirst ? null : "Large" },
        ];
    }

    private static CardFact FactOf(Fact fact) => new(
        CardText.Markdown(Line(fact.Name, AdaptiveLimits.FactName)),
        string.IsNullOrWhiteSpace(fact.Value) ? "–" : CardText.Markdown(CodePoints.Cut(fact.Value.Trim(), AdaptiveLimits.FactValue)).ReplaceLineEndings("\n\n"));

    /// <summary>Beside a long name there is no room for what it says.</summary>
    private static IEnumerable<AdaptiveElement> RenderBelow(Fact fact) =>
        Lines(fact.Name, text => new TextRun(text) { Weight = "Bolder" }).Concat(Lines(fact.Value, Plain, "None"));

    private static AdaptiveElement.Table RenderTable(IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var size = columns.Count > AdaptiveLimits.ColumnsInFullSize ? "Small" : null;
        var header = new CardRow([.. columns.Select(column => CellOf(column, column.Title, "Bolder", size))]);
        return new AdaptiveElement.Table(
            [.. columns.Select((_, at) => new CardColumn(Share(at)))],
            [header, .. rows.Select(row => new CardRow([.. columns.Select((column, at) => CellOf(column, at < row.Count ? row[at] : string.Empty, null, size))]))])
        {
            FirstRowAsHeaders = true,
            ShowGridLines = false,
            Spacing = "Medium",
        };

        // Wide enough for the longest word to stay whole on a narrow card; what is left goes to long texts, which may wrap.
        int Share(int at)
        {
            var texts = rows.Select(row => at < row.Count ? row[at] : string.Empty).Append(columns[at].Title).ToList();
            var bold = columns[at].Title.Split(' ').Max(CodePoints.Count) + 1;
            var word = Math.Max(bold, texts.SelectMany(text => text.Split(' ')).Max(CodePoints.Count)) + 2;
            return Math.Clamp(Math.Max(word, texts.Max(CodePoints.Count) * 3 / 5), 5, 16);
        }
    }

    private static CardCell CellOf(TableColumn column, string text, string? weight, string? size)
    {
        var line = Line(text, AdaptiveLimits.Cell);
        return new CardCell(
        [
            new AdaptiveElement.RichTextBlock([new TextRun(line.Length == 0 ? "–" : CardText.Literal(line)) { Weight = weight, Size = size }])
            {
                HorizontalAlignment = column.IsNumber ? "Right" : null,
            },
        ]);
    }

    private static string RowAsLine(IReadOnlyList<TableColumn> columns, IReadOnlyList<string> row) => "• " + string.Join(" · ", row.Zip(columns)
        .Where(cell => !string.IsNullOrWhiteSpace(cell.First))
        .Select((cell, at) => at == 0 ? Line(cell.First, AdaptiveLimits.Cell) : $"{Line(cell.Second.Title, AdaptiveLimits.Cell)}: {Line(cell.First, AdaptiveLimits.Cell)}"));

    /// <summary>Teams' chart, with the figure in each label as people read it (without an axis it would write the bare number beside it); bars of blocks where a client has no charts, or a bar goes below zero.</summary>
    private static AdaptiveElement RenderBars(IReadOnlyList<Bar> bars)
    {
        var drawn = DrawBars(bars);
        return bars.Any(bar => bar.Value < 0) ? drawn : new AdaptiveElement.HorizontalBarChart([.. bars.Select(bar => new ChartPoint($"{LabelOf(bar)} · {FigureOf(bar)}", bar.Value))])
        {
            Fallback = drawn,
        };
    }

    private static AdaptiveElement.Table DrawBars(IReadOnlyList<Bar> bars)
    {
        const int width = 14;
        var longest = bars.Max(bar => Math.Abs(bar.Value));
        return new AdaptiveElement.Table([new CardColumn(10), new CardColumn(14), new CardColumn(8)], [.. bars.Select(RowOf)]) { FirstRowAsHeaders = false, ShowGridLines = false };

        CardRow RowOf(Bar bar)
        {
            var length = bar.Value == 0 || longest == 0 ? 0 : Math.Max(1, (int)Math.Round(width * Math.Abs(bar.Value) / longest));
            return new CardRow(
            [
                Cell(new TextRun(LabelOf(bar)), null),
                Cell(new TextRun(length == 0 ? "–" : new string(bar.Value < 0 ? '▒' : '█', length)) { Color = bar.Value < 0 ? "Attention" : "Accent", FontType = "Monospace" }, null),
                Cell(new TextRun(FigureOf(bar)), "Right"),
            ]);
        }

        static CardCell Cell(TextRun run, string? alignment) => new([new AdaptiveElement.RichTextBlock([run]) { HorizontalAlignment = alignment }]);
    }

    private static string LabelOf(Bar bar) => CardText.Literal(Line(bar.Label, AdaptiveLimits.BarLabel) is { Length: > 0 } label ? label : "–");

    private static string FigureOf(Bar bar) =>
        CardText.Literal(Line(bar.Display, AdaptiveLimits.BarLabel) is { Length: > 0 } figure ? figure : bar.Value.ToString(CultureInfo.InvariantCulture));

    private static string Line(string text, int most) => CodePoints.Cut(text.ReplaceLineEndings(" ").Trim(), most);
}
