using RevBot.Conversation.Turns;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

public sealed class StalledDealsConversations
{
    [Fact]
    public async Task What_is_stuck_is_told_with_its_evidence()
    {
        await using var office = Alarmed();
        Assert.Equal("answered", await office.SaysAsync("dana", "what's stuck?"));
        office.Bot.Sees("Acme");
        office.Bot.Sees("business days in Proposal");
        Assert.Equal("answered", await office.SaysAsync("omar", "my stuck deals"));
        Assert.DoesNotContain("Acme", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_twice()
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        var first = office.Bot.Channel.Sent.Count;
        Assert.True(first > 0);
        office.Time.Advance(TimeSpan.FromDays(1));
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal(first, office.Bot.Channel.Sent.Count);
    }

    [Fact]
    public async Task A_room_that_is_there_later_hears_of_it_then()
    {
        await using var office = Alarmed();
        office.Bot.Channel.Rooms.Clear();
        await office.RunAlertsAsync();
        Assert.Empty(office.Marks);
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0NEW");
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal(2, office.Bot.Channel.Sent.Count(message => message.To.RoomId == "C0NEW"));

        // The team moves to another room: it is told there what still stands.
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C1NEW");
        await office.RunAlertsAsync();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal(2, office.Bot.Channel.Sent.Count(message => message.To.RoomId == "C1NEW"));
        Assert.Equal(4, office.Tellings.Count);
    }

    [Fact]
    public async Task Over_the_room_s_limit_the_rest_is_one_line_and_comes_next()
    {
        await using var office = Alarmed(most: 1);
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Single(office.Marks);
        Assert.Equal(2, office.Bot.Channel.Sent.Count);
        office.Bot.Sees("stuck too");
        await office.RunAlertsAsync();
        Assert.Single(office.Marks);
        office.Time.Advance(TimeSpan.FromDays(1));
        await office.RunAlertsAsync();
        Assert.Equal(2, office.Marks.Count);
    }

    [Fact]
    public async Task A_snooze_is_kept_shown_and_taken_back()
    {
        await using var office = Alarmed(most: 1);
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Snooze 7 days");
        Assert.Equal(new DateOnly(2026, 11, 28), Assert.Single(office.Marks).SnoozedUntil);
        office.Bot.Sees("Snoozed until 28 Nov 2026 by Dana Reyes");
        await office.Bot.ClicksAsync("Wake");
        Assert.Null(Assert.Single(office.Marks).SnoozedUntil);
    }

    [Fact]
    public async Task A_snooze_that_ran_out_is_told_once_more()
    {
        await using var office = Alarmed();
        await office.SaysAsync("dana", "snooze Acme for 7 days");
        await office.RunAlertsAsync();
        Assert.Null(office.Marks.Single(mark => mark.Subject.Id == "D-1").ToldAt);
        office.Time.Advance(TimeSpan.FromDays(8));
        await office.RunAlertsAsync();
        Assert.NotNull(office.Marks.Single(mark => mark.Subject.Id == "D-1").ToldAt);
    }

    [Theory]
    [InlineData("snooze Acme for -3 days")]
    [InlineData("snooze Acme for 4000 days")]
    public async Task A_length_that_cannot_be_is_named_and_not_taken_for_a_part_of_the_name(string text)
    {
        await using var office = Alarmed();
        Assert.Equal("refused", await office.SaysAsync("dana", text));
        office.Bot.Sees("1 to 90 days");
    }

    [Fact]
    public async Task Somebody_else_may_not_snooze_it()
    {
        await using var office = Alarmed();
        Assert.Equal("refused", await office.SaysAsync("omar", "snooze Acme for 7 days"));
        Assert.Empty(office.Marks);
    }

    [Fact]
    public async Task What_is_no_longer_true_when_it_is_sent_is_dropped()
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        office.Happens("D-1", stamp => new DealEvent.StageChanged(new StageId("proposal"), new StageId("discovery")) { Deal = new DealId("D-1"), Stamp = stamp }, "mo");
        await office.Bot.DeliverAsync();
        Assert.Contains(office.Bot.Store.Dropped, dropped => dropped.Reason == "The deal has left the stage.");
        Assert.DoesNotContain(office.Bot.Channel.Sent, message => message.Card.Summary.StartsWith("Acme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_is_struck_when_the_deal_moves_on()
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        await office.SaysAsync("dana", "move Acme to discovery");
        Assert.Contains(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary.StartsWith("Acme is stuck no longer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("move Acme to discovery")]
    [InlineData("Acme closed lost")]
    public async Task An_undo_brings_the_card_back_as_it_was(string slip)
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        var told = AlertOfAcme();
        await office.SaysAsync("dana", slip);
        if (slip.EndsWith("lost", StringComparison.Ordinal))
        {
            await office.Bot.ClicksAsync("Give loss reason");
            await office.Bot.SubmitsAsync(("loss_reason", "price/no_budget"));
        }

        Assert.StartsWith("Acme is stuck no longer", AlertOfAcme().Summary, StringComparison.Ordinal);
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equivalent(told, AlertOfAcme());
        Assert.NotNull(office.Marks.Single(mark => mark.Subject.Id == "D-1").CardKey);

        // It is told no second time, and its buttons work.
        var sent = office.Bot.Channel.Sent.Count;
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal(sent, office.Bot.Channel.Sent.Count);
        await office.SaysAsync("dana", "snooze Acme for 7 days");
        Assert.Contains("snoozed until", AlertOfAcme().Summary, StringComparison.Ordinal);

        Conversation.Replies.Card AlertOfAcme() => office.Bot.Channel.Screen.First(shown => shown.Message.To.RoomId == "C0EMEA" && shown.Message.Card.Summary.StartsWith("Acme", StringComparison.Ordinal)).Message.Card;
    }

    [Fact]
    public async Task A_snooze_outlives_a_move_that_is_undone()
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        await office.SaysAsync("dana", "snooze Acme for 7 days");
        await office.SaysAsync("dana", "move Acme to discovery");
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Contains(office.Bot.Channel.Screen, shown => shown.Message.To.RoomId == "C0EMEA" && shown.Message.Card.Summary == "Acme: snoozed until 28 Nov 2026 by Dana Reyes");
    }

    [Fact]
    public async Task Update_stage_asks_for_the_stage_and_what_it_needs()
    {
        await using var office = Alarmed(most: 1);
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Update stage");
        Assert.Equal(["stage"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        var session = office.Bot.Form.Session.Id;
        await office.Bot.DoesAsync(new TurnInput.FormOpening(session, new Conversation.Forms.FormValues(new Dictionary<string, string> { ["stage"] = "lost" }), null));
        Assert.Equal(["stage", "loss_reason"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
    }

    [Theory]
    [InlineData("why is Acme stalled?")]
    [InlineData("Why was Acme flagged")]
    [InlineData("why did I get an alert about Acme?")]
    [InlineData("show me the clock of Acme")]
    [InlineData("how long may Acme stay in its stage?")]
    public async Task Its_clock_is_told(string text)
    {
        await using var office = Alarmed();
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal("answered", await office.SaysAsync("dana", text));
        office.Bot.Sees("Acme has been in Proposal for 52 business days; the limit is 14.");
        office.Bot.Sees("10 Sep 2026, 72 days ago; 20 days off do not count");
        office.Bot.Sees("14, the company's default: 4 visits so far are too few to learn from");
        office.Bot.Sees("on 21 Nov 2026");
    }

    [Fact]
    public async Task A_deal_that_is_within_its_limit_has_a_clock_too()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-9", "Tyrell", "2026-11-16T09:00:00Z", "proposal", "dana"));
        await office.SaysAsync("dana", "why is Tyrell stuck?");
        office.Bot.Sees("Tyrell is not stalled: 4.6 business days in Proposal");
    }

    [Fact]
    public async Task A_booked_next_step_counts_one_level_lower()
    {
        await using var office = Alarmed();
        await office.SaysAsync("dana", "next step for Acme: legal review on 2026-11-27");
        await office.RunAlertsAsync();
        Assert.DoesNotContain(office.Marks, mark => mark.Subject.Id == "D-1");
        await office.SaysAsync("dana", "why is Acme stalled?");
        office.Bot.Sees("is not alerted: a next step is booked for 27 Nov 2026");

        // Once it has passed, or is further off than a stay may last, it says nothing.
        office.Time.Advance(TimeSpan.FromDays(7));
        await office.RunAlertsAsync();
        Assert.Contains(office.Marks, mark => mark.Subject.Id == "D-1");
    }

    [Fact]
    public async Task Open_shows_the_deal()
    {
        await using var office = Alarmed(most: 1);
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Open");
        office.Bot.Sees("$50,000");
    }

    [Fact]
    public void An_escalated_stall_says_so_and_to_whom()
    {
        var snapshot = new APipeline().Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager).Person("dana", "Dana Reyes", "EMEA", manager: "mo")
            .Deal("D-1", "Acme", "2026-09-01", "proposal", "dana").Snapshot();
        var acme = snapshot.Deals.Span[0];
        Assert.StartsWith("Escalated to Mo Larsen: Acme", Summary(StallLevel.Escalate), StringComparison.Ordinal);
        Assert.StartsWith("Acme", Summary(StallLevel.Alert), StringComparison.Ordinal);

        string Summary(StallLevel level) => StallCards.Alert(
            new Stall(acme.Id, 0, acme.Stage, null, 40, new StayVerdict(level, 4, 14, .01, 3, .01, 50, false)), acme, snapshot, TestCompany.Profile, new DateOnly(2026, 11, 21)).Summary;
    }

    [Fact]
    public async Task An_amount_narrows_what_is_stuck()
    {
        await using var office = Alarmed();
        await office.SaysAsync("dana", "deals over 20k that are stuck");
        office.Bot.Sees("Acme");
        Assert.DoesNotContain("Stark", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stalled deals not in EMEA", "region not EMEA")]
    [InlineData("which deals of Dana's have gone quiet?", "owner Dana Reyes")]
    [InlineData("anything stuck from partners", "source Partner")]
    [InlineData("stuck renewals", "deal type Renewal")]
    [InlineData("which deals haven't budged in Proposal", "stage Proposal")]
    [InlineData("Mo wants to know what's stuck over 20k", "over $20,000")]
    public async Task Whatever_narrows_is_held_against_them(string text, string filter)
    {
        await using var office = Alarmed();
        office.Bot.User = "dana";
        var data = (await office.Bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal((StalledDealsIntent.IntentName, filter), ((string?)data["intent"], (string?)data["filters"]!.AsArray().Single()));
    }

    [Fact]
    public async Task They_are_gone_on_from()
    {
        await using var office = Alarmed();
        office.Bot.User = "dana";
        await office.Bot.SaysAsync("what's stuck in EMEA over 1k?");
        var data = (await office.Bot.SaysAsync("and over 20k?")).Reply!.Data!;
        Assert.Equal(["region EMEA", "over $20,000"], data["filters"]!.AsArray().Select(filter => (string)filter!).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(StalledDealsIntent.IntentName, (string?)(await office.Bot.SaysAsync("how much are they worth?")).Reply!.Data!["intent"]);
    }

    [Fact]
    public async Task What_the_list_does_not_say_is_told()
    {
        await using var office = Alarmed();
        await office.SaysAsync("dana", "stalled deals by owner");
        office.Bot.Sees("not by owner");
    }

    [Fact]
    public async Task A_manager_s_own_are_the_team_s()
    {
        await using var office = Alarmed();
        await office.SaysAsync("mo", "what should I work on today?");
        office.Bot.Sees("in EMEA");
        office.Bot.Sees("Acme");
    }

    [Fact]
    public async Task Many_are_shown_five_at_a_time()
    {
        await using var office = new Office(pipeline => Enumerable.Range(10, 7).Aggregate(
            pipeline, (all, number) => all.Deal($"D-{number}", $"Stark {number}", "2026-06-01", "proposal", "dana", amount: 1_000m * number)));
        await office.SaysAsync("dana", "what's stuck in proposal?");
        office.Bot.Sees("1–5 of ");
        await office.Bot.ClicksAsync("Next");
        office.Bot.Sees("6–");
    }

    /// <summary>Two of Dana's deals have sat in Proposal since September with no history to compare: the default limit of 14 business days tells them.</summary>
    internal static Office Alarmed(int most = 5)
    {
        var company = TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { MaxCardsPerRoom = most } };
        var office = new Office(
            pipeline => pipeline.Deal("D-8", "Stark", "2026-09-01", "proposal", "dana", amount: 1_000m),
            company: company with { Process = company.Process });
        foreach (var id in new[] { "D-2", "D-3", "D-4" })
        {
            office.Happens(id, stamp => new DealEvent.Lost(office.Deal(id).Stage, new StageId("lost"), new DateOnly(2026, 11, 20), "other", null, "gone", null, null) { Deal = new DealId(id), Stamp = stamp }, "ops");
        }

        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        return office;
    }
}
