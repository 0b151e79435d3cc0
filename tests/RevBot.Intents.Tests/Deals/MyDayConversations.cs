using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What waits for whom. It is Saturday, 21 November 2026.</summary>
public sealed class MyDayConversations
{
    [Fact]
    public async Task A_rep_s_day_holds_the_deals_the_forecast_and_what_was_left()
    {
        await using var office = new Office();
        Assert.Equal("answered", await office.SaysAsync("dana", "my day"));
        office.Bot.Sees("Dana, 4 of your 4 open deals need something");
        office.Bot.Sees("1. Acme · $50k · Proposal: 52 business days in Proposal");
        office.Bot.Sees("Do first, for Acme:");
        Assert.Equal("not submitted", FactOf(office, "Your forecast for Q4 2026"));
        Assert.DoesNotContain("4. ", office.Bot.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain("Hooli", office.Bot.LastText, StringComparison.Ordinal);

        await office.Bot.ClicksAsync("Submit forecast…");
        Assert.Equal("Submit my forecast", office.Bot.Form!.Form.Title);
        await office.Bot.SubmitsAsync(("period", "this-quarter"), ("commit", "120k"), ("best_case", "150k"));
        await office.SaysAsync("dana", "what is on my plate today?");
        Assert.Equal("commit $120,000, submitted 21 Nov 2026", FactOf(office, "Your forecast for Q4 2026"));
        await office.Bot.ClicksAsync("All 4 deals");
        office.Bot.Sees("4. ");
    }

    [Fact]
    public async Task A_form_that_was_asked_for_and_not_answered_waits_in_it_for_a_day()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "log a call with Globex");
        await office.SaysAsync("dana", "my day");
        Assert.Equal("Log a call or meeting", FactOf(office, "Forms you left open"));
        await office.Bot.ClicksAsync(office.Bot.Channel.Sent[^1].Card.Buttons.Single(button => button.Label.StartsWith("Go on:", StringComparison.Ordinal)));
        await office.Bot.SubmitsAsync(("activity_kind", "Call"), ("activity_date", "2026-11-21"), ("activity_text", "They want a pilot"));
        Assert.Contains(office.History("D-2"), happened => happened is DealEvent.ActivityLogged { Text: "They want a pilot" });
        await office.SaysAsync("dana", "my day");
        Assert.Null(FactOf(office, "Forms you left open"));

