using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Channels.Tests.Teams.Cards;

/// <summary>Cards and forms as the bot makes them, and worse ones.</summary>
internal static class SampleCards
{
    public static IReadOnlyDictionary<string, Card> Cards { get; } = new Dictionary<string, Card>
    {
        ["answer"] = new(
            "Open pipeline this quarter: $4.2M in 48 deals",
            [
                new CardElement.Heading("Open pipeline this quarter: $4.2M in 48 deals"),
                new CardElement.Bars("By stage", [new Bar("Discovery", 812_500, "$812.5k"), new Bar("Proposal", 1_640_000, "$1.64M"), new Bar("Negotiation", 1_750_000, "$1.75M"), new Bar("Contract sent", 0, "$0")]),
                new CardElement.Table(
                    [new TableColumn("Stage"), new TableColumn("Deals", IsNumber: true), new TableColumn("Amount", IsNumber: true), new TableColumn("Typical stay", IsNumber: true)],
                    [["Discovery", "21", "$812,500", "12 days"], ["Proposal", "15", "$1,640,000", "19 days"], ["Negotiation", "11", "$1,750,000", "24 days"], ["Contract sent", "1", "", "6 days"]]),
                new CardElement.Note("Deals that are open now and close between 1 Oct and 31 Dec 2026 · amounts in USD · as of 20 Nov 2026, 09:30 · 48 of 213 deals"),
            ],
            [new CardButton("Show the deals", "ask.deals", "q:1"), new CardButton("By owner", "ask.again", "q:2")]),
        ["alert"] = new(
            "Acme Rollout has been in Negotiation for 41 days",
            [
                new CardElement.Heading("Acme Rollout is stalled"),
                new CardElement.Paragraph("41 days in Negotiation. Deals that were won stayed 12 days there; 90 of 100 had moved on by day 28."),
                new CardElement.FactList([new Fact("Amount", "$120,000"), new Fact("Owner", "Priya Nair"), new Fact("Close date", "15 Dec 2026"), new Fact("Next step", "Legal review _on_ Friday")]),
                new CardElement.Note("Stalls are told once a visit · 20 Nov 2026"),
            ],
            [
                new CardButton("Snooze 7 days", "stalls.snooze", "D-102:3"),
                new CardButton("Update stage", "move-deal.open", "D-102", ButtonStyle.Primary) { OpensForm = true },
                new CardButton("Open", "deals.open", "D-102"),
            ]),
        ["struck"] = new(
            "Acme Rollout has moved on",
            [new CardElement.Paragraph("Acme Rollout: 41 days in Negotiation", TextTone.Struck), new CardElement.Paragraph("Moved to Contract sent by Priya Nair.", TextTone.Strong), new CardElement.Divider(), new CardElement.Note("20 Nov 2026")],
            []),
        ["clarification"] = new(
            "Which “Acme” do you mean?",
            [new CardElement.Paragraph("Which “Acme” do you mean?"), new CardElement.Paragraph("1. Acme Rollout · Negotiation · $120,000\n2. Acme Renewal · Proposal · $45,000\n3. Acme Pilot · Discovery")],
            [.. Enumerable.Range(0, 7).Select(at => new CardButton($"Acme Rollout number {at + 1} · Negotiation · $120,000 · Priya", TurnActions.PickChoice, $"0193:{at}"))]),
        ["hostile"] = new(
            "*bold* [link](https://evil.example) <at>Ann</at>",
            [
                new CardElement.Heading("# *bold* _it_ [link](https://evil.example) <at>Ann</at>"),
                new CardElement.Paragraph("- no list\n1. no list\n**no** <at id=\"0\">Ann</at> {{DATE(2026-11-20T09:30:00Z,SHORT)}} ~~x~~ `code` <script>alert(1)</script>"),
                new CardElement.FactList([new Fact("**name**", "[click](javascript:alert(1)) a_b_c * 2\nsecond line"), new Fact("", "")]),
                new CardElement.Table([new TableColumn("**a**"), new TableColumn("b", IsNumber: true)], [["| a | b |", "<b>1</b>"], ["", "👩‍👩‍👧 \u202Eabc"], ["only one"]]),
                new CardElement.Bars("*t*", [new Bar("<at>x</at>", 3, "**3**"), new Bar("y", -1, "-1")]),
                new CardElement.Note("{{TIME(2026-11-20T09:30:00Z)}}"),
            ],
            [new CardButton("**Do** [it](x)", "a.b", "x", ButtonStyle.Danger, "Really **do** it?\nIt cannot be taken back.")]),
        ["empty"] = new("", [], []),
        ["nothing inside"] = new("Nothing", [new CardElement.Paragraph(""), new CardElement.FactList([]), new CardElement.Table([], []), new CardElement.Bars("", []), new CardElement.Divider()], []),
        ["wide"] = new("Wide", [new CardElement.Table([.. Enumerable.Range(1, 14).Select(at => new TableColumn($"C{at}"))], [[.. Enumerable.Range(1, 14).Select(at => $"v{at}")]])], []),
        ["many buttons"] = new("Many", [new CardElement.Paragraph("Pick one.")], [.. Enumerable.Range(1, 9).Select(at => new CardButton($"Choice {at}", "a.b", $"{at}"))]),
        ["help"] = new(
            "What I can do",
            [
                new CardElement.Heading("What I can do"),
                new CardElement.Paragraph("Ask", TextTone.Strong),
                new CardElement.Paragraph("• what's our pipeline this quarter?\n• win rate by source last quarter\n\n• deals closing this month"),
                new CardElement.Paragraph("Change", TextTone.Strong),
                new CardElement.Paragraph("• move Acme to negotiation\n• Acme closed lost"),
                new CardElement.FactList([new Fact("Move a deal to another stage, win it, lose it with its reason", "“move Acme to negotiation”"), new Fact("Undo", "“undo”")]),
            ],
            []),
    };

