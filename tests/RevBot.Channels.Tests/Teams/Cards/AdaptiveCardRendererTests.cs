using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Channels.Teams.Cards;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Tests.Teams.Cards;

public sealed class AdaptiveCardRendererTests
{
    private const int MostBytes = 28 * 1024;

    private static readonly CardPlace Room = new();

    [Fact]
    public void A_card_says_its_version_its_width_and_what_to_say_instead()
    {
        var card = AdaptiveCardRenderer.Render(SampleCards.Cards["alert"], Room);
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.Equal("full", card.GetProperty("msteams").GetProperty("width").GetString());
        Assert.Equal("Acme Rollout has been in Negotiation for 41 days", card.GetProperty("fallbackText").GetString());
    }

    [Fact]
    public void Bars_are_a_chart_with_the_figures_in_the_labels_and_blocks_where_there_are_no_charts()
    {
        var chart = Parts("answer").Single(part => TypeOf(part) == "Chart.HorizontalBar");
        Assert.Equal(["Discovery · $812.5k", "Proposal · $1.64M", "Negotiation · $1.75M", "Contract sent · $0"], chart.GetProperty("data").EnumerateArray().Select(point => point.GetProperty("x").GetString()));
        Assert.Equal(1_640_000m, chart.GetProperty("data")[1].GetProperty("y").GetDecimal());
        Assert.Contains("██████████████", TextOf(chart.GetProperty("fallback")), StringComparison.Ordinal);
        Assert.Contains("$1.64M", TextOf(chart.GetProperty("fallback")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_below_zero_is_drawn_with_blocks_everywhere() =>
        Assert.DoesNotContain("Chart.", AdaptiveCardRenderer.Render(SampleCards.Cards["hostile"], Room).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void A_table_has_a_header_row_and_numbers_on_the_right()
    {
        var table = Parts("answer").Single(part => TypeOf(part) == "Table");
        Assert.True(table.GetProperty("firstRowAsHeaders").GetBoolean());
        var cells = table.GetProperty("rows")[1].GetProperty("cells");
        Assert.False(cells[0].GetProperty("items")[0].TryGetProperty("horizontalAlignment", out _));
        Assert.Equal("Right", cells[2].GetProperty("items")[0].GetProperty("horizontalAlignment").GetString());
        Assert.Equal("–", TextOf(table.GetProperty("rows")[4].GetProperty("cells")[2]));
    }

    [Fact]
    public void What_is_no_longer_true_is_struck_and_what_is_quiet_is_small()
    {
        var parts = Parts("struck");
        Assert.True(parts[0].GetProperty("inlines")[0].GetProperty("strikethrough").GetBoolean());
        Assert.True(parts[2].GetProperty("inlines")[0].GetProperty("isSubtle").GetBoolean());
        Assert.True(parts[2].GetProperty("separator").GetBoolean());
    }

    [Fact]
    public void Names_and_notes_stay_what_they_are()
    {
        var card = AdaptiveCardRenderer.Render(SampleCards.Cards["hostile"], Room);
        Assert.All(Walk(card), text => Assert.DoesNotMatch("<at|</at|{{", text));

        // Where markdown is read: headings and facts.
        Assert.Equal("\\# \\*bold\\* \\_it\\_ \\[link](https://evil.example) <\u200Cat>Ann<\u200C/at>", Parts("hostile")[0].GetProperty("text").GetString());
        var fact = Parts("hostile").Single(part => TypeOf(part) == "FactSet").GetProperty("facts")[0];
        Assert.Equal(@"\*\*name\*\*", fact.GetProperty("title").GetString());
        Assert.Equal("\\[click](javascript:alert(1)) a_b_c * 2\n\nsecond line", fact.GetProperty("value").GetString());
    }

    [Fact]
    public void A_button_is_answered_in_place_and_falls_back_to_a_message_of_the_same_data()
    {
        var snooze = Actions("alert")[0];
        Assert.Equal("Action.Execute", TypeOf(snooze));
        Assert.Equal("stalls.snooze", snooze.GetProperty("verb").GetString());
        Assert.Equal("Action.Submit", TypeOf(snooze.GetProperty("fallback")));
        Assert.Equal(snooze.GetProperty("data").GetRawText(), snooze.GetProperty("fallback").GetProperty("data").GetRawText());
        var call = CardCall.Read(snooze.GetProperty("data"));
        Assert.Equal(("click", "stalls.snooze", "D-102:3"), (call?.Do, call?.ActionId, call?.Value));
    }

    [Fact]
    public void A_button_that_may_ask_for_fields_asks_for_a_dialog_where_there_are_dialogs()
    {
        var update = Actions("alert")[1];
        Assert.Equal("Action.Submit", TypeOf(update));
        Assert.Equal("task/fetch", update.GetProperty("data").GetProperty("msteams").GetProperty("type").GetString());
        Assert.Equal("move-deal.open", CardCall.Read(update.GetProperty("data"))?.ActionId);
        Assert.Equal("positive", update.GetProperty("style").GetString());
        Assert.Equal("Action.Execute", TypeOf(Actions("alert", Room with { Dialogs = false })[1]));
    }

    [Fact]
    public void A_button_that_wants_to_be_sure_unfolds_the_question()
    {
        var action = Actions("hostile")[0];
        Assert.Equal("Action.ShowCard", TypeOf(action));
        Assert.Contains("Really **do** it?", TextOf(action.GetProperty("card")), StringComparison.Ordinal);
        Assert.Equal("Action.Execute", TypeOf(action.GetProperty("card").GetProperty("actions")[0]));
    }

    [Fact]
    public void Many_buttons_and_long_ones_stand_in_rows()
    {
        Assert.Equal([5, 4], Parts("many buttons").Where(part => TypeOf(part) == "ActionSet").Select(row => row.GetProperty("actions").GetArrayLength()));
        Assert.All(Parts("clarification").Where(part => TypeOf(part) == "ActionSet"), row => Assert.Equal(1, row.GetProperty("actions").GetArrayLength()));
    }

    [Fact]
    public void A_long_choice_has_the_number_it_is_written_out_under()
    {
        var titles = Parts("clarification").Where(part => TypeOf(part) == "ActionSet").Select(row => row.GetProperty("actions")[0].GetProperty("title").GetString()).ToList();
        Assert.Equal("1. Acme Rollout number 1 · Negotiation · $120,000", titles[0]);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "Small")]
    public void Many_columns_are_written_small(int count, string? size)
    {
        var table = new CardElement.Table([.. Enumerable.Range(1, count).Select(at => new TableColumn($"Column {at}"))], [[.. Enumerable.Range(1, count).Select(at => $"{at}")]]);
        var rows = AdaptiveCardRenderer.Render(new Card("x", table), Room).GetProperty("body")[0].GetProperty("rows");
        var runs = rows.EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()).Select(cell => cell.GetProperty("items")[0].GetProperty("inlines")[0]);
        Assert.All(runs, run => Assert.Equal(size, run.TryGetProperty("size", out var said) ? said.GetString() : null));
    }

    [Fact]
    public void A_deals_id_is_written_as_it_is()
    {
        var card = AdaptiveCardRenderer.Render(new Card("x", new CardElement.FactList([new Fact("Id", "#D-1001"), new Fact("Note", "# big")])), Room);
        Assert.Equal(["#D-1001", @"\# big"], card.GetProperty("body")[0].GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("value").GetString()));
    }

    [Fact]
    public void A_short_column_is_as_wide_as_its_bold_header()
    {
        var table = new CardElement.Table([new TableColumn("Deal"), new TableColumn("Owner")], [["Thistle Energy Support Plus", "Maya Shah"]]);
        var columns = AdaptiveCardRenderer.Render(new Card("x", table), Room).GetProperty("body")[0].GetProperty("columns");
        Assert.Equal([16, 8], columns.EnumerateArray().Select(column => column.GetProperty("width").GetInt32()));
    }

    [Fact]
    public void A_value_stands_below_a_long_name()
    {
        Assert.DoesNotContain(Parts("help"), part => TypeOf(part) == "FactSet");
        Assert.Equal("None", Parts("help")[^1].GetProperty("spacing").GetString());
    }

    [Fact]
    public void A_chart_called_like_its_card_has_no_second_title()
    {
        var card = new Card("x", new CardElement.Heading("Pipeline by stage"), new CardElement.Bars("Pipeline by stage", [new Bar("A", 1, "1")]));
        Assert.Equal(["TextBlock", "Chart.HorizontalBar"], AdaptiveCardRenderer.Render(card, Room).GetProperty("body").EnumerateArray().Select(TypeOf));
    }

    [Fact]
    public void A_long_table_goes_over_several_cards_with_its_header_and_the_buttons_under_the_last()
    {
        var rows = Enumerable.Range(1, 400).Select(at => (IReadOnlyList<string>)[$"Deal {at}", "Negotiation", "$120,000"]).ToList();
        var card = new Card("400 deals", [new CardElement.Table([new TableColumn("Deal"), new TableColumn("Stage"), new TableColumn("Amount", IsNumber: true)], rows)], [new CardButton("Next", "a.b", "1")]);
        var pages = AdaptiveCardRenderer.RenderMessages(card, Room);
        Assert.True(pages.Count > 1);
        Assert.Equal(400, pages.Sum(page => Tables(page).Sum(table => table.GetProperty("rows").GetArrayLength() - 1)));
        Assert.All(pages.SelectMany(Tables), table => Assert.StartsWith("Deal", TextOf(table.GetProperty("rows")[0]), StringComparison.Ordinal));
        Assert.All(pages.SkipLast(1), page => Assert.False(page.TryGetProperty("actions", out _)));
        Assert.True(pages[^1].TryGetProperty("actions", out _));
        Assert.EndsWith($"(2 of {pages.Count})", pages[1].GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
        Assert.All(pages, page => Assert.True(SizeOf(page) <= MostBytes));

        var edited = AdaptiveCardRenderer.Render(card, Room);
        Assert.True(SizeOf(edited) <= MostBytes);
        Assert.Contains("Shortened", TextOf(edited), StringComparison.Ordinal);
        Assert.Equal("Next", edited.GetProperty("actions")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void A_form_in_a_room_shows_its_fields_to_whoever_was_asked()
    {
        var card = CardFolder.All().First(drawn => drawn.Name == "form-loss-in-a-room").Card;
        Assert.DoesNotContain("Input.", card.GetRawText(), StringComparison.Ordinal);
        var refresh = card.GetProperty("refresh");
        Assert.Equal(["29:ann"], refresh.GetProperty("userIds").EnumerateArray().Select(id => id.GetString()));
        var call = CardCall.Read(refresh.GetProperty("action").GetProperty("data"));
        Assert.Equal(("show", "0193"), (call?.Do, call?.SessionId));
    }

    [Fact]
    public void An_update_of_a_forms_message_shows_the_card()
    {
        var message = CardFolder.MessageOf(Card.Text("Done.")) with { Kind = OutboundKind.Update };
        Assert.Equal("Done.", TextOf(Assert.Single(AdaptiveCardRenderer.RenderMessages(message, Room))));
    }

    [Fact]
    public void Any_card_is_drawn_within_the_limits()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var card = AnyCard(random);
            var place = new CardPlace { Dialogs = random.Next(2) == 0, IsDirect = random.Next(2) == 0 };
            foreach (var page in AdaptiveCardRenderer.RenderMessages(card, place).Append(AdaptiveCardRenderer.Render(card, place)))
            {
                Assert.True(SizeOf(page) <= MostBytes, $"seed {seed}: {SizeOf(page)} bytes");
                Assert.NotEqual(0, page.GetProperty("body").GetArrayLength());
                Assert.All(Walk(page), text => Assert.False(Regex.IsMatch(text, "<at|{{"), $"seed {seed}"));
            }
        }
    }

    private static Card AnyCard(Random random)
    {
        return new Card(Words(600), [.. Enumerable.Range(0, random.Next(12)).Select(_ => Element())], [.. Enumerable.Range(0, random.Next(30)).Select(_ => Button())]);

        CardElement Element() => random.Next(7) switch
        {
            0 => new CardElement.Heading(Words(500)),
            1 => new CardElement.Paragraph(Words(9_000), (TextTone)random.Next(3)),
            2 => new CardElement.FactList([.. Enumerable.Range(0, random.Next(30)).Select(_ => new Fact(Words(150), Words(3_000)))]),
            3 => new CardElement.Table([.. Enumerable.Range(0, random.Next(13)).Select(_ => new TableColumn(Words(20), random.Next(2) == 0))], [.. Enumerable.Range(0, random.Next(150)).Select(_ => (IReadOnlyList<string>)[.. Enumerable.Range(0, random.Next(13)).Select(_ => Words(random.Next(10) == 0 ? 900 : 20))])]),
            4 => new CardElement.Bars(Words(50), [.. Enumerable.Range(0, random.Next(60)).Select(_ => new Bar(Words(60), random.Next(-5, 5_000), Words(20)))]),
            5 => new CardElement.Note(Words(4_000)),
            _ => new CardElement.Divider(),
        };

        CardButton Button() => new(Words(80), "a.b", new string('x', random.Next(150)), (ButtonStyle)random.Next(3), random.Next(3) == 0 ? Words(300) : null) { OpensForm = random.Next(2) == 0 };

        string Words(int most)
        {
            string[] bits = ["Acme ", "*", "_", "[x](y)", "<at>", "</AT>", "{{DATE(", "\n", "\n\n", "- ", "1. ", "日本", "👩‍👩‍👧", "\uD83D", "ß", "\"", "\\", "   ", "$1,000 ", "<", "\u0000", "{"];
            var length = random.Next(most);
            var text = new System.Text.StringBuilder();
            while (text.Length < length)
            {
                text.Append(bits[random.Next(bits.Length)]);
            }

            return text.ToString();
        }
    }

    private static List<JsonElement> Parts(string name) => [.. AdaptiveCardRenderer.Render(SampleCards.Cards[name], Room).GetProperty("body").EnumerateArray()];

    private static List<JsonElement> Actions(string name, CardPlace? place = null) =>
        [.. AdaptiveCardRenderer.Render(SampleCards.Cards[name], place ?? Room).GetProperty("actions").EnumerateArray()];

    private static IEnumerable<JsonElement> Tables(JsonElement page) => page.GetProperty("body").EnumerateArray().Where(part => TypeOf(part) == "Table");

    private static string? TypeOf(JsonElement part) => part.GetProperty("type").GetString();

    private static int SizeOf(JsonElement card) => JsonSerializer.SerializeToUtf8Bytes(card).Length;

    private static string TextOf(JsonElement part) => string.Concat(Texts(part));

    /// <summary>What is shown as text.</summary>
    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => part.EnumerateObject().SelectMany(member => member is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString() ?? ""] : Texts(member.Value)),
        _ => [],
    };

    /// <summary>Every text that a client reads; data goes back as it is.</summary>
    private static IEnumerable<string> Walk(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Walk),
        JsonValueKind.Object => part.EnumerateObject().Where(member => member.Name is not ("data" or "verb")).SelectMany(member => Walk(member.Value)),
        JsonValueKind.String => [part.GetString() ?? ""],
        _ => [],
    };
}
