using System.Text.Json;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.AlertReports;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.SlowStages;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A guest reads in the room of EMEA. It is Monday, 23 November 2026, 09:00.</summary>
public sealed class AudienceConversations
{
    private const string Room = "C0EMEA";

    private static readonly ActorProfile Dana = new("Dana Reyes", "dana@example.com", null);
    private static readonly ActorProfile Guest = new("Gus Guest", "gus@partner.example", null, IsGuest: true);
    private static readonly Audience Open = new Audience.Known([Dana]);

    public static TheoryData<string> LeastPrivileged => ["a guest", "a guest with the address of a colleague", "somebody the company does not know", "somebody who left", "somebody whose account is switched off"];

    [Theory]
    [MemberData(nameof(LeastPrivileged))]
    public async Task Where_somebody_reads_who_may_not_see_deals_the_room_learns_kind_and_team_and_the_owner_the_rest(string who)
    {
        await using var office = Ruled(NoNextStep);
        Reads(office, who switch
        {
            "a guest" => Guest,
            "a guest with the address of a colleague" => Dana with { IsGuest = true },
            "somebody the company does not know" => new ActorProfile("Ned", "ned@example.com", null),
            "somebody who left" => new ActorProfile("Lou", "lou@example.com", null),
            _ => new ActorProfile("Otto", null, null),
        });
        await RunAsync(office);
        var shown = office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == Room);
        Assert.Equal("No next step · team EMEA", shown.Card.Summary);
        Assert.Equal("No next step · team EMEA\nNot everybody here may see deals, so the details go to 1 person directly.", Lines(shown.Card));
        Assert.Equal(["Show me"], shown.Card.Buttons.Select(button => button.Label));
        var details = office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == "@dana");
        Assert.Equal("Acme: no next step", details.Card.Summary);
        Assert.Equal(["Snooze 7 days", "Update stage", "Set next step", "Mark lost", "Not useful", "Open"], details.Card.Buttons.Select(button => button.Label));
        NothingLeaks(office);

        // Told once, in both places.
        office.Time.Advance(TimeSpan.FromHours(5));
        await RunAsync(office);
        Assert.Equal(2, office.Bot.Channel.Sent.Count);
        Assert.Equal(2, office.Tellings.Count);
    }

    [Fact]
    public async Task Where_everybody_may_see_deals_the_card_is_shown_as_it_is_and_nobody_is_told_in_person()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = Open;
        await RunAsync(office);
        Assert.Equal((Room, "Acme: no next step"), (Assert.Single(office.Bot.Channel.Sent).To.RoomId, office.Bot.Channel.Sent[0].Card.Summary));
    }

    [Fact]
    public async Task Show_me_whispers_the_whole_card_to_people_of_the_company_and_refuses_others()
    {
        await using var office = Ruled(NoNextStep);
        Reads(office, Guest);
        await RunAsync(office);
        var (at, post) = office.Bot.Channel.Screen.Single(shown => shown.At.RoomId == Room);
        office.Bot.Conversation = post.To;
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync(post.Card.Buttons[0], at);
        var whispered = office.Bot.Channel.Sent[^1];
        Assert.Equal((OutboundKind.Whisper, "omar", "Acme: no next step"), (whispered.Kind, whispered.OnlyFor?.UserId, whispered.Card.Summary));
        Assert.Contains("Snooze 7 days", whispered.Card.Buttons.Select(button => button.Label));

        office.Bot.Channel.Profiles["gus"] = Guest;
        office.Bot.User = "gus";
        await office.Bot.ClicksAsync(post.Card.Buttons[0], at);
        Assert.Equal(OutboundKind.Whisper, office.Bot.Channel.Sent[^1].Kind);
        office.Bot.Sees("I only talk about deals with people of the company, and you are a guest here.");
        NothingLeaks(office);
    }

    [Fact]
    public async Task A_guest_who_comes_later_sees_nothing_of_the_next_face_and_when_they_left_it_is_shown_again()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = Open;
        await RunAsync(office);
        var (at, card) = Assert.Single(office.Bot.Channel.Screen);
        office.Bot.Conversation = card.To;
        Reads(office, Guest);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Snooze 7 days");
        Assert.Equal("No next step · team EMEA\nSnoozed until 30 Nov 2026.", Lines(Face(office).Card));
        Assert.Equal(["Show me"], Face(office).Card.Buttons.Select(button => button.Label));

        // What they are shown has every button of the card.
        await office.Bot.ClicksAsync("Show me");
        Assert.Equal(["Wake", "Until and why", "Open"], office.Bot.Channel.Sent[^1].Card.Buttons.Select(button => button.Label));
        office.Bot.Channel.Audiences[Room] = Open;
        await office.Bot.ClicksAsync(office.Bot.Channel.Sent[^1].Card.Buttons[0], at);
        Assert.Equal("Acme: no next step", Face(office).Card.Summary);
    }

    [Fact]
    public async Task A_guest_who_comes_between_the_run_and_the_send_sees_nothing_and_the_owner_hears_of_it_later()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = Open;
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        Reads(office, Guest);
        await office.Bot.DeliverAsync();
        Assert.Equal("No next step · team EMEA\nNot everybody here may see deals: people of the company press “Show me”.", Lines(Assert.Single(office.Bot.Channel.Sent).Card));
        office.Time.Advance(TimeSpan.FromHours(4));
        await RunAsync(office);
        Assert.Equal([Room, "@dana"], office.Bot.Channel.Sent.Select(sent => sent.To.RoomId));
        NothingLeaks(office);
    }

    [Fact]
    public async Task Where_it_cannot_be_told_who_reads_nothing_is_shown_and_operations_hear_of_it_once()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = new Audience.Unknown("the scope groups:read is missing");
        await RunAsync(office);
        Assert.Equal("No next step · team EMEA", office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == Room).Card.Summary);
        var told = office.Bot.Channel.Sent.Where(sent => sent.To.RoomId == "@ops").Select(sent => sent.Card.Summary);
        Assert.Equal(["I can't tell who reads in C0EMEA in Slack: the scope groups:read is missing. Alerts of team EMEA go there without deals, accounts and amounts until I can; the details go to the owners directly."], told);
        NothingLeaks(office);
        office.Happens("D-2", stamp => new DealEvent.AmountChanged(office.Deal("D-2").Amount, new Money(90_000m, "USD")) { Deal = new DealId("D-2"), Stamp = stamp }, "dana");
        await RunAsync(office);
        Assert.Equal(2, office.Bot.Channel.Sent.Count(sent => sent.To.RoomId == Room));
        Assert.Single(told);
    }

    [Fact]
    public async Task A_platform_that_does_not_tell_for_the_moment_is_asked_again_and_after_some_minutes_nothing_is_shown()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = Open;
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        office.Bot.Channel.Audiences[Room] = new Audience.Unknown("Slack's conversations.members answered ratelimited.", IsPassing: true, TimeSpan.FromMinutes(6));
        await office.Bot.DeliverAsync();
        Assert.Empty(office.Bot.Channel.Sent);
        office.Time.Advance(TimeSpan.FromMinutes(6));
        await office.Bot.DeliverAsync();
        Assert.Empty(office.Bot.Channel.Sent);
        office.Time.Advance(TimeSpan.FromMinutes(6));
        await office.Bot.DeliverAsync();
        Assert.Equal("No next step · team EMEA", office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == Room).Card.Summary);
    }

    [Fact]
    public async Task A_stalled_deal_goes_to_its_owner_by_their_own_clock_and_is_struck_in_both_places()
    {
        await using var office = StalledDealsConversations.Alarmed();
        Rooms(office);
        Reads(office, Guest);
        Reachable(office, "dana", "America/Los_Angeles");
        office.Time.SetUtcNow(APipeline.At("2026-11-25T09:00"));
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        Assert.Equal([Room], office.Bot.Channel.Sent.Select(sent => sent.To.RoomId).Distinct());
        Assert.All(office.Bot.Channel.Sent.Where(sent => sent.CardKey is not null), sent => Assert.Equal("Stalled deals · team EMEA", sent.Card.Summary));
        office.Time.Advance(TimeSpan.FromHours(8));
        await office.Bot.DeliverAsync();
        var inPerson = office.Bot.Channel.Sent.Where(sent => sent.To.RoomId == "@dana" && sent.CardKey is not null).ToList();
        Assert.NotEmpty(inPerson);
        var key = inPerson[0].CardKey!;
        var deal = key.Split(':')[1];
        office.Happens(deal, stamp => new DealEvent.Lost(office.Deal(deal).Stage, new StageId("lost"), new DateOnly(2026, 11, 25), "other", null, "gone", null, null) { Deal = new DealId(deal), Stamp = stamp }, "ops");
        await office.RunAlertsAsync();
        await office.Bot.DeliverAsync();
        var faces = office.Bot.Channel.Screen.Where(shown => shown.Message.CardKey == key).ToDictionary(shown => shown.At.RoomId, shown => shown.Message.Card);
        Assert.Equal("Stalled deals · team EMEA: Resolved", faces[Room].Summary);
        Assert.Contains("is stuck no longer", faces["@dana"].Summary, StringComparison.Ordinal);
        NothingLeaks(office);
        Assert.All(office.Tellings.Where(telling => telling.Place == "slack:@dana").GroupBy(telling => telling.Subject), one => Assert.Single(one));
    }

    [Fact]
    public async Task A_slow_stage_goes_to_the_managers_and_the_report_to_who_answers_for_the_rules()
    {
        await using var office = SlowStagesConversations.Slowed();
        Rooms(office);
        Reachable(office, "mo", "America/Los_Angeles");
        Reads(office, Guest);
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        Assert.Equal("Slow stages\nNot everybody here may see deals, so the details go to 1 person directly.", Lines(office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == Room).Card));
        Assert.StartsWith("Proposal is slower", office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == "C0AMER").Card.Summary, StringComparison.Ordinal);
        office.Time.Advance(TimeSpan.FromDays(3));
        await office.Bot.DeliverAsync();
        Assert.StartsWith("Proposal is slower", office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == "@mo").Card.Summary, StringComparison.Ordinal);
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        Assert.Equal(3, office.Bot.Channel.Sent.Count(sent => sent.Kind == OutboundKind.Post));
        NothingLeaks(office);

        await using var reported = new Office(company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { ReportTo = "#revops" } });
        reported.Bot.Channel.Rooms["#revops"] = new ConversationReference("slack", "T1", Room);
        Reachable(reported, "ops", null);
        Reads(reported, Guest);
        reported.Time.Advance(TimeSpan.FromDays(2));
        await reported.RunAlertsAsync(AlertReportJob.JobName);
        await reported.Bot.DeliverAsync();
        Assert.Equal("Report of alerts", reported.Bot.Channel.Sent.Single(sent => sent.To.RoomId == Room).Card.Summary);
        Assert.StartsWith("No alert was told", reported.Bot.Channel.Sent.Single(sent => sent.To.RoomId == "@ops").Card.Summary, StringComparison.Ordinal);
        reported.Bot.User = "omar";
        await reported.Bot.ClicksAsync("Show me");
        Assert.Equal(OutboundKind.Whisper, reported.Bot.Channel.Sent[^1].Kind);
        reported.Bot.Sees("No alert was told");
    }

    [Fact]
    public async Task Of_many_deals_of_an_owner_at_once_the_room_hears_no_name()
    {
        await using var office = Ruled(NoNextStep with { Scope = new AlertScope() }, pipeline => Enumerable.Range(10, 8).Aggregate(pipeline, (more, at) => more.Deal($"D-{at}", $"Prospect {at}", "2026-11-01", "discovery", "dana", amount: 9_000m)));
        Reads(office, Guest);
        await RunAsync(office);
        Assert.StartsWith("Many deals of one owner need something at once.", office.Bot.Channel.Sent.First(sent => sent.To.RoomId == Room).Card.Summary, StringComparison.Ordinal);
        Assert.StartsWith("Dana Reyes: ", Assert.Single(office.Bot.Channel.Sent, sent => sent.To.RoomId == "@dana").Card.Summary, StringComparison.Ordinal);
        NothingLeaks(office, "Prospect", "Dana Reyes");
    }

    [Fact]
    public async Task What_is_over_the_room_s_share_is_counted_without_a_word_of_a_deal()
    {
        await using var office = Ruled(NoNextStep with { Scope = new AlertScope() }, most: 1);
        Reads(office, Guest);
        await RunAsync(office);
        Assert.Equal(
            ["No next step · team EMEA", "3 more alerts: 3 × no next step. Not everybody here may see deals: ask me in our direct chat for “my digest”."],
            office.Bot.Channel.Sent.Where(sent => sent.To.RoomId == Room).Select(sent => sent.Card.Summary));
        NothingLeaks(office);
    }

    [Fact]
    public void What_all_readers_may_see_is_what_the_least_privileged_may()
    {
        var snapshot = new APipeline().Person("dana", "Dana Reyes", "EMEA").Person("eli", "Eli Ford", role: PersonRole.Executive).Deal("D-1", "Acme", "2026-09-01", "proposal", "dana").Snapshot();
        var deal = snapshot.Find(new DealId("D-1"));
        var readers = AudienceRights.ReadersOf(new Audience.Known([Dana with { Email = " DANA@example.com" }, new("Eli", "eli@example.com", null), Dana with { IsGuest = true }, new("Ned", "ned@example.com", null), new("No", null, null)]), snapshot);
        Assert.Equal(["dana", "eli", null, null, null], readers.Select(reader => reader?.Id.Value));
        Assert.True(AudienceRights.MayAllSee(readers.Take(2), deal, snapshot, TestCompany.Profile));
        Assert.True(AudienceRights.MayAllSee([], deal, snapshot, TestCompany.Profile));
        Assert.All(Enumerable.Range(2, 3), at => Assert.False(AudienceRights.MayAllSee([readers[0], readers[at]], deal, snapshot, TestCompany.Profile)));
    }

    [Fact]
    public async Task Every_button_of_an_alert_is_refused_to_a_guest()
    {
        await using var office = Ruled(NoNextStep);
        office.Bot.Channel.Audiences[Room] = Open;
        await RunAsync(office);
        var (at, post) = Assert.Single(office.Bot.Channel.Screen);
        office.Bot.Conversation = post.To;
        office.Bot.User = "gus";
        office.Bot.Channel.Profiles["gus"] = Guest;
        string[] more = [ShowAlertAction, WakeAction, FormAction, ShowReportAction.Id, ApplyProposalAction.Id, StallPageAction.Id];
        foreach (var button in post.Card.Buttons.Concat(more.Select(action => new CardButton("x", action, post.CardKey!))))
        {
            await office.Bot.ClicksAsync(button, at);
            Assert.Equal(OutboundKind.Whisper, office.Bot.Channel.Sent[^1].Kind);
            office.Bot.Sees("you are a guest here");
            Assert.Null(office.Bot.Form);
        }

        Assert.Equal("Acme: no next step", Face(office).Card.Summary);
    }

    private const string ShowAlertAction = Alerts.ShowAlertAction.Id;
    private const string WakeAction = Alerts.WakeAlertAction.Id;
    private const string FormAction = Alerts.OpenSnoozeFormAction.Id;

    private static AlertRule NoNextStep => new(AlertKind.NoNextStep) { When = AlertTiming.AtOnce, To = AlertRoute.Team, Scope = new AlertScope { AtLeast = 45_000 } };

    private static Office Ruled(AlertRule rule, Func<APipeline, APipeline>? more = null, int most = 5)
    {
        var off = new[] { AlertKind.LargeWin, AlertKind.LargeLoss }.Select(kind => new AlertRule(kind) { When = AlertTiming.Off });
        var office = new Office(more, company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { MaxCardsPerRoom = most, Rules = [.. off, rule] } });
        Rooms(office);
        office.Time.Advance(TimeSpan.FromDays(2));
        return office;
    }

    private static void Rooms(Office office)
    {
        office.Bot.Channel.Rooms["EMEA"] = new ConversationReference("slack", "T1", Room);
        Reachable(office, "dana", null);
        Reachable(office, "ops", null);
    }

    private static void Reachable(Office office, string who, string? zone)
    {
        var actor = new Actor("slack", "T1", who);
        office.Bot.Channel.People[$"{who}@example.com"] = new KnownPerson(actor, zone, ConversationReference.ChatWith(actor));
    }

    private static void Reads(Office office, ActorProfile who) => office.Bot.Channel.Audiences[Room] = new Audience.Known([Dana, who]);

    private static async Task RunAsync(Office office)
    {
        await office.RunAlertsAsync(DealAlertsJob.JobName);
        await office.Bot.DeliverAsync();
    }

    private static OutboundMessage Face(Office office) => office.Bot.Channel.Screen.First(shown => shown.At.RoomId == Room).Message;

    private static string Lines(Card card) => string.Join('\n', card.Elements.Select(element => element switch
    {
        CardElement.Paragraph paragraph => paragraph.Text,
        CardElement.Note note => note.Text,
        _ => element.ToString(),
    }));

    /// <summary>Looks through every character that went to the room for all to read.</summary>
    private static void NothingLeaks(Office office, params string[] more)
    {
        var sent = office.Bot.Channel.Sent.Where(message => (message.Target?.RoomId ?? message.To.RoomId) == Room && message.Kind != OutboundKind.Whisper).Select(message => JsonSerializer.Serialize(message.Card)).ToList();
        Assert.NotEmpty(sent);
        string[] secrets = ["Acme", "Globex", "Initech", "Umbrella", "Vandelay", "Hooli", "$", "USD", "50,000", "30,000", "20,000", "5,000", .. more];
        Assert.All(sent, bytes => Assert.All(secrets, secret => Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase)));
    }
}
