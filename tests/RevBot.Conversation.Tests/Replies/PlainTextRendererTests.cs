using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Tests.Replies;

public sealed class PlainTextRendererTests
{
    [Fact]
    public void Writes_a_whole_card_as_text()
    {
        var card = new Card(
            "Open pipeline: $1.2M",
            [
                new CardElement.Heading("Open pipeline: $1.2M"),
                new CardElement.FactList([new Fact("Deals", "34"), new Fact("Average deal", "$35K")]),
                new CardElement.Bars("By stage", [new Bar("Proposal", 800, "$800K"), new Bar("Qualified", 400, "$400K"), new Bar("New", 0, "$0")]),
                new CardElement.Table(
                    [new TableColumn("Owner"), new TableColumn("Amount", IsNumber: true)],
                    [["Zoë Ångström", "$90,000"], ["Al", "$1,000,000"]]),
                new CardElement.Paragraph("Snoozed.", TextTone.Struck),
                new CardElement.Note("34 deals, as of 09:12."),
            ],
            [new CardButton("Undo", "undo.last", "t1"), new CardButton("Show deals", "ask.deals", "q1")]);

        Assert.Equal(
            """
            Open pipeline: $1.2M

            Deals:        34
            Average deal: $35K

            By stage
            Proposal   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  $800K
            Qualified  ▇▇▇▇▇▇▇▇▇▇▇▇              $400K
            New                                  $0

            Owner             Amount
            ────────────  ──────────
            Zoë Ångström     $90,000
            Al            $1,000,000

            ~Snoozed.~

            34 deals, as of 09:12.

            [1] Undo  [2] Show deals
            """,
            PlainTextRenderer.Render(card));
    }

    [Fact]
    public void A_card_without_parts_says_its_summary() => Assert.Equal("Done.", PlainTextRenderer.Render(new Card("Done.")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_element_has_a_text(Type kind) => Assert.Contains(kind, Samples.Select(sample => sample.GetType()));

    [Fact]
    public void No_element_breaks_the_text() => Assert.All(Samples, sample => Assert.NotNull(PlainTextRenderer.Render(sample)));

    public static TheoryData<Type> Kinds() => new(typeof(CardElement).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CardElement))));

    private static CardElement[] Samples =>
    [
        new CardElement.Heading("h"), new CardElement.Paragraph("p"), new CardElement.FactList([]), new CardElement.Table([new TableColumn("c")], [[]]),
        new CardElement.Bars("", [new Bar("b", -1, "-1")]), new CardElement.Note("n"), new CardElement.Divider(),
    ];
}
