using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Testing.Teams;
using RevBot.Tests.Alerts;
using RevBot.Tests.Journeys;

namespace RevBot.Tests.Rights;

/// <summary>Over the Bot Framework's wire; everybody is in one channel.</summary>
internal sealed class GuardedTeams : IGuardedDoor
{
    private readonly FakeConnector _teams;
    private readonly TeamsPayloads _payloads;
    private readonly TeamsSender _sender;
    private readonly MonthBot _bot;
    private long _said = 1_800_000_000_000;

    public GuardedTeams(FakeConnector teams, FakeTokenIssuer issuer, HttpClient http, MonthBot bot)
    {
        (_teams, _payloads, _sender, _bot) = (teams, new TeamsPayloads(teams.ServiceUrl.ToString()), new TeamsSender(issuer, http), bot);
        List<FakeTeamsUser> members = [.. GuardedCompany.People.Select(person => new FakeTeamsUser(UserOf(person), person.Name, person.Mail) { UserRole = person.IsGuest ? "guest" : "user" })];
        members.ForEach(member => teams.Add(new FakeTeamsRoom(TeamsPayloads.ChatOf(member.Id), "personal") { Members = [member] }));
        teams.Add(new FakeTeamsRoom(TeamsPayloads.ChannelId, "channel", "Sales/Guarded") { TeamId = TeamsPayloads.TeamId, Members = members });
    }

    public bool Knows(GuardedPerson person) => true;

    public async Task<(string Answer, string Bytes)> SayAsync(GuardedPerson person, string text)
    {
        var (calls, chat) = (await SentAsync(_payloads.Says(UserOf(person), text, Next())), TeamsPayloads.ChatOf(UserOf(person)));
        return (Read(calls.Where(call => call.ConversationId == chat)), Bytes(calls));
    }

    public async Task<(string Answer, string ToAll)> SayInRoomAsync(GuardedPerson person, string text)
    {
        var (calls, chat) = (await SentAsync(_payloads.SaysInChannel(UserOf(person), text, Next())), TeamsPayloads.ChatOf(UserOf(person)));
        return (Read(calls.Where(call => call.ConversationId == chat)), Bytes(calls.Where(call => call.ConversationId != chat)));
    }

    private async Task<List<ConnectorCall>> SentAsync(JsonObject said)
    {
        var before = _teams.Calls.Count;
        Assert.InRange((await _sender.SendAsync(said)).Status, 200, 202);
        await _bot.SettleAsync(withJobs: false);
        return [.. _teams.Calls.Skip(before)];
    }

    private static string Bytes(IEnumerable<ConnectorCall> calls) => string.Join('\n', calls.Where(call => call.Body.ValueKind != JsonValueKind.Undefined).Select(call => call.Body.GetRawText()));

    private static string Read(IEnumerable<ConnectorCall> calls) => string.Join('\n', calls.Where(call => call.Type == "message").Select(call =>
        call.Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0 ? CardReader.Of(attachments[0].GetProperty("content")) : CardReader.Text(call.Activity, "text")));

    private static string UserOf(GuardedPerson person) => $"29:{person.Id}";

    private string Next() => (++_said).ToString(CultureInfo.InvariantCulture);
}