    public static IReadOnlyDictionary<string, Form> Forms { get; } = new Dictionary<string, Form>
    {
        ["loss"] = new(
            "Close as lost",
            [new CardElement.Paragraph("Acme Rollout · Negotiation · $120,000 · Priya Nair"), new CardElement.FactList([new Fact("Stage", "Negotiation → Closed Lost")])],
            [
                new ChoiceField
                {
                    Id = "loss_reason",
                    Label = "Loss reason",
                    Hint = "Closed Lost asks for a reason",
                    Refreshes = true,
                    Options =
                    [
                        new FieldOption("price", "Price"), new FieldOption("competitor/feature", "Missing feature", "Lost to competitor"), new FieldOption("competitor/price", "Cheaper", "Lost to competitor"),
                        new FieldOption("timing", "Timing"), new FieldOption("none", "No decision"),
                    ],
                },
                new ChoiceField { Id = "competitor", Label = "Competitor", Options = [new FieldOption("a", "Globex"), new FieldOption("b", "Initech")] },
                new TextField { Id = "loss_note", Label = "What happened", Multiline = true, MaxLength = 3000, Required = false, Hint = "A sentence is enough; at least 10 characters" },
                new DateField { Id = "close_date", Label = "Close date", Initial = "2026-11-20", Max = new DateOnly(2026, 11, 20) },
            ],
            "Mark as lost"),
        ["everything"] = new(
            "Update deal",
            [],
            [
                new TextField { Id = "next_step", Label = "Next step" },
                new MoneyField { Id = "amount", Label = "Amount", Currency = "EUR", Initial = "80000" },
                new NumberField { Id = "seats", Label = "Seats", Min = 1, Max = 5000, Initial = "12.5" },
                new DateField { Id = "next_step_date", Label = "Next step date", Required = false, Min = new DateOnly(2026, 1, 1) },
                new ChoiceField { Id = "owner", Label = "Owner", Required = false, Initial = "p7", Options = [.. Enumerable.Range(1, 40).Select(at => new FieldOption($"p{at}", $"Person {at}", at < 20 ? "East" : "West"))] },
                new ChoiceField { Id = "source", Label = "Source", Required = false, Options = [new FieldOption("web", "Web"), new FieldOption("event", "Event")] },
                new ChoiceField { Id = "none", Label = "Nobody", Options = [] },
            ],
            "Save"),
        ["picker"] = new(
            "Update deal",
            [new CardElement.Paragraph("Which deal is it about?")],
            [new ChoiceField { Id = "deal", Label = "Deal", IsPartial = true, Refreshes = true, Options = [.. Enumerable.Range(1, 15).Select(at => new FieldOption($"D-{at}", $"Deal number {at} · Negotiation · $120,000"))] }],
            "Next"),
        ["yes or no"] = new("Reopen deal", [new CardElement.Paragraph("Reopens Acme in Proposal.")], [], "Reopen"),
        ["hostile"] = new(
            "**Title** <at>x</at>",
            [],
            [new TextField { Id = "a", Label = "<at>Ann</at> **x**", Hint = "*hint* {{DATE(x)}}", Initial = "\"<b>" }, new ChoiceField { Id = "b", Label = "", Options = [new FieldOption("k\"<", ""), new FieldOption("<at>", "<at>x</at>")] }],
            ""),
    };
}
