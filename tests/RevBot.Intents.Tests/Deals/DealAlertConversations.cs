using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.DealAlerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Rules that tell at once, from Monday 23 November 2026, 09:00 on.</summary>
public sealed class DealAlertConversations
{
    [Fact]
    public async Task A_rule_tells_at_once_what_was_late_before_it_and_strikes_it_when_it_is_mended()
    {
        await using var office = Ruled(new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, When = AlertTiming.AtOnce, To = AlertRoute.Team });
        Expects(office, "D-2", "2026-11-01");
        await RunAsync(office);
        var card = Assert.Single(office.Bot.Channel.Sent);
        Assert.Equal(("C0EMEA", "Globex: close date passed 22 days ago"), (card.To.RoomId, card.Card.Summary));
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent);

        Expects(office, "D-2", "2026-12-15");
        await RunAsync(office);
        Assert.Equal("Globex: close date passed is resolved", Assert.Single(office.Bot.Channel.Screen).Message.Card.Summary);
    }

    [Fact]
    public async Task A_win_is_told_once_when_it_happens_and_not_when_it_is_old()
    {
        await using var office = Ruled(new AlertRule(AlertKind.LargeWin) { Threshold = 40_000, When = AlertTiming.AtOnce });
        Wins(office, "D-2");
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);

        office.Time.Advance(TimeSpan.FromHours(1));
        Wins(office, "D-1");
        office.Time.Advance(TimeSpan.FromHours(1));
        await RunAsync(office);
        Assert.Equal(("C0EMEA", "Acme: won"), (Assert.Single(office.Bot.Channel.Sent).To.RoomId, office.Bot.Channel.Sent[0].Card.Summary));
        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent);
    }

    [Fact]
    public async Task A_manager_is_told_in_person_by_the_own_clock_and_the_room_where_nobody_can_be_reached()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Manager, Scope = new AlertScope { AtLeast = 45_000 } });
        office.Bot.Channel.People["mo@example.com"] = new KnownPerson(new Actor("slack", "T1", "mo"), "America/Los_Angeles", new ConversationReference("slack", "T1", "D-mo", IsDirect: true));
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);
        office.Time.Advance(TimeSpan.FromHours(6));
        await RunAsync(office);
        Assert.Equal("D-mo", Assert.Single(office.Bot.Channel.Sent).To.RoomId);

        await using var unreached = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Manager, Scope = new AlertScope { AtLeast = 45_000 } });
        await RunAsync(unreached);
        Assert.Equal("C0EMEA", Assert.Single(unreached.Bot.Channel.Sent).To.RoomId);
    }

    [Fact]
    public async Task Nobody_is_told_on_a_weekend_or_at_night_and_nobody_more_than_the_day_s_share()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team }, most: 2);
        office.Time.Advance(TimeSpan.FromHours(12));
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);
        office.Time.Advance(TimeSpan.FromHours(12));
        await RunAsync(office);
        await RunAsync(office);
        Assert.Equal(["Acme: no next step", "Globex: no next step", "2 more alerts: 2 × no next step. Ask for “my digest” to see them all."], office.Bot.Channel.Sent.Where(sent => sent.To.RoomId == "C0EMEA").Select(sent => sent.Card.Summary));
        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        Assert.Equal(5, office.Bot.Channel.Sent.Count(sent => sent.To.RoomId == "C0EMEA"));
        office.Time.Advance(TimeSpan.FromDays(3));
        Expects(office, "D-1", "2026-12-21");
        await RunAsync(office);
        Assert.Equal(5, office.Bot.Channel.Sent.Count(sent => sent.To.RoomId == "C0EMEA"));
    }

    [Fact]
    public async Task A_snooze_is_kept_and_told_once_more_when_it_has_run_out()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } });
        await RunAsync(office);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Snooze 7 days");
        office.Bot.Sees("Snoozed until 30 Nov 2026 by Dana Reyes");
        office.Time.Advance(TimeSpan.FromDays(3));
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent, sent => sent.Kind == OutboundKind.Post && sent.CardKey is not null);
        office.Time.Advance(TimeSpan.FromDays(5));
        await RunAsync(office);
        Assert.Equal(2, office.Bot.Channel.Sent.Count(sent => sent.Kind == OutboundKind.Post && sent.CardKey is not null));
    }

    [Fact]
    public async Task What_is_mended_before_it_is_sent_is_not_sent()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } });
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        office.Happens("D-1", stamp => new DealEvent.NextStepChanged(null, null, "Demo", new DateOnly(2026, 12, 1)) { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        await office.Bot.DeliverAsync();
        Assert.Empty(office.Bot.Channel.Sent);
    }

    [Fact]
    public async Task A_snooze_may_last_until_another_day_and_says_why()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } });
        await RunAsync(office);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Snooze 7 days");
        await office.Bot.ClicksAsync("Until and why");
        await office.Bot.SubmitsAsync(("until", "2026-12-08"), ("reason", "legal is away"));
        office.Bot.Sees("Snoozed until 8 Dec 2026 by Dana Reyes: legal is away");
        Assert.Equal("done", await office.SaysAsync("dana", "snooze Acme until 11 Dec because the buyer is on holiday"));
        office.Bot.Sees("Snoozed until 11 Dec 2026 by Dana Reyes: the buyer is on holiday");
        Assert.All(office.Marks.Where(mark => mark.Subject.Id == "D-1"), mark => Assert.Equal(new DateOnly(2026, 12, 11), mark.SnoozedUntil));
        Assert.Equal("done", await office.SaysAsync("dana", "wake Acme"));
        Assert.All(office.Marks.Where(mark => mark.Subject.Id == "D-1"), mark => Assert.Null(mark.SnoozeReason));
    }

    [Fact]
    public async Task What_is_not_useful_is_told_no_more_until_it_is_woken()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } });
        await RunAsync(office);
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync("Not useful");
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "D-1").NotUsefulBy);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(Assert.Single(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary == "Acme: no next step").Message.Card.Buttons.Single(button => button.Label == "Not useful"));
        office.Bot.Sees("Not useful, says Dana Reyes");
        office.Time.Advance(TimeSpan.FromDays(9));
        await RunAsync(office);
        Assert.Equal(new PersonId("dana"), Assert.Single(office.Marks, mark => mark.Subject.Id == "D-1").NotUsefulBy);
        Assert.Single(office.Bot.Channel.Sent, sent => sent.Kind == OutboundKind.Post && sent.CardKey is not null);
        await office.Bot.ClicksAsync("Wake");
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "D-1").NotUsefulBy);
    }

    [Fact]
    public async Task A_card_follows_what_it_tells_is_struck_when_that_ends_and_comes_back_with_it()
    {
        await using var office = Ruled(new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, When = AlertTiming.AtOnce, To = AlertRoute.Team });
        Expects(office, "D-1", "2026-11-20");
        await RunAsync(office);
        Assert.Equal("Acme: close date passed 3 days ago", Face(office));
        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        Assert.Equal("Acme: close date passed 4 days ago", Face(office));
        Expects(office, "D-1", "2026-12-20");
        await RunAsync(office);
        Assert.Equal("Acme: close date passed is resolved", Face(office));
        Expects(office, "D-1", "2026-11-20");
        await RunAsync(office);
        Assert.Equal("Acme: close date passed 4 days ago", Face(office));
        Assert.Single(office.Bot.Channel.Sent, sent => sent.Kind == OutboundKind.Post);

        static string Face(Office office) => Assert.Single(office.Bot.Channel.Screen, shown => shown.Message.CardKey is not null).Message.Card.Summary;
    }

    [Fact]
    public async Task Its_buttons_open_the_form_that_mends_it()
    {
        await using var office = Ruled(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } });
        await RunAsync(office);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Set next step");
        await office.Bot.SubmitsAsync(("next_step", "Call the buyer"), ("next_step_date", "2026-11-25"));
        Assert.Equal("Call the buyer", office.Deal("D-1").NextStep);
        await RunAsync(office);
        var card = Assert.Single(office.Bot.Channel.Screen, shown => shown.Message.CardKey is not null).Message.Card;
        Assert.Equal("Acme: no next step is resolved", card.Summary);
    }

    [Fact]
    public async Task What_befalls_many_deals_of_one_owner_at_once_is_one_line_and_is_told_once()
    {
        var rule = new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team };
        await using var office = Ruled(rule, more: pipeline => Enumerable.Range(20, 4).Aggregate(pipeline, (so, number) => so.Deal($"D-{number}", $"Stark {number}", "2026-09-01", "discovery", "dana", amount: 1_000m)));
        await RunAsync(office);
        Assert.Equal("Dana Reyes: 8 of 8 open deals need something at once: 8 × no next step. Was it an import, or days away? “My digest” shows them.", Assert.Single(office.Bot.Channel.Sent, sent => sent.To.RoomId == "C0EMEA").Card.Summary);
        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent, sent => sent.To.RoomId == "C0EMEA");
    }

    [Fact]
    public async Task The_review_date_of_a_pause_is_told_and_struck_when_somebody_has_looked()
    {
        await using var office = Ruled(new AlertRule(AlertKind.PauseOver) { When = AlertTiming.AtOnce, To = AlertRoute.Team });
        office.Happens("D-1", stamp => new DealEvent.Paused(new DateOnly(2026, 11, 24), "budget freeze", null, null) { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);

        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        var card = Assert.Single(office.Bot.Channel.Sent);
        Assert.Equal("Acme: the pause is over: budget freeze", card.Card.Summary);
        Assert.Contains("Do next: ask whether “budget freeze” is settled; pause it again with a new date, or move it.", PlainTextRenderer.Render(card.Card), StringComparison.Ordinal);

        office.Happens("D-1", stamp => new DealEvent.Resumed(new DateOnly(2026, 11, 24), "budget freeze") { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        await RunAsync(office);
        Assert.Equal("Acme: review date of a pause is resolved", Assert.Single(office.Bot.Channel.Screen).Message.Card.Summary);
    }

    private static Office Ruled(AlertRule rule, int most = 5, Func<APipeline, APipeline>? more = null)
    {
        AlertRule[] quiet = [.. new[] { AlertKind.LargeWin, AlertKind.LargeLoss }.Where(kind => kind != rule.Kind).Select(kind => new AlertRule(kind) { When = AlertTiming.Off })];
        var office = new Office(more, company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { MaxCardsPerRoom = most, Rules = [rule, .. quiet] } });
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        office.Time.Advance(TimeSpan.FromDays(2));
        return office;
    }

    private static async Task RunAsync(Office office)
    {
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.Bot.DeliverAsync();
    }

    private static void Expects(Office office, string id, string day) =>
        office.Happens(id, stamp => new DealEvent.CloseDateChanged(office.Deal(id).CloseDate, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) { Deal = new DealId(id), Stamp = stamp }, "dana");

    private static void Wins(Office office, string id) =>
        office.Happens(id, stamp => new DealEvent.Won(office.Deal(id).Stage, new StageId("won"), new DateOnly(2026, 11, 23), null, null) { Deal = new DealId(id), Stamp = stamp }, "dana");
}
