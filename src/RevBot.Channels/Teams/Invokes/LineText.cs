using RevBot.Conversation.Replies;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>A card as lines below the pressed one or in a dialog. Clients write them in letters of unequal width, so nothing is lined up with spaces or drawn.</summary>
internal static class LineText
{
    public static string Of(Card card)
    {
        var parts = card.Elements.Select(Of).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? card.Summary : string.Join("\n\n", parts);
    }

    private static string Of(CardElement element) => element switch
    {
        CardElement.FactList list => Lines(list.Facts.Select(fact => $"{fact.Name}: {fact.Value}")),
        CardElement.Table table => Lines(table.Rows.Select(row => string.Join(" · ", row.Where(cell => cell.Length > 0)))),
        CardElement.Bars bars => Lines(bars.Items.Select(bar => $"{bar.Label}: {bar.Display}").Prepend(bars.Title)),
        CardElement.Paragraph paragraph => paragraph.Text,
        CardElement.Divider => string.Empty,
        _ => PlainTextRenderer.Render(element),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
