using System.Text.Json;
using RevBot.Channels.Slack;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Replies;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class BlockKitRendererTests
{
    private const string Emoji = "💰";

    public static TheoryData<string, Card> Extremes => new()
    {
        { "empty", new Card("") },
        { "blank elements", new Card("s", new CardElement.Paragraph(" "), new CardElement.Heading(""), new CardElement.Note(""), new CardElement.FactList([]), new CardElement.Bars("", []), new CardElement.Table([], [])) },
        { "3,001 characters", new Card("s", new CardElement.Paragraph(new string('x', 3_001))) },
        { "3,001 emoji", new Card("s", new CardElement.Paragraph(string.Concat(Enumerable.Repeat(Emoji, 3_001)))) },
        { "3,001 characters to escape", new Card("s", new CardElement.Paragraph(string.Concat(Enumerable.Repeat("<&>*", 751)))) },
        { "strong and struck", new Card("s", new CardElement.Paragraph(Lines(400), TextTone.Strong), new CardElement.Paragraph(Lines(400), TextTone.Struck)) },
        { "51 blocks", new Card("s", [.. Enumerable.Range(0, 51).Select(i => new CardElement.Divider())], [new CardButton("Go", "a.b", "1")]) },
        { "50,000 characters", new Card(new string('s', 5_000), new CardElement.Paragraph(Lines(5_000))) },
        { "heading of 151", new Card("s", new CardElement.Heading(new string('h', 151))) },
        { "heading of 150 emoji", new Card("s", new CardElement.Heading(string.Concat(Enumerable.Repeat(Emoji, 150)))) },
        { "11 facts, one long", new Card("s", new CardElement.FactList([.. Enumerable.Range(0, 11).Select(i => new Fact($"Fact {i}", i == 3 ? new string('&', 2_100) : ""))])) },
        { "note of 5,000", new Card("s", new CardElement.Note(new string('n', 5_000))) },
        { "101 rows", new Card("s", TableOf(101, 3, 10)) },
        { "250 wide rows", new Card("s", TableOf(250, 8, 60)) },
        { "21 columns", new Card("s", TableOf(5, 21, 10)) },
        { "long cells", new Card("s", TableOf(3, 2, 4_000)) },
        { "two tables", new Card("s", TableOf(3, 2, 5), TableOf(3, 2, 5)) },
        { "no rows", new Card("s", new CardElement.Table([new TableColumn("Deal")], [])) },
        { "ragged rows", new Card("s", new CardElement.Table([new TableColumn("Deal"), new TableColumn("Amount")], [["Acme"], ["Globex", "1", "2"]])) },
        { "bars", new Card("s", new CardElement.Bars("By stage", [new Bar("Proposal", 10, "$10"), new Bar("", 0, ""), new Bar(new string('l', 80), -3, "```")])) },
        { "500 bars", new Card("s", new CardElement.Bars("By stage", [.. Enumerable.Range(0, 500).Select(i => new Bar($"Stage {i}", i, $"{i}"))])) },
        { "60 buttons", new Card("s", [new CardElement.Divider()], [.. Enumerable.Range(0, 60).Select(i => new CardButton(new string('b', 76), "a.b", $"{i}", ButtonStyle.Danger, new string('c', 301)))]) },
        { "blank button", new Card("s", [], [new CardButton("", "a.b", "", ButtonStyle.Primary, "")]) },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Every_card_is_within_Slacks_limits(string name, Card card)
    {
        Assert.NotEmpty(name);
        var messages = BlockKitRenderer.RenderMessages(card);
        Assert.All([.. messages, BlockKitRenderer.RenderOne(card)], message =>
        {
            Assert.Empty(BlockKitValidator.FindProblems(JsonOf(message.Blocks)));
            Assert.InRange(message.Text.EnumerateRunes().Count(), 1, 4_000);
        });
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void The_buttons_stand_under_the_last_message_and_nowhere_else(string name, Card card)
    {
        Assert.NotEmpty(name);
        var messages = BlockKitRenderer.RenderMessages(card);
        Assert.All(messages.SkipLast(card.Buttons.Count > 25 ? 2 : 1), message => Assert.DoesNotContain(message.Blocks, block => block is Block.Actions));
        Assert.Equal(card.Buttons.Count, messages.SelectMany(message => message.Blocks).OfType<Block.Actions>().Sum(block => block.Elements.Count));
    }

    [Fact]
    public void Nothing_is_lost_by_splitting()
    {
        var words = Enumerable.Range(0, 9_000).Select(i => $"w{i}").ToList();
        var text = string.Join(' ', BlockKitRenderer.RenderMessages(Card.Text(string.Join(' ', words))).SelectMany(message => message.Blocks).OfType<Block.Section>().Select(section => section.Text!.Text));
        Assert.Equal(words, text.Split(' '));

        var rows = BlockKitRenderer.RenderMessages(new Card("s", TableOf(250, 3, 20))).SelectMany(message => message.Blocks).OfType<Block.Table>().Sum(table => table.Rows.Count - 1);
        Assert.Equal(250, rows);
    }

    [Theory]
    [InlineData("<!channel> <@U1> & co", "&lt;!channel&gt; &lt;@U1&gt; &amp; co")]
    [InlineData("*bold* _it_ ~no~ `code`", "*\u200Bbold*\u200B _\u200Bit_\u200B ~\u200Bno~\u200B `\u200Bcode`\u200B")]
    [InlineData("legal_review 3*4", "legal_review 3*4")]
    [InlineData("> quote", "\u200B&gt; quote")]
    [InlineData(":tada: at 10:30", ":\u200Btada: at 10:30")]
    [InlineData("plain", "plain")]
    public void Values_cannot_mention_link_or_format(string value, string written) => Assert.Equal(written, SlackMrkdwn.Literal(value));

    [Fact]
    public void What_is_no_longer_true_is_struck_line_by_line() => Assert.Equal("~one~\n\n~two~", SlackMrkdwn.Struck("one\n\n two "));

    [Fact]
    public void Buttons_of_one_action_have_their_own_ids()
    {
        var card = new Card("s", [], [new CardButton("A", "a.b", "1"), new CardButton("B", "a.b", "2"), new CardButton("C", "c.d", "3")]);
        var ids = BlockKitRenderer.RenderOne(card).Blocks.OfType<Block.Actions>().Single().Elements.Select(element => element.ActionId);
        Assert.Equal(["a.b", "a.b#2", "c.d"], ids);
    }

    [Fact]
    public void A_card_reads_as_it_means()
    {
        var card = new Card("Pipeline: $4.2M", [
            new CardElement.Heading("Open pipeline"),
            new CardElement.Paragraph("$4.2M", TextTone.Strong),
            new CardElement.FactList([new Fact("Deals", "34")]),
            new CardElement.Bars("By stage", [new Bar("Proposal", 2, "$2M"), new Bar("Won", 1, "$1M")]),
            new CardElement.Table([new TableColumn("Deal"), new TableColumn("Amount", IsNumber: true)], [["Acme", "$1"]]),
            new CardElement.Note("as of 09:12")], [new CardButton("By owner", "ask.again", "q", ButtonStyle.Primary)]);

        var expected = """
            {"text":"Pipeline: $4.2M","blocks":[
            {"type":"header","text":{"type":"plain_text","text":"Open pipeline","emoji":false}},
            {"type":"section","text":{"type":"mrkdwn","text":"*$4.2M*","verbatim":true}},
            {"type":"section","fields":[{"type":"mrkdwn","text":"*Deals*\n34","verbatim":true}]},
            {"type":"data_visualization","title":"By stage","chart":{"type":"bar","series":[{"name":"By stage","data":[{"label":"Proposal","value":2},{"label":"Won","value":1}]}],"axis_config":{"categories":["Proposal","Won"]}}},
            {"type":"section","text":{"type":"mrkdwn","text":"```\nProposal  $2M\nWon       $1M\n```","verbatim":true}},
            {"type":"table","rows":[[{"type":"raw_text","text":"Deal"},{"type":"raw_text","text":"Amount"}],[{"type":"raw_text","text":"Acme"},{"type":"raw_text","text":"$1"}]],"column_settings":[{"align":"left","is_wrapped":true},{"align":"right","is_wrapped":false}]},
            {"type":"context","elements":[{"type":"mrkdwn","text":"as of 09:12","verbatim":true}]},
            {"type":"actions","block_id":"buttons-1","elements":[{"type":"button","action_id":"ask.again","text":{"type":"plain_text","text":"By owner","emoji":false},"value":"q","style":"primary"}]}]}
            """;
        var rendered = JsonSerializer.SerializeToElement(BlockKitRenderer.RenderOne(card), SlackJson.Default.SlackMessage);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(expected), rendered), rendered.GetRawText());
    }

    [Fact]
    public void What_goes_through_time_is_a_line() =>
        Assert.Contains("\"chart\":{\"type\":\"line\"", Face(new CardElement.Bars("Won by month", [new Bar("Oct 2026", 2, "$2M"), new Bar("Nov 2026", 1, "$1M")], IsTrend: true)), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, "Nov")]
    [InlineData(1, "Oct")]
    [InlineData(1, "November of the year 2026")]
    public void What_no_chart_can_show_is_drawn_in_text(int value, string label)
    {
        var face = Face(new CardElement.Bars("Won by month", [new Bar("Oct", 2, "$2M"), new Bar(label, value, "$1M")]));

        Assert.DoesNotContain("data_visualization", face, StringComparison.Ordinal);
        Assert.Contains("Oct", face, StringComparison.Ordinal);
        Assert.Contains("$1M", face, StringComparison.Ordinal);
    }

    private static string Face(CardElement element) =>
        JsonSerializer.SerializeToElement(BlockKitRenderer.RenderOne(new Card("x", [element], [])), SlackJson.Default.SlackMessage).GetRawText();

    private static JsonElement JsonOf(IReadOnlyList<Block> blocks) => JsonSerializer.SerializeToElement(blocks, SlackJson.Default.IReadOnlyListBlock);

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"line *{i}* & more"));

    private static CardElement.Table TableOf(int rows, int columns, int cell) => new(
        [.. Enumerable.Range(0, columns).Select(i => new TableColumn($"Column {i}"))],
        [.. Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<string>)[.. Enumerable.Range(0, columns).Select(_ => new string('c', cell))])]);
}
