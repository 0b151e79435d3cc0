using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.TeamAlerts;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Alerts about leads, teams and the company, by the rules that hold where nobody wrote any, from Monday 23 November 2026, 09:00 on.</summary>
public sealed class TeamAlertConversations
{
    [Fact]
    public async Task A_lead_nobody_took_on_is_told_to_its_owner_and_struck_when_sales_take_it_on()
    {
        await using var office = Reachable();
        office.Imports(Waiting("L-1", "Ann Lee", "2026-11-18T09:00", "dana"));
        await RunAsync(office);
        var card = Assert.Single(office.Bot.Channel.Sent);
        Assert.Equal(("D-dana", "Ann Lee: waits for sales over 3 business days, agreed is 1 business day"), (card.To.RoomId, card.Card.Summary));
        var shown = PlainTextRenderer.Render(card.Card);
        Assert.Contains("Ann Lee · Acme Corp · MQL", shown, StringComparison.Ordinal);
        Assert.Contains("Dana Reyes", shown, StringComparison.Ordinal);
        Assert.Contains("Do next: accept it today, or send it back to marketing with a reason.", shown, StringComparison.Ordinal);
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent);

        office.Imports(Waiting("L-1", "Ann Lee", "2026-11-18T09:00", "dana") with { Status = "SAL", SalAt = office.Time.GetUtcNow() });
        await RunAsync(office);
        Assert.Equal("Ann Lee: handed off", Assert.Single(office.Bot.Channel.Screen).Message.Card.Summary);
        Assert.NotNull(Assert.Single(office.Marks, mark => mark.Subject.Id == "L-1").EndedAt);
    }

    [Fact]
    public async Task A_lead_of_nobody_is_told_to_the_team_of_its_region_else_to_operations()
    {
        await using var office = Reachable();
        office.Imports(Waiting("L-1", "Ann Lee", "2026-11-18T09:00", null) with { Region = "EMEA" });
        office.Imports(Waiting("L-2", "Bo Ray", "2026-11-19T09:00", null));
        await RunAsync(office);
        Assert.Equal([("C0EMEA", "Ann Lee"), ("D-ops", "Bo Ray")], office.Bot.Channel.Sent.Select(sent => (sent.To.RoomId, sent.Card.Summary.Split(':')[0])));
        Assert.Contains("give it an owner", PlainTextRenderer.Render(office.Bot.Channel.Sent[0].Card), StringComparison.Ordinal);

        // Whoever it is given to hears of it.
        office.Time.Advance(TimeSpan.FromHours(5));
        office.Imports(Waiting("L-2", "Bo Ray", "2026-11-19T09:00", "dana"));
        await RunAsync(office);
        Assert.Equal("D-dana", office.Bot.Channel.Sent[^1].To.RoomId);
    }

    [Fact]
    public async Task Many_leads_of_one_reader_are_one_line()
    {
        await using var office = Reachable();
        for (var number = 1; number <= 7; number++)
        {
            office.Imports(Waiting($"L-{number}", $"Lead {number}", "2026-11-02T09:00", "dana"));
        }

        await RunAsync(office);
        await RunAsync(office);
        Assert.Equal(
            "7 leads wait for sales longer than agreed (1 business day): Lead 1 (Acme Corp), Lead 2 (Acme Corp), Lead 3 (Acme Corp) and 4 more. The longest waits over 15 business days.",
            Assert.Single(office.Bot.Channel.Sent).Card.Summary);
        Assert.Equal("answered", await office.SaysAsync("dana", "my digest"));
        office.Bot.Sees("7 leads wait for sales too long");
    }

    [Fact]
    public async Task What_sales_take_on_before_it_is_sent_is_not_sent_and_only_who_is_concerned_may_silence_it()
    {
        await using var office = Reachable();
        office.Imports(Waiting("L-1", "Ann Lee", "2026-11-18T09:00", "dana"));
        await office.RunAlertsAsync(TeamAlertsJob.JobName);
        office.Imports(Waiting("L-1", "Ann Lee", "2026-11-18T09:00", "dana") with { SalAt = office.Time.GetUtcNow() });
        await office.Bot.DeliverAsync();
        Assert.Empty(office.Bot.Channel.Sent);

        office.Imports(Waiting("L-2", "Bo Ray", "2026-11-18T09:00", "dana"));
        await RunAsync(office);
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync("Not useful");
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "L-2").NotUsefulBy);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(office.Bot.Channel.Sent[0].Card.Buttons.Single(button => button.Label == "Snooze 7 days"));
        office.Bot.Sees("Snoozed until 30 Nov 2026 by Dana Reyes");
        await office.Bot.ClicksAsync("Wake");
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "L-2").SnoozedUntil);
    }

    [Fact]
    public async Task Low_coverage_is_told_to_the_team_s_manager_and_struck_when_there_is_enough_again()
    {
        await using var office = Reachable(pipeline => pipeline.Quota("dana", "2026-10-01", "2026-12-31", 200_000));
        await RunAsync(office);
        var card = Assert.Single(office.Bot.Channel.Sent);
        Assert.Equal(("D-mo", "EMEA: coverage of this quarter 0.2x, under 3x"), (card.To.RoomId, card.Card.Summary));
        var shown = PlainTextRenderer.Render(card.Card);
        Assert.Contains("$550k of pipeline is missing", shown, StringComparison.Ordinal);
        Assert.Equal(["Coverage by owner", "Pull in", "Snooze 14 days", "Not useful"], card.Card.Buttons.Select(button => button.Label));
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(card.Card.Buttons[2]);
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "team/EMEA").SnoozedUntil);
        office.Bot.User = "mo";
        await office.Bot.ClicksAsync(card.Card.Buttons[0]);
        office.Bot.Sees("Pipeline coverage by owner, team EMEA");

        office.Happens("D-1", stamp => new DealEvent.AmountChanged(new Money(50_000, "USD"), new Money(700_000, "USD")) { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        await RunAsync(office);
        Assert.Contains(office.Bot.Channel.Screen, one => one.Message.Card.Summary == "EMEA: coverage is no matter any more");
        office.Happens("D-1", stamp => new DealEvent.AmountChanged(new Money(700_000, "USD"), new Money(50_000, "USD")) { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        await RunAsync(office);
        Assert.Single(office.Bot.Channel.Sent, sent => sent.Kind == OutboundKind.Post && sent.CardKey is not null);
        Assert.Contains(office.Bot.Channel.Screen, one => one.Message.Card.Summary == "EMEA: coverage of this quarter 0.2x, under 3x");
    }

    [Fact]
    public async Task The_company_s_own_bands_say_how_much_coverage_is_enough()
    {
        var bands = new Dictionary<string, RevBot.Pipeline.Company.MetricWording> { ["coverage.remaining"] = new() { Bands = [new(.2m, "low", "Build pipeline."), new(null, "fine", "Go on.")] } };
        await using var office = Reachable(pipeline => pipeline.Quota("dana", "2026-10-01", "2026-12-31", 200_000), TestCompany.Profile with { MetricWordings = bands });
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);
    }

    [Fact]
    public async Task A_forecast_that_moved_is_news_for_the_executives_and_the_team_s_manager_once_a_week()
    {
        await using var office = Reachable();
        Keep(office, new DateOnly(2026, 11, 16), 100_000, 60_000);
        Keep(office, new DateOnly(2026, 11, 23), 80_000, 58_000);
        await RunAsync(office);
        Assert.Empty(office.Bot.Channel.Sent);

        // What was kept before anybody listened is no news; a week later it is.
        office.Happens("D-1", stamp => new DealEvent.AmountChanged(new Money(50_000, "USD"), new Money(20_000, "USD")) { Deal = new DealId("D-1"), Stamp = stamp }, "dana");
        office.Time.Advance(TimeSpan.FromDays(7));
        Keep(office, new DateOnly(2026, 11, 30), 50_000, 40_000);
        await RunAsync(office);
        await RunAsync(office);
        Assert.Equal(
            [("D-eli", "Northwind Test: forecast of this quarter down 37.5% in a week, from $80k to $50k"), ("D-mo", "EMEA: forecast of this quarter down 31.0% in a week, from $58k to $40k")],
            office.Bot.Channel.Sent.Select(sent => (sent.To.RoomId, sent.Card.Summary)));
        Assert.Contains("downsized -$30k", PlainTextRenderer.Render(office.Bot.Channel.Sent[0].Card), StringComparison.Ordinal);
        office.Bot.User = "eli";
        await office.Bot.ClicksAsync(office.Bot.Channel.Sent[0].Card.Buttons.Single(button => button.Label == "What changed"));
        office.Bot.Sees("The pipeline went from");
        Assert.Equal("answered", await office.SaysAsync("mo", "my digest"));
        office.Bot.Sees("EMEA: forecast of this quarter down 31.0% in a week");

        office.Time.Advance(TimeSpan.FromDays(2));
        await RunAsync(office);
        Assert.Equal(2, office.Bot.Channel.Sent.Count(sent => sent.Kind == OutboundKind.Post && sent.Card.Summary.Contains("forecast", StringComparison.Ordinal) && sent.To.RoomId is "D-eli" or "D-mo" && sent.Card.Summary.Contains("week, from", StringComparison.Ordinal)));
    }

    private static Office Reachable(Func<APipeline, APipeline>? more = null, RevBot.Pipeline.Company.CompanyProfile? company = null)
    {
        var office = new Office(more, company: company ?? TestCompany.Profile);
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", "C0EMEA");
        foreach (var person in new[] { "dana", "mo", "eli", "ops" })
        {
            office.Bot.Channel.People[$"{person}@example.com"] = new KnownPerson(new Actor("slack", "T1", person), "Europe/London", new ConversationReference("slack", "T1", $"D-{person}", IsDirect: true));
        }

        office.Time.Advance(TimeSpan.FromDays(2));
        return office;
    }

    private static async Task RunAsync(Office office)
    {
        await office.RunAlertsAsync(TeamAlertsJob.JobName);
        await office.Bot.DeliverAsync();
    }

    private static Lead Waiting(string id, string name, string qualified, string? owner) =>
        new(id, name, APipeline.At("2026-10-20"), "MQL", Owner: owner is null ? null : new PersonId(owner), Account: "Acme Corp", MqlAt: APipeline.At(qualified));

    private static void Keep(Office office, DateOnly day, decimal company, decimal team)
    {
        var kept = new FrozenForecast
        {
            FrozenOn = day,
            At = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero),
            Start = new DateOnly(2026, 10, 1),
            End = new DateOnly(2026, 12, 31),
            Method = ForecastMethod.Simulated,
            Amount = company,
            RecordedAt = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero),
        };
        office.Keeps(kept);
        office.Keeps(kept with { By = Dimension.Team, Key = "EMEA", Amount = team });
    }
}
