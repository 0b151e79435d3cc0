using System.Globalization;
using RevBot.Testing;
using RevBot.Testing.Slack;
using RevBot.Tests.Alerts;
using RevBot.Tests.Journeys;

namespace RevBot.Tests.Rights;

/// <summary>Over Slack's wire by HTTP; everybody is in one room.</summary>
internal sealed class GuardedSlack : IGuardedDoor
{
    private const string Room = "C0GUARD";

    private readonly FakeSlackServer _slack;
    private readonly SlackSender _sender;
    private readonly MonthBot _bot;
    private int _said;

    public GuardedSlack(FakeSlackServer slack, HttpClient http, MonthBot bot, FakeTime time)
    {
        (_slack, _sender, _bot) = (slack, SlackSender.OverHttp(slack, http, time), bot);
        foreach (var person in GuardedCompany.People)
        {
            slack.AddUser(new FakeSlackUser(UserOf(person), person.Name, person.Mail) { IsGuest = person.IsGuest });
        }

        slack.AddRoom(new FakeSlackRoom(Room, "guarded") { Members = [.. GuardedCompany.People.Select(UserOf)] });
    }

    public bool Knows(GuardedPerson person) => true;

    public async Task<(string Answer, string Bytes)> SayAsync(GuardedPerson person, string text)
    {
        var calls = await SentAsync(SlackPayloads.DirectMessage(Next("EvG"), UserOf(person), text, $"D{UserOf(person)}", Next("1766458030.")));
        return (Read(calls.Where(call => call["channel"] == $"D{UserOf(person)}")), string.Join('\n', calls.Select(call => call.Arguments.GetRawText())));
    }

    public async Task<(string Answer, string ToAll)> SayInRoomAsync(GuardedPerson person, string text)
    {
        var calls = await SentAsync(SlackPayloads.Mention(Next("EvG"), UserOf(person), text, Room, Next("1766458031.")));
        return (
            Read(calls.Where(call => call.Method == "chat.postEphemeral" && call["user"] == UserOf(person))),
            string.Join('\n', calls.Where(call => call.Method is "chat.postMessage" or "chat.update" && call["channel"] == Room || (call.Method == "chat.postEphemeral" && call["user"] != UserOf(person))).Select(call => call.Arguments.GetRawText())));
    }

    private async Task<List<SlackCall>> SentAsync(System.Text.Json.Nodes.JsonObject happened)
    {
        var before = _slack.Calls.Count;
        Assert.Equal(200, (await _sender.EventAsync(happened)).Status);
        await _bot.SettleAsync(withJobs: false);
        var calls = _slack.Calls.Skip(before).ToList();
        Assert.All(calls, call => Assert.True(call.IsAccepted, $"{call.Method} was refused: {call.Error} {string.Join(' ', call.Problems)}"));
        return calls;
    }

    private static string Read(IEnumerable<SlackCall> calls) =>
        string.Join('\n', calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal)).Select(call => call.Arguments.TryGetProperty("blocks", out var blocks) ? BlockText.Of(blocks) : call["text"]));

    private static string UserOf(GuardedPerson person) => $"U{person.Id.ToUpperInvariant()}";

    private string Next(string before) => string.Create(CultureInfo.InvariantCulture, $"{before}{++_said:d6}");
}
