using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Slack;

/// <summary>Renders a <see cref="Card"/> as Slack messages. Total: what exceeds a limit is split, over several blocks or several messages, and never refused.</summary>
internal static class BlockKitRenderer
{
    private const string ShortenedNote = "Shortened to fit into this message; ask again to see all of it.";

    /// <summary>The card as one message, or several where Slack's limits ask for it; the buttons stand under the last.</summary>
    public static IReadOnlyList<SlackMessage> RenderMessages(Card card, int tables = int.MaxValue)
    {
        var messages = new List<List<Block>> { new() };
        var (size, hasTable, charts) = (0, false, 0);
        foreach (var block in BodyOf(card, tables).Concat(RenderButtons(card.Buttons)))
        {
            var cost = SizeOf(block);
            var last = messages[^1];
            if (last.Count > 0 && (last.Count == BlockKitLimits.BlocksPerMessage || size + cost > BlockKitLimits.MessageText || (hasTable && block is Block.Table)
                || (charts == BlockKitLimits.ChartsPerMessage && block is Block.DataVisualization)))
            {
                last = [];
                messages.Add(last);
                (size, hasTable, charts) = (0, false, 0);
            }

            last.Add(block);
            size += cost;
            hasTable |= block is Block.Table;
            charts += block is Block.DataVisualization ? 1 : 0;
        }

        return [.. messages.Select((blocks, i) => new SlackMessage(FallbackText(card, i, messages.Count), blocks))];
    }

    /// <summary>The card as one message, for editing one that stands already: further tables become text, and what does not fit is cut, with a note that says so.</summary>
    public static SlackMessage RenderOne(Card card, int tables = 1)
    {
        var buttons = RenderButtons(card.Buttons).ToList();
        var room = BlockKitLimits.BlocksPerMessage - buttons.Count;
        var left = BlockKitLimits.MessageText - buttons.Sum(SizeOf) - ShortenedNote.Length;
        var body = BodyOf(card, tables).ToList();
        var kept = new List<Block>();
        foreach (var block in body)
        {
            left -= SizeOf(block);
            var isLast = kept.Count + 1 == body.Count;
            if (left < 0 || kept.Count == (isLast ? room : room - 1))
            {
                kept.AddRange(RenderNote(ShortenedNote));
                break;
            }

            kept.Add(block);
        }

        return new SlackMessage(FallbackText(card, 0, 1), [.. kept, .. buttons]);
    }

    /// <summary>The card as one person's Home tab: tables and charts are written as text; what does not fit is cut, with a note that says so.</summary>
    public static IReadOnlyList<Block> RenderHome(Card card)
    {
        var buttons = RenderButtons(card.Buttons).Take(BlockKitLimits.BlocksPerView / 2).ToList();
        var body = BodyOf(card, 0).ToList();
        var room = BlockKitLimits.BlocksPerView - buttons.Count;
        return body.Count <= room ? [.. body, .. buttons] : [.. body.Take(room - 1), .. RenderNote(ShortenedNote), .. buttons];
    }

