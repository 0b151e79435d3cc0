using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Testing;
using RevBot.Testing.Slack;
using RevBot.Testing.Teams;
using RevBot.Tests.Journeys;

namespace RevBot.Tests.Alerts;

/// <summary>Both platforms with the company's people and rooms in them, and what people do there: they speak to the bot and press its buttons over the real wire.</summary>
internal sealed class MonthWire : IAsyncDisposable
{
    private static readonly FakeSlackUser SlackGuest = new("UGUS", "Gus Guest", "gus@partner.example") { IsGuest = true };
    private static readonly FakeTeamsUser TeamsGuest = new("29:gus", "Gus Guest", "gus@partner.example") { UserRole = "guest" };

    private readonly FakeTime _time;
    private readonly FakeTokenIssuer _issuer;
    private readonly TeamsPayloads _payloads;
    private HttpClient? _http;
    private int _said;

    private MonthWire(FakeTime time, FakeSlackServer slack, FakeConnector teams, FakeTokenIssuer issuer)
    {
        (_time, Slack, Teams, _issuer) = (time, slack, teams, issuer);
        _payloads = new TeamsPayloads(teams.ServiceUrl.ToString());
    }

    public FakeSlackServer Slack { get; }

    public FakeConnector Teams { get; }

    public Dictionary<string, string?> Settings => Slack.Settings().Concat(Teams.Settings()).Concat(_issuer.Settings()).DistinctBy(setting => setting.Key).ToDictionary();

    public static async Task<MonthWire> StartAsync(FakeTime time)
    {
        var wire = new MonthWire(time, await FakeSlackServer.StartAsync(time), await FakeConnector.StartAsync(time), await FakeTokenIssuer.StartAsync(time));
        foreach (var person in MonthCompany.People.Where(person => person.Channel == "slack"))
        {
            wire.Slack.AddUser(new FakeSlackUser(person.User, person.Name, person.Email) { TimeZone = person.ZoneId });
        }

        foreach (var person in MonthCompany.People.Where(person => person.Channel == "teams"))
        {
            wire.Teams.Add(new FakeTeamsRoom(person.Chat, "personal") { Members = [TeamsUser(person)] });
        }

        wire.Slack.AddUser(SlackGuest);
        wire.LetIntoSlackRoom(true);
        wire.LetIntoTeamsRoom(true);
        return wire;
    }

    public void Connect(MonthBot bot)
    {
        _http?.Dispose();
        _http = new HttpClient { BaseAddress = bot.Address };
    }

    public void LetIntoSlackRoom(bool isMember, bool hasGuest = false) => Slack.AddRoom(new FakeSlackRoom(MonthCompany.EmeaRoom, "emea-deals")
    {
        BotIsMember = isMember,
        Members = [.. MonthCompany.People.Where(person => person.Channel == "slack").Select(person => person.User), .. hasGuest ? [SlackGuest.Id] : Array.Empty<string>()],
    });

    public void LetIntoTeamsRoom(bool isMember, bool hasGuest = false) => Teams.Add(new FakeTeamsRoom(MonthCompany.TeamsRoom, "channel", MonthCompany.TeamsRoomName)
    {
        TeamId = TeamsPayloads.TeamId,
        BotIsMember = isMember,
        Members = [.. MonthCompany.People.Where(person => person.Channel == "teams").Select(TeamsUser), .. hasGuest ? [TeamsGuest] : Array.Empty<FakeTeamsUser>()],
    });

    /// <summary>Slack tells that the bot was brought into a room.</summary>
    public async Task JoinSlackRoomAsync(MonthPerson inviter) => Assert.Equal(200, (await SlackSender.OverHttp(Slack, _http!, _time).EventAsync(SlackPayloads.Event(
        Next("EvJ"), new JsonObject { ["type"] = "member_joined_channel", ["user"] = FakeSlackServer.BotUserId, ["channel"] = MonthCompany.EmeaRoom, ["channel_type"] = "C", ["team"] = FakeSlackServer.TeamId, ["inviter"] = inviter.User }))).Status);

    public async Task SayAsync(MonthPerson person, string text)
    {
        var status = person.Channel == "slack"
            ? (await SlackSender.OverHttp(Slack, _http!, _time).EventAsync(SlackPayloads.DirectMessage(Next("EvM"), person.User, text, person.Chat, $"17664580{Next("")}.000100"))).Status
            : (await Sender.SendAsync(_payloads.Says(person.User, text, Next("18")))).Status;
        Assert.InRange(status, 200, 202);
    }

    /// <summary>Mentions the bot in the Teams channel, by which it learns of it.</summary>
    public async Task MentionInTeamsRoomAsync(MonthPerson person, string text) =>
        Assert.InRange((await Sender.SendAsync(_payloads.SaysInChannel(person.User, text, Next("18"), channel: MonthCompany.TeamsRoom))).Status, 200, 202);

    /// <summary>Why each message was sent, and the live card it is; as the store knew it while it did.</summary>
    public Dictionary<(string Channel, string Id), (string Cause, string? Key)> Causes { get; } = [];

    /// <summary>Presses "Snooze" on a card that stands on one of the platforms.</summary>
    public async Task SnoozeAsync(MonthPerson person, MonthCard card)
    {
        if (card.Channel == "slack")
        {
            var post = Slack.Calls.First(call => call.Ts == card.Id);
            var (action, value) = BlockText.FindButton(post.Arguments.GetProperty("blocks"), "Snooze");
            Assert.Equal(200, (await SlackSender.OverHttp(Slack, _http!, _time).ClickAsync(person.User, action, value, post["channel"]!, card.Id)).Status);
            return;
        }

        var message = Teams.Messages.First(message => message.Id == card.Id);
        var pressed = CardReader.FindAction(message.Card, "Snooze");
        Assert.Equal(200, (await Sender.SendAsync(_payloads.Executes(person.User, message.Id, pressed.GetProperty("data"), CardReader.Text(pressed, "verb"), Next("f:"), message.ConversationId))).Status);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private TeamsSender Sender => new(_issuer, _http!);

    private static FakeTeamsUser TeamsUser(MonthPerson person) => new(person.User, person.Name, person.Email);

    private string Next(string before) => string.Create(CultureInfo.InvariantCulture, $"{before}{++_said:d6}");
}
