using System.Text.Json;
using RevBot.Channels.Slack;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackModalRendererTests
{
    public static TheoryData<string, Field> Fields => new()
    {
        { "choice", new ChoiceField { Id = "f", Label = "Stage", Options = [new("a", "A"), new("b", "B")], Initial = "b", Refreshes = true } },
        { "grouped", new ChoiceField { Id = "f", Label = "Reason", Options = [new("a", "A", "One"), new("b", "B", "Two")], Initial = "a" } },
        { "101 options", Many(101, null) },
        { "101 options in a group", Many(101, "Accounts") },
        { "5,000 options", Many(5_000, null) },
        { "no options", new ChoiceField { Id = "f", Label = "None", Options = [] } },
        { "long option", new ChoiceField { Id = "f", Label = "Long", Options = [new(new string('k', 151), new string('l', 76))] } },
        { "blank option", new ChoiceField { Id = "f", Label = "", Options = [new("k", "")], Initial = "gone" } },
        { "text", new TextField { Id = "f", Label = "Note", MaxLength = 5_000, Multiline = true, Initial = new string('n', 4_000), Required = false } },
        { "emoji", new TextField { Id = "f", Label = "Note", MaxLength = 3, Initial = "💰💰💰💰" } },
        { "date", new DateField { Id = "f", Label = "Close date", Initial = "2026-12-15" } },
        { "no date", new DateField { Id = "f", Label = "Close date", Initial = "soon" } },
        { "number", new NumberField { Id = "f", Label = "Seats", Min = 1, Max = 10.5m, Initial = "3" } },
        { "money", new MoneyField { Id = "f", Label = "Amount", Currency = "EUR", Initial = "80000", Hint = new string('h', 2_100) } },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_is_within_Slacks_limits(string name, Field field)
    {
        Assert.NotEmpty(name);
        Assert.Empty(Problems(Form("A title that is much too long for Slack", field)));
    }

    [Fact]
    public void A_long_introduction_leaves_room_for_the_fields()
    {
        var form = Form("t", [.. Enumerable.Range(0, 10).Select(i => new TextField { Id = $"f{i}", Label = "F" })]);
        var crowded = form with { Intro = [.. Enumerable.Range(0, 200).Select(_ => new CardElement.Divider()), new CardElement.Table([new TableColumn("a")], [["b"]])] };
        Assert.Empty(Problems(crowded));
        Assert.Equal(10, View(crowded, FormValues.Empty).Blocks.OfType<Block.Input>().Count());
    }

    [Fact]
    public void What_was_filled_in_so_far_stands_in_its_field()
    {
        var form = Form("t", new ChoiceField { Id = "f", Label = "Stage", Options = [new("a", "A"), new("b", "B")], Initial = "a" });
        var view = View(form, new FormValues(new Dictionary<string, string> { ["f"] = "b" }));
        Assert.Equal("b", Assert.IsType<Element.StaticSelect>(Assert.IsType<Block.Input>(view.Blocks[^1]).Element).InitialOption!.Value);
    }

    [Fact]
    public void A_list_that_is_long_or_comes_in_part_is_searched_and_shows_what_stands_in_it()
    {
        foreach (var field in (ChoiceField[])[Many(101, null), Many(5_000, "Accounts"), Many(8, null) with { IsPartial = true }])
        {
            var select = Assert.IsType<Element.ExternalSelect>(InputOf(Form("t", field)).Element);
            Assert.Equal((0, "Account 7", "A-7"), (select.MinQueryLength, select.InitialOption!.Text!.Text, select.InitialOption.Value));
            Assert.Null(InputOf(Form("t", field)).Hint);
        }

        Assert.IsType<Element.StaticSelect>(InputOf(Form("t", Many(100, "Accounts"))).Element);
    }

    [Fact]
    public void A_form_of_four_fields_or_more_offers_to_keep_what_is_filled_in()
    {
        Assert.Empty(View(Form("t", Words(3)), FormValues.Empty).Blocks.OfType<Block.Actions>());
        var form = Form("t", Words(4));
        var button = Assert.IsType<Element.Button>(Assert.Single(Assert.IsType<Block.Actions>(View(form, FormValues.Empty).Blocks[^1]).Elements));
        Assert.Equal(("Save draft", "forms.keep", "s"), (button.Text.Text, button.ActionId, button.Value));
        Assert.Empty(Problems(form));
        Assert.Empty(Problems(Form("t", Words(150))));

        static TextField[] Words(int count) => [.. Enumerable.Range(0, count).Select(i => new TextField { Id = $"f{i}", Label = "F" })];
    }

    [Fact]
    public void What_is_found_is_within_Slacks_limits_under_its_headings()
    {
        Assert.Empty(OptionProblems([]));
        Assert.Empty(OptionProblems([.. Many(150, null).Options]));
        Assert.Empty(OptionProblems([.. Many(150, new string('g', 90)).Options]));
        FieldOption[] mixed = [new("b", "B", "Two"), new(new string('k', 151), new string('l', 76), "One"), new("c", "", "Two"), new("new", "Create a new one")];
        Assert.Empty(OptionProblems(mixed));
        Assert.Equal(["Two: b, c", $"One: {new string('k', 149)}…", "Others: new"], SlackModalRenderer.RenderOptions(mixed).OptionGroups!.Select(group => $"{group.Label.Text}: {string.Join(", ", group.Options.Select(option => option.Value))}"));
    }

    [Fact]
    public void Metadata_that_is_not_ours_is_none()
    {
        Assert.Null(ViewMetadata.Read(null));
        Assert.Null(ViewMetadata.Read("{}"));
        Assert.Null(ViewMetadata.Read("[1]"));
        var metadata = new ViewMetadata("s", "C1", "1.2", IsDirect: true, "1.3");
        Assert.Equal(metadata, ViewMetadata.Read(metadata.Write()));
    }

    private static Block.Input InputOf(Form form) => Assert.IsType<Block.Input>(View(form, FormValues.Empty).Blocks[^1]);

    private static IReadOnlyList<string> OptionProblems(IReadOnlyList<FieldOption> found) =>
        BlockKitValidator.FindOptionProblems(JsonSerializer.SerializeToElement(SlackModalRenderer.RenderOptions(found), SlackJson.Default.InteractionAnswer));

    private static ChoiceField Many(int count, string? group) => new() { Id = "f", Label = "Account", Options = [.. Enumerable.Range(0, count).Select(i => new FieldOption($"A-{i}", $"Account {i}", group))], Initial = "A-7" };

    private static Form Form(string title, params Field[] fields) => new(title, [new CardElement.Paragraph("What will happen.")], fields, "A submit label that is too long");

    private static IReadOnlyList<string> Problems(Form form) => BlockKitValidator.FindViewProblems(JsonSerializer.SerializeToElement(View(form, FormValues.Empty), SlackJson.Default.View));

    private static View View(Form form, FormValues values)
    {
        var session = new FormSession
        {
            Id = "s",
            FormId = "a.b",
            Actor = new Actor("slack", "T1", "U1"),
            Conversation = new ConversationReference("slack", "T1", "C1"),
            Seed = new Dictionary<string, string>(),
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
        return SlackModalRenderer.Render(new OpenForm(session, form, values), new ViewMetadata("s", "C1"));
    }
}
