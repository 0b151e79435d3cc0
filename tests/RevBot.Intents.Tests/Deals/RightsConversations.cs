using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A company in which reps see their own deals, managers their people's, and finance everything but may change nothing.</summary>
public sealed class RightsConversations
{
    private const string Hidden = "I can't answer that for you: you see your own deals here. Ask your manager or operations for more.";

    private static readonly string[] OfOthers = ["Hooli", "Omar", " $10k", "$15k", "$25k", "$125", "10,000", "15,000", "25,000"];

    private static readonly RightsPolicy Strict = new(new Dictionary<PersonRole, RoleRights>
    {
        [PersonRole.Rep] = new(Reach.Own, Reach.Own, Reach.Own, Reach.Own),
        [PersonRole.Manager] = new(Reach.Tree, Reach.Tree, Reach.All, Reach.Tree),
    });

    private static readonly RightsPolicy AmountsOwn = new(new Dictionary<PersonRole, RoleRights> { [PersonRole.Rep] = new(Reach.All, Reach.Own, Reach.All, Reach.Own) });

    private static readonly RightsPolicy FewFields = new(new Dictionary<PersonRole, RoleRights> { [PersonRole.Rep] = new(Reach.All, Reach.All, Reach.All, Reach.Own, ["stage", "next_step"]) });

    [Theory]
    [InlineData("open pipeline", "$100,000")]
    [InlineData("how many open deals do we have?", "4 deals")]
    [InlineData("my open deals", "4 deals")]
    [InlineData("pipeline by owner", "Dana Reyes")]
    [InlineData("what's stuck?", "")]
    [InlineData("what changed since 1 September?", "")]
    [InlineData("what does this quarter look like?", "")]
    [InlineData("where are deals breaking down?", "")]
    [InlineData("tell me about Acme", "Acme")]
    [InlineData("hygiene audit", "")]
    [InlineData("my digest", "")]
    [InlineData("win rate by owner", "")]
    [InlineData("top 3 deals by amount", "Acme")]
    public async Task A_rep_who_sees_their_own_is_told_of_no_other(string text, string seen)
    {
        await using var office = OfficeOf(Strict);
        await office.SaysAsync("dana", text);
        Assert.Contains(seen, office.Bot.LastText, StringComparison.Ordinal);
        NothingOfOthers(office);
    }

    [Theory]
    [InlineData("what's the open pipeline of EMEA's team?")]
    [InlineData("open pipeline of team AMER")]
    [InlineData("deals of team AMER")]
    [InlineData("what's stuck in team AMER?")]
    [InlineData("what changed in team AMER since 1 September?")]
    [InlineData("loss reason quality in team AMER")]
    public async Task Figures_of_others_are_refused_in_one_wording(string text)
    {
        await using var office = OfficeOf(Strict);
        Assert.Equal("refused", await office.SaysAsync("dana", text));
        Assert.StartsWith(Hidden, office.Bot.LastText, StringComparison.Ordinal);
        NothingOfOthers(office);
    }

    [Fact]
    public async Task A_deal_one_may_not_see_is_answered_like_one_that_does_not_exist()
    {
        foreach (var (real, none) in new[] { ("tell me about Hooli Search", "tell me about Dooli Search"), ("#D-5", "#D-55"), ("move #D-5 to proposal", "move #D-55 to proposal"), ("Hooli Phone closed lost", "Dooli Phone closed lost"), ("set #D-6 amount to 5", "set #D-66 amount to 5"), ("who owns Hooli?", "who owns Dooli?") })
        {
            await using var first = OfficeOf(Strict);
            await first.SaysAsync("dana", real);
            await using var second = OfficeOf(Strict);
            await second.SaysAsync("dana", none);
            Assert.Equal(second.Bot.LastText.Replace("Dooli", "Hooli", StringComparison.OrdinalIgnoreCase).Replace("55", "5", StringComparison.Ordinal).Replace("66", "6", StringComparison.Ordinal), first.Bot.LastText);
            Assert.Equal(0, first.History("D-5").Count - 1);
        }
    }

