using RevBot.Conversation.Outbox;
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
        office.Bot.Sees("snoozed until 30 Nov 2026 by Dana Reyes");
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

    private static Office Ruled(AlertRule rule, int most = 5)
    {
        AlertRule[] quiet = [.. new[] { AlertKind.LargeWin, AlertKind.LargeLoss }.Where(kind => kind != rule.Kind).Select(kind => new AlertRule(kind) { When = AlertTiming.Off })];
        var office = new Office(company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { MaxCardsPerRoom = most, Rules = [rule, .. quiet] } });
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