        await office.SaysAsync("omar", "log a call with Hooli Search");
        await office.SaysAsync("dana", "my day");
        Assert.Null(FactOf(office, "Forms you left open"));
        office.Time.Advance(TimeSpan.FromDays(2));
        await office.SaysAsync("omar", "my day");
        Assert.Null(FactOf(office, "Forms you left open"));
    }

    [Fact]
    public async Task A_manager_s_day_is_the_team_s_with_what_waits_for_their_answer()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "exception for Umbrella to proposal until 1 Dec: the board meets on Friday");
        await office.SaysAsync("dana", "submit my forecast");
        await office.Bot.ClicksAsync("Fill in my forecast");
        await office.Bot.SubmitsAsync(("period", "this-quarter"), ("commit", "120k"), ("best_case", "150k"));

        await office.SaysAsync("mo", "my day");
        office.Bot.Sees("Mo, 4 of your team's 4 open deals need something and 1 request waits for your approval");
        office.Bot.Sees("Acme · $50k · Proposal · Dana Reyes:");
        Assert.Equal("Umbrella", FactOf(office, "Waits for your approval"));
        Assert.Equal("1 of 2 reps missing: Priya Shah", FactOf(office, "Forecasts for Q4 2026"));
        var day = office.Bot.Channel.Sent[^1].Card;
        await office.Bot.ClicksAsync(day.Buttons.Single(button => button.Label == "Missing forecasts"));
        office.Bot.Sees("1 of 2 reps have not submitted a forecast for Q4 2026.");
        await office.Bot.ClicksAsync(day.Buttons.Single(button => button.Label == "Answer: Umbrella"));
        office.Bot.Sees("Dana Reyes asks to let Umbrella into Proposal");
        await office.Bot.ClicksAsync("Approve");
        await office.SaysAsync("mo", "my day");
        Assert.DoesNotContain("approval", office.Bot.LastText, StringComparison.Ordinal);

        // Who answers for another team hears nothing of it.
        await office.SaysAsync("omar", "my day");
        Assert.DoesNotContain("Umbrella", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_that_stand_and_leads_to_accept_are_in_it()
    {
        await using var office = new Office();
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        office.Imports(new Lead("L-1", "Jane Doe", office.Time.GetUtcNow().AddDays(-3), Owner: new PersonId("dana"), MqlAt: office.Time.GetUtcNow().AddDays(-1)));
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        await office.SaysAsync("dana", "my day");
        office.Bot.Sees("1 lead is to be accepted");
        Assert.Equal("Jane Doe (#L-1)", FactOf(office, "Leads to accept"));
        Assert.NotNull(FactOf(office, "Alerts open"));
        var day = office.Bot.Channel.Sent[^1].Card;
        await office.Bot.ClicksAsync(day.Buttons.First(button => button.Label.StartsWith("Alert: ", StringComparison.Ordinal)));
        office.Bot.Sees("limit");
        await office.Bot.ClicksAsync(day.Buttons.Single(button => button.Label == "Accept Jane Doe"));
        Assert.Equal(LifecycleStage.Sal, office.Lead("L-1").Stage);
        await office.SaysAsync("dana", "my day");
        Assert.DoesNotContain("Jane Doe", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eli", "Eli's day")]
    [InlineData("ops", "Olga's day")]
    [InlineData("fin", "Finn's day")]
    public async Task Whoever_looks_at_the_whole_company_is_told_the_pipeline_the_forecast_and_where_deals_break_down(string who, string title)
    {
        await using var office = new Office(pipeline => pipeline.Person("fin", "Finn Berg", role: PersonRole.Finance));
        await office.SaysAsync(who, "my day");
        office.Bot.Sees(title);
        Assert.NotNull(FactOf(office, "Open pipeline"));
        Assert.NotNull(FactOf(office, "This quarter"));
        Assert.NotNull(FactOf(office, "Where deals break down"));
        await office.Bot.ClicksAsync("Open pipeline");
        var answered = office.Bot.LastText;
        await office.SaysAsync(who, "where is the pipeline right now?");
        Assert.Equal(answered, office.Bot.LastText);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_is_told_so()
    {
        await using var office = new Office();
        await office.SaysAsync("priya", "my day");
        office.Bot.Sees("Priya, nothing waits for you today");
        Assert.Equal("not submitted", FactOf(office, "Your forecast for Q4 2026"));
    }

    [Fact]
    public async Task Strangers_and_guests_hear_nothing_of_deals()
    {
        await using var office = new Office(pipeline => pipeline.Person("gus", "Gus Partner", role: PersonRole.Guest));
        office.Bot.Channel.Profiles["zoe"] = new ActorProfile("Zoe", "zoe@elsewhere.example", null);
        foreach (var (who, says) in new[] { ("zoe", "I don't know you yet"), ("gus", "without access to deals") })
        {
            Assert.Equal("refused", await office.SaysAsync(who, "my day"));
            office.Bot.Sees(says);
            Assert.DoesNotContain("Acme", office.Bot.LastText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_written_into_the_audit_log_as_an_answer()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "my day");
        Assert.Equal((AuditKind.Answer, "my-day", "Day of Dana Reyes", 4), (office.Bot.Store.Log[^1].Kind, office.Bot.Store.Log[^1].Intent, office.Bot.Store.Log[^1].Reading, office.Bot.Store.Log[^1].Deals));
    }

    [Fact]
    public async Task The_page_of_one_s_own_is_published_and_leaves_the_conversation_as_it_was()
    {
        await using var office = new Office();
        office.Bot.Conversation = new ConversationReference("slack", "T1", "D-dana", IsDirect: true);
        await office.SaysAsync("dana", "open pipeline by stage");
        await office.Bot.DoesAsync(new TurnInput.HomeOpened());
        var page = office.Bot.Channel.Sent[^1];
        Assert.Equal((OutboundKind.Home, "dana", "@dana"), (page.Kind, page.OnlyFor?.UserId, page.To.RoomId));
        office.Bot.Sees("Dana, 4 of your 4 open deals need something");
        Assert.Equal(("my-day", "D-dana"), (office.Bot.Store.Log[^1].Intent, office.Bot.Store.Log[^1].Room));
        await office.Bot.ClicksAsync(page.Card.Buttons.Single(button => button.Label == "New deal…"));
        Assert.Equal("New deal", office.Bot.Form!.Form.Title);
        await office.Bot.ClicksAsync(page.Card.Buttons.Single(button => button.Label == "Update a deal…"));
        Assert.Equal("deal", office.Bot.Form.Form.Fields[0].Id);
        await office.SaysAsync("dana", "and by owner?");
        office.Bot.Sees("Open pipeline by owner");
    }

    [Fact]
    public async Task Who_may_change_nothing_is_offered_nothing_to_begin_and_a_stranger_no_day()
    {
        await using var office = new Office(pipeline => pipeline.Person("fin", "Finn Berg", role: PersonRole.Finance));
        office.Bot.Channel.Profiles["zoe"] = new ActorProfile("Zoe", "zoe@elsewhere.example", null);
        office.Bot.User = "fin";
        await office.Bot.DoesAsync(new TurnInput.HomeOpened());
        Assert.DoesNotContain(office.Bot.Channel.Sent[^1].Card.Buttons, button => button.Label == "New deal…");
        office.Bot.User = "zoe";
        await office.Bot.DoesAsync(new TurnInput.HomeOpened());
        Assert.Equal((OutboundKind.Home, 0), (office.Bot.Channel.Sent[^1].Kind, office.Bot.Channel.Sent[^1].Card.Buttons.Count));
        office.Bot.Sees("I don't know you yet");
        Assert.Equal(AuditKind.Refused, office.Bot.Store.Log[^1].Kind);
    }

    [Theory]
    [InlineData("dana")]
    [InlineData("mo")]
    [InlineData("eli")]
    [InlineData("ops")]
    [InlineData("fin")]
    public async Task Each_is_offered_at_most_four_sentences_that_are_answered(string who)
    {
        await using var office = new Office(pipeline => pipeline.Person("fin", "Finn Berg", role: PersonRole.Finance));
        office.Bot.Conversation = new ConversationReference("slack", "T1", $"D-{who}", IsDirect: true);
        office.Bot.User = who;
        await office.Bot.DoesAsync(new TurnInput.ChatOpened());
        Assert.Empty(office.Bot.Store.Log);
        var offered = office.Bot.Channel.Sent[^1];
        Assert.Equal((OutboundKind.Prompts, $"D-{who}"), (offered.Kind, offered.To.RoomId));
        Assert.InRange(offered.Prompts!.Count, 1, 4);
        foreach (var prompt in offered.Prompts)
        {
            Assert.InRange(prompt.Title.Length, 1, 30);
            Assert.NotEqual((prompt.Sentence, "refused"), (prompt.Sentence, await office.SaysAsync(who, prompt.Sentence)));
        }
    }

    [Theory]
    [InlineData("zoe")]
    [InlineData("gus")]
    public async Task Who_sees_no_deals_is_offered_help_alone(string who)
    {
        await using var office = new Office(pipeline => pipeline.Person("gus", "Gus Partner", role: PersonRole.Guest));
        office.Bot.Channel.Profiles["zoe"] = new ActorProfile("Zoe", "zoe@elsewhere.example", null);
        office.Bot.User = who;
        await office.Bot.DoesAsync(new TurnInput.ChatOpened());
        Assert.Equal(["help"], office.Bot.Channel.Sent[^1].Prompts!.Select(prompt => prompt.Sentence));
    }

    /// <summary>What the newest card says under a name; null when it does not.</summary>
    private static string? FactOf(Office office, string name) =>
        office.Bot.Channel.Sent[^1].Card.Elements.OfType<CardElement.FactList>().SelectMany(list => list.Facts).FirstOrDefault(fact => fact.Name == name)?.Value;
}
