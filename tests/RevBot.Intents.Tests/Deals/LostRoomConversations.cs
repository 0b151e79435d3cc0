using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.DealAlerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>The bot is thrown out of the room of EMEA. It is Monday, 23 November 2026, 09:00.</summary>
public sealed class LostRoomConversations
{
    private static readonly SendOutcome Archived = new SendOutcome.RoomLost("is_archived", "it was archived");

    [Fact]
    public async Task Those_in_operations_hear_of_it_once_and_what_waited_is_told_when_the_room_is_open_again()
    {
        await using var office = Telling(owner: null);
        await RunAsync(office, Archived, Archived);
        Assert.Equal(["D-ops: I can't post to C0EMEA in Slack any more: it was archived. Alerts of team EMEA wait there. Invite me again, or name another room in company.yaml."], Told(office));

        // Tried again after some hours, and still closed: nobody hears of it again.
        office.Time.Advance(TimeSpan.FromHours(4));
        await RunAsync(office, Archived, Archived);
        Assert.Single(Told(office));

        office.Time.Advance(TimeSpan.FromHours(4));
        await RunAsync(office);
        Assert.Equal(["C0EMEA: Acme: no next step", "C0EMEA: Globex: no next step"], Told(office).Skip(1));
        office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(office);
        Assert.Equal(3, Told(office).Count);
    }

    [Fact]
    public async Task Lost_once_more_it_is_told_once_more()
    {
        await using var office = Telling(owner: null);
        await RunAsync(office, Archived);
        Assert.Equal(["D-ops", "C0EMEA"], Told(office).Select(told => told.Split(':')[0]).Order(StringComparer.Ordinal).Reverse());
        office.Time.Advance(TimeSpan.FromHours(4));
        await RunAsync(office, Archived);
        Assert.Equal(2, Told(office).Count(told => told.StartsWith("D-ops: I can't post to C0EMEA", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whom_the_company_names_hears_of_it_and_nobody_at_night()
    {
        await using var office = Telling(owner: "mo@example.com");
        office.Bot.Channel.People["mo@example.com"] = new KnownPerson(new Actor("slack", "T1", "mo"), "America/Los_Angeles", new ConversationReference("slack", "T1", "D-mo", IsDirect: true));
        await RunAsync(office, Archived, Archived);
        Assert.Empty(Told(office));
        office.Time.Advance(TimeSpan.FromHours(5));
        await office.Bot.DeliverAsync();
        Assert.StartsWith("D-mo: I can't post to C0EMEA", Assert.Single(Told(office)), StringComparison.Ordinal);
    }

    private static Office Telling(string? owner)
    {
        var rules = new[] { AlertKind.LargeWin, AlertKind.LargeLoss }.Select(kind => new AlertRule(kind) { When = AlertTiming.Off })
            .Append(new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 25_000 } });
        var office = new Office(company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { Owner = owner, Rules = [.. rules] } });
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        office.Bot.Channel.People["ops@example.com"] = new KnownPerson(new Actor("slack", "T1", "ops"), null, new ConversationReference("slack", "T1", "D-ops", IsDirect: true));
        office.Time.Advance(TimeSpan.FromDays(2));
        return office;
    }

    private static async Task RunAsync(Office office, params SendOutcome[] outcomes)
    {
        Array.ForEach(outcomes, office.Bot.Channel.Fail);
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.Bot.DeliverAsync();
    }

    private static List<string> Told(Office office) => [.. office.Bot.Channel.Sent.Select(sent => $"{sent.To.RoomId}: {sent.Card.Summary}")];
}