    /// <summary>The elements as blocks, with at most <paramref name="tables"/> table blocks; further tables become text. A modal takes none, and no charts either.</summary>
    public static IEnumerable<Block> RenderElements(IEnumerable<CardElement> elements, int tables)
    {
        // Where many messages may follow each other so may charts; in one message there is room for so many.
        var charts = tables switch { 0 => 0, int.MaxValue => int.MaxValue, _ => BlockKitLimits.ChartsPerMessage };
        foreach (var element in elements)
        {
            var isTable = element is CardElement.Table;
            var blocks = element switch
            {
                CardElement.Heading heading => RenderHeading(heading.Text),
                CardElement.Paragraph paragraph => RenderParagraph(paragraph),
                CardElement.FactList facts => RenderFacts(facts.Facts),
                CardElement.Table table => TableBlocks.Render(table, tables),
                CardElement.Bars bars => ChartBlocks.Render(bars, charts > 0),
                CardElement.Note note => RenderNote(note.Text),
                CardElement.Divider => [new Block.Divider()],
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            foreach (var block in blocks)
            {
                yield return block;
                if (isTable && block is Block.Table && tables < int.MaxValue)
                {
                    tables--;
                }

                charts -= block is Block.DataVisualization && charts < int.MaxValue ? 1 : 0;
            }
        }
    }

    /// <summary>Sections of literal text; as many as it takes.</summary>
    internal static IEnumerable<Block> RenderText(string text, Func<string, string> write) =>
        CodePoints.Split(text, BlockKitLimits.Section - 10, SlackMrkdwn.Cost).Select(piece => new Block.Section { Text = TextObject.Mrkdwn(write(piece)) });

    private static IEnumerable<Block> BodyOf(Card card, int tables)
    {
        var any = false;
        foreach (var block in RenderElements(card.Elements, tables))
        {
            any = true;
            yield return block;
        }

        if (!any)
        {
            foreach (var block in RenderText(string.IsNullOrWhiteSpace(card.Summary) ? "–" : card.Summary, SlackMrkdwn.Literal))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> RenderHeading(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var pieces = CodePoints.Split(line, BlockKitLimits.Header, _ => 1);
        if (pieces.Count == 0)
        {
            yield break;
        }

        yield return new Block.Header(TextObject.Plain(pieces[0]));
        foreach (var block in RenderText(string.Join(' ', pieces.Skip(1)), SlackMrkdwn.Bold))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> RenderParagraph(CardElement.Paragraph paragraph) => RenderText(paragraph.Text.ReplaceLineEndings("\n"), paragraph.Tone switch
    {
        TextTone.Strong or TextTone.Action => SlackMrkdwn.Bold,
        TextTone.Struck => SlackMrkdwn.Struck,
        _ => SlackMrkdwn.Literal,
    });

    private static IEnumerable<Block> RenderFacts(IReadOnlyList<Fact> facts)
    {
        var fields = new List<TextObject>();
        foreach (var fact in facts)
        {
            var name = CodePoints.Cut(fact.Name.ReplaceLineEndings(" "), 200);
            var value = string.IsNullOrWhiteSpace(fact.Value) ? "–" : fact.Value.ReplaceLineEndings("\n");
            var lead = SlackMrkdwn.Bold(name);
            fields.AddRange(CodePoints.Split(value, BlockKitLimits.Field - CodePoints.Count(lead) - 1, SlackMrkdwn.Cost)
                .Select((piece, i) => TextObject.Mrkdwn(i == 0 && lead.Length > 0 ? $"{lead}\n{SlackMrkdwn.Literal(piece)}" : SlackMrkdwn.Literal(piece))));
        }

        return fields.Chunk(BlockKitLimits.FieldsPerSection).Select(chunk => new Block.Section { Fields = chunk });
    }

    private static IEnumerable<Block> RenderNote(string text) => CodePoints.Split(text.ReplaceLineEndings("\n"), BlockKitLimits.Context, SlackMrkdwn.Cost)
        .Select(piece => new Block.Context([TextObject.Mrkdwn(SlackMrkdwn.Literal(piece))]));

    private static IEnumerable<Block> RenderButtons(IReadOnlyList<CardButton> buttons) => buttons
        .Where(button => CodePoints.Count(button.Value) <= BlockKitLimits.ButtonValue)
        .Chunk(BlockKitLimits.ButtonsPerBlock)
        .Select((chunk, i) => new Block.Actions([.. chunk.Select((button, n) => RenderButton(button, chunk.Take(n).Count(b => b.ActionId == button.ActionId)))])
        {
            BlockId = $"buttons-{i + 1}",
        });

    private static Element.Button RenderButton(CardButton button, int repeated) =>
        new(TextObject.Plain(CodePoints.Cut(TextOr(button.Label, "Go"), BlockKitLimits.ButtonText)), button.Value)
        {
            ActionId = repeated == 0 ? button.ActionId : $"{button.ActionId}{SlackTranslator.RepeatMark}{repeated + 1}",
            Style = button.Style switch
            {
                ButtonStyle.Primary => "primary",
                ButtonStyle.Danger => "danger",
                _ => null,
            },
            Confirm = button.Confirm is null ? null : new ConfirmDialog(
                TextObject.Plain("Are you sure?"),
                TextObject.Plain(CodePoints.Cut(TextOr(button.Confirm, "Please confirm."), BlockKitLimits.ConfirmText)),
                TextObject.Plain(CodePoints.Cut(TextOr(button.Label, "Yes"), BlockKitLimits.ConfirmLabel)),
                TextObject.Plain("Cancel")),
        };

    private static string TextOr(string text, string fallback) => string.IsNullOrWhiteSpace(text) ? fallback : text.ReplaceLineEndings(" ");

    private static string FallbackText(Card card, int index, int count)
    {
        var pieces = CodePoints.Split(card.Summary, BlockKitLimits.FallbackText, SlackMrkdwn.Cost);
        var text = pieces.Count == 0 ? "RevBot" : SlackMrkdwn.Escape(pieces[0]) + (pieces.Count > 1 ? "…" : string.Empty);
        return index == 0 ? text : FormattableString.Invariant($"{text} ({index + 1} of {count})");
    }

    private static int SizeOf(Block block) => block switch
    {
        Block.Header header => CodePoints.Count(header.Text.Text),
        Block.Section section => (section.Text is null ? 0 : CodePoints.Count(section.Text.Text)) + (section.Fields?.Sum(field => CodePoints.Count(field.Text)) ?? 0),
        Block.Context context => context.Elements.Sum(text => CodePoints.Count(text.Text)),
        Block.Actions actions => actions.Elements.OfType<Element.Button>().Sum(button => CodePoints.Count(button.Text.Text)),
        Block.DataVisualization chart => CodePoints.Count(chart.Title) + chart.Chart.AxisConfig.Categories.Sum(CodePoints.Count),
        Block.Table table => table.Rows.Sum(row => row.Sum(cell => CodePoints.Count(cell.Text))),
        _ => 0,
    };
}
