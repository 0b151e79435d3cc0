using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.AlertReports;
using RevBot.Intents.DealAlerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

public sealed class AlertReportConversations
{
    [Fact]
    public async Task What_people_did_about_the_alerts_is_told_rule_by_rule()
    {
        await using var office = Late(5);
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.Bot.DeliverAsync();
        office.Time.Advance(TimeSpan.FromDays(1));
        Expects(office, "D-100", "2026-12-20", "dana");
        Expects(office, "D-101", "2026-12-20", null);
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.SaysAsync("dana", "snooze #D-102 for 60 days");
        office.Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal("answered", await office.SaysAsync("ops", "alerts report"));
        office.Bot.Sees("5 alerts told, 1 acted on");
        Assert.Equal("close date passed|5|1|1|0|2|1|33 % (6–76)", Row(office));

        // What is taken back was not done about it.
        await office.SaysAsync("mo", "wake #D-102");
        Assert.Equal("answered", await office.SaysAsync("ops", "what became of the alerts in the last 2 weeks?"));
        office.Bot.Sees("No alert was told");
    }

    [Fact]
    public async Task A_rule_that_tells_too_much_is_changed_with_one_click_by_who_may()
    {
        await using var office = Late(24);
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.Bot.DeliverAsync();
        office.Time.Advance(TimeSpan.FromDays(21));
        Assert.Equal("answered", await office.SaysAsync("dana", "how useful are our alerts?"));
        office.Bot.Sees("Close date passed: 0 of 24 were acted on, 0–8 %. Better from 2 days on: 24 of the 24 would still have been told.");
        await office.Bot.ClicksAsync("Change close date passed");
        office.Bot.Sees("Please ask operations");
        await office.SaysAsync("ops", "alerts report");
        await office.Bot.ClicksAsync("Change close date passed");
        office.Bot.Sees("Changed by Olga Petrova: close date passed is told from 2 days on, was from 1 day on.");
        Assert.Equal(2, Assert.Single(office.Company.Alerts.RulesOf(AlertKind.CloseDatePassed)).Threshold);
    }

    [Fact]
    public async Task The_room_that_looks_after_the_rules_hears_of_it_each_week()
    {
        await using var office = Late(5, "#revops");
        office.Bot.Channel.Rooms["#revops"] = new ConversationReference("slack", "T1", "C0OPS");
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.RunAlertsAsync(AlertReportJob.JobName);
        await office.Bot.DeliverAsync();
        Assert.Equal("5 alerts told, 0 acted on", Assert.Single(office.Bot.Channel.Sent, sent => sent.To.RoomId == "C0OPS").Card.Summary);
        Assert.DoesNotContain(office.Bot.Channel.Sent, sent => sent.Kind != OutboundKind.Post);
    }

    private static Office Late(int deals, string? room = null)
    {
        AlertRule[] rules = [new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, When = AlertTiming.AtOnce }, .. new[] { AlertKind.LargeWin, AlertKind.LargeLoss, AlertKind.StalledDeal }.Select(kind => new AlertRule(kind) { When = AlertTiming.Off })];
        var office = new Office(
            pipeline => Enumerable.Range(100, deals).Aggregate(pipeline, (so, number) => so.Deal($"D-{number}", $"Stark {number}", "2026-11-01", "discovery", "dana", amount: 1_000m, closeDate: "2026-11-20")),
            company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { Rules = rules, ReportTo = room } });
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        office.Time.Advance(TimeSpan.FromDays(2));
        return office;
    }

    private static string Row(Office office)
    {
        var table = ((Conversation.Replies.Reply.Say)office.Bot.Last.Reply!).Card.Elements.OfType<Conversation.Replies.CardElement.Table>().Single();
        return string.Join('|', Assert.Single(table.Rows));
    }

    private static void Expects(Office office, string id, string day, string? by)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        office.Happens(id, stamp => new DealEvent.CloseDateChanged(office.Deal(id).CloseDate, date) { Deal = new DealId(id), Stamp = stamp with { By = by is null ? null : new PersonId(by) } }, by ?? "ops");
    }
}
