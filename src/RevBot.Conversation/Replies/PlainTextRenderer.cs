using System.Globalization;
using System.Text;

namespace RevBot.Conversation.Replies;

/// <summary>A card as plain text: the terminal, the fallback of rich messages and screen readers. The same facts as on every other channel.</summary>
public static class PlainTextRenderer
{
    private const int LongestBar = 24;

    /// <summary>All of the card; parts stand apart by an empty line. Buttons are numbered so that they can be picked by number.</summary>
    public static string Render(Card card, bool withButtons = true)
    {
        ArgumentNullException.ThrowIfNull(card);
        var parts = card.Elements.Select(Render).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
        {
            parts.Add(card.Summary);
        }

        if (withButtons && card.Buttons.Count > 0 && !parts.Exists(part => IsWrittenOut(part, card.Buttons)))
        {
            parts.Add(string.Join("  ", card.Buttons.Select((button, index) => string.Create(CultureInfo.InvariantCulture, $"[{index + 1}] {button.Label}"))));
        }

        return string.Join("\n\n", parts);
    }

    /// <summary>Choices whose labels are too long for buttons stand in the text already, numbered alike.</summary>
    private static bool IsWrittenOut(string part, IReadOnlyList<CardButton> buttons) =>
        part == string.Join('\n', buttons.Select((button, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {button.Label}")));

    public static string Render(CardElement element) => element switch
    {
        CardElement.Heading heading => heading.Text,
        CardElement.Paragraph { Tone: TextTone.Struck } struck => $"~{struck.Text}~",
        CardElement.Paragraph paragraph => paragraph.Text,
        CardElement.FactList list => RenderFacts(list.Facts),
        CardElement.Table table => RenderTable(table),
        CardElement.Bars bars => RenderBars(bars),
        CardElement.Note note => note.Text,
        CardElement.Divider => new string('─', LongestBar),
        _ => throw new System.Diagnostics.UnreachableException($"No plain text for {element.GetType().Name}."),
    };

    private static string RenderFacts(IReadOnlyList<Fact> facts)
    {
        var width = Widest(facts.Select(fact => fact.Name));
        return Lines(facts.Select(fact => Pad(fact.Name + ":", width + 1) + " " + fact.Value));
    }

    private static string RenderTable(CardElement.Table table)
    {
        var widths = table.Columns
            .Select((column, at) => Widest(table.Rows.Select(row => Cell(row, at)).Prepend(column.Title)))
            .ToList();
        return Lines(
        [
            Row(table.Columns.Select(column => column.Title)),
            Row(widths.Select(width => new string('─', width))),
            .. table.Rows.Select(row => Row(table.Columns.Select((_, at) => Cell(row, at)))),
        ]);

        string Row(IEnumerable<string> cells) =>
            string.Join("  ", cells.Select((cell, at) => Pad(cell, widths[at], table.Columns[at].IsNumber)));
    }

    private static string RenderBars(CardElement.Bars bars)
    {
        var widest = Widest(bars.Items.Select(bar => bar.Label));
        var longest = bars.Items.Select(bar => Math.Abs(bar.Value)).DefaultIfEmpty().Max();
        var drawn = bars.Items.Select(bar => Draw(bar.Value, longest)).ToList();
        var width = drawn.Select(bar => bar.Length).DefaultIfEmpty().Max();
        var lines = bars.Items.Select((bar, at) => $"{Pad(bar.Label, widest)}  {Pad(drawn[at], width)}  {bar.Display}");
        return Lines(bars.Title.Length == 0 ? lines : lines.Prepend(bars.Title));
    }

    /// <summary>What is not nothing shows at least one block; what is below zero is drawn hollow.</summary>
    private static string Draw(decimal value, decimal longest)
    {
        var blocks = value == 0 || longest == 0 ? 0 : Math.Max(1, (int)Math.Round(LongestBar * Math.Abs(value) / longest));
        return new string(value < 0 ? '▒' : '▇', blocks);
    }

    private static string Cell(IReadOnlyList<string> row, int at) => at < row.Count ? row[at].ReplaceLineEndings(" ") : "";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.TrimEnd()));

    private static int Widest(IEnumerable<string> texts) => texts.Select(Width).DefaultIfEmpty().Max();

    private static string Pad(string text, int width, bool toTheRight = false)
    {
        var gap = new string(' ', Math.Max(0, width - Width(text)));
        return toTheRight ? gap + text : text + gap;
    }

    private static int Width(string text) => new StringInfo(text.Normalize(NormalizationForm.FormC)).LengthInTextElements;
}