    [Fact]
    public async Task A_manager_sees_their_people_and_not_another_team()
    {
        await using var office = OfficeOf(Strict);
        await office.SaysAsync("mo", "open pipeline");
        office.Bot.Sees("$100,000");
        office.Bot.Sees("You see your own and your people's deals; this is of these only.");
        NothingOfOthers(office);
        await office.SaysAsync("eli", "open pipeline");
        office.Bot.Sees("$125,000");
        Assert.DoesNotContain("You see", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_a_button_is_shown_what_they_may_see_and_not_what_its_asker_may()
    {
        await using var office = OfficeOf(Strict);
        office.Bot.Channel.Audiences[office.Bot.Conversation.RoomId] = Audience.Alone;
        await office.SaysAsync("eli", "open pipeline");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Show the deals");
        office.Bot.Sees("Acme");
        NothingOfOthers(office);
        await office.SaysAsync("eli", "open pipeline of team AMER");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Show the deals");
        Assert.StartsWith(Hidden, office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_that_is_withheld_is_in_no_card_and_in_no_sum()
    {
        await using var office = OfficeOf(AmountsOwn);
        foreach (var text in new[] { "tell me about Hooli Search", "how much is Hooli Search worth?", "open deals of Omar", "open pipeline", "open pipeline by owner", "history of Hooli Search", "deals over 9k" })
        {
            await office.SaysAsync("dana", text);
            Assert.DoesNotContain("10,000", office.Bot.LastText, StringComparison.Ordinal);
            Assert.DoesNotContain("25,000", office.Bot.LastText, StringComparison.Ordinal);
            Assert.DoesNotContain("$10k", office.Bot.LastText, StringComparison.Ordinal);
        }

        await office.SaysAsync("dana", "open pipeline");
        office.Bot.Sees("$100,000");
        office.Bot.Sees("You see amounts of your own deals; sums are of these only.");
        await office.SaysAsync("dana", "how many open deals do we have?");
        office.Bot.Sees("6 deals");
    }

    [Fact]
    public async Task Fields_a_role_may_not_change_are_refused_and_others_are_not()
    {
        await using var office = OfficeOf(FewFields);
        Assert.Equal("refused", await office.SaysAsync("dana", "set Globex amount to 45k"));
        office.Bot.Sees("Reps' right to change deals leaves out the amount, so nothing was changed. Please ask operations.");
        Assert.Equal(30_000m, office.Deal("D-2").Amount?.Amount);
        Assert.Equal("done", await office.SaysAsync("dana", "next step for Globex: call Ada"));
        Assert.Equal("call Ada", office.Deal("D-2").NextStep);
    }

    [Fact]
    public async Task In_a_room_where_somebody_may_see_less_the_answer_is_for_the_asker_alone_and_says_so()
    {
        await using var office = OfficeOf(Strict);
        InRoom(office, "dana", "omar", "mo");
        await office.SaysAsync("mo", "open pipeline");
        var answer = office.Bot.Channel.Sent[^1];
        Assert.Equal((OutboundKind.Whisper, "mo"), (answer.Kind, answer.OnlyFor?.UserId));
        // Mo's people are Dana alone, and she sees her own: only Omar would learn something.
        office.Bot.Sees("Only you see this: not everybody in this room may (Omar Haddad).");
    }

    [Fact]
    public async Task In_a_room_where_everybody_may_see_it_the_answer_is_for_all()
    {
        await using var office = OfficeOf(RightsPolicy.Usual);
        InRoom(office, "dana", "omar", "mo");
        await office.SaysAsync("dana", "open pipeline");
        Assert.Equal(OutboundKind.Post, office.Bot.Channel.Sent[^1].Kind);
    }

    [Fact]
    public async Task A_guest_in_the_room_makes_every_answer_and_every_change_the_asker_s_alone()
    {
        await using var office = OfficeOf(RightsPolicy.Usual);
        InRoom(office, "dana");
        office.Bot.Channel.Audiences[office.Bot.Conversation.RoomId] = new Audience.Known([office.Bot.Channel.Profiles["dana"], new ActorProfile("Gus Guest", "gus@partner.example", null, IsGuest: true)]);
        foreach (var text in new[] { "open pipeline", "tell me about Acme", "set Globex amount to 45k", "Globex closed lost", "move Acme", "deals in discovery" })
        {
            await office.SaysAsync("dana", text);
            Assert.All(office.Bot.Channel.Sent, sent => Assert.Equal((OutboundKind.Whisper, "dana"), (sent.Kind, sent.OnlyFor?.UserId)));
        }

        Assert.Equal(45_000m, office.Deal("D-2").Amount?.Amount);
        office.Bot.Sees("Only you see this: not everybody in this room may (Gus Guest).");
    }

    [Fact]
    public async Task A_review_goes_through_what_its_reader_sees_and_leaves_out_what_is_of_the_whole_company()
    {
        await using var office = OfficeOf(Strict);
        await office.SaysAsync("dana", "team review");
        office.Bot.Sees("You see your own deals; this is of these only.");
        Assert.DoesNotContain("I can't answer that", office.Bot.LastText, StringComparison.Ordinal);
        NothingOfOthers(office);
        await office.SaysAsync("dana", "how good are our loss reasons?");
        office.Bot.Sees("You see your own deals; this is of these only.");
    }

    [Fact]
    public async Task A_contractor_in_the_people_list_is_told_nothing()
    {
        await using var office = OfficeOf(RightsPolicy.Usual, pipeline => pipeline.Person("con", "Con Tract", role: PersonRole.Guest));
        foreach (var text in new[] { "open pipeline", "tell me about Acme", "move Acme to proposal", "help" })
        {
            Assert.Equal("refused", await office.SaysAsync("con", text));
            Assert.DoesNotContain("Acme", office.Bot.LastText, StringComparison.Ordinal);
        }
    }

    private static Office OfficeOf(RightsPolicy rights, Func<APipeline, APipeline>? more = null) => new(more, company: TestCompany.Profile with { Rights = rights });

    private static void InRoom(Office office, params string[] readers)
    {
        office.Bot.Conversation = new ConversationReference("slack", "T1", "C0EMEA");
        office.Bot.Channel.Audiences["C0EMEA"] = new Audience.Known([.. readers.Select(reader => office.Bot.Channel.Profiles[reader])]);
    }

    private static void NothingOfOthers(Office office) => Assert.All(OfOthers, word => Assert.DoesNotContain(word, office.Bot.LastText, StringComparison.Ordinal));
}
