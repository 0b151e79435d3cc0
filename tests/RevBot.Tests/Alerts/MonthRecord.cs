using System.Text.Json;
using RevBot.Testing.Slack;
using RevBot.Testing.Teams;
using RevBot.Tests.Journeys;
using RevBot.Tests.Support;

namespace RevBot.Tests.Alerts;

/// <summary>Puts together what both platforms got, and why it was sent: what was received is read off the wire, only its cause from the store.</summary>
internal static class MonthRecord
{
    public static IReadOnlyList<MonthCard> Of(MonthWire wire, StoreFile store)
    {
        // The store forgets what was sent a month ago.
        var causes = wire.Causes;
        foreach (var row in store.Rows("SELECT channel, json_extract(delivered, '$.messageId'), turn_id, json_extract(message, '$.cardKey') FROM outbox WHERE state = 1 AND json_extract(message, '$.kind') <> 'Update' ORDER BY seq"))
        {
            causes[(row[0]!, row[1]!)] = (row[2]!, row[3]);
        }

        return [.. SlackCards(wire.Slack, causes).Concat(TeamsCards(wire.Teams, causes)).OrderBy(card => card.At)];
    }

    private static IEnumerable<MonthCard> SlackCards(FakeSlackServer slack, Dictionary<(string, string), (string Cause, string? Key)> causes)
    {
        var calls = slack.Calls.Where(call => call.IsAccepted).ToList();
        var updates = calls.Where(call => call.Method == "chat.update").ToLookup(call => (call["channel"], call["ts"]));
        foreach (var post in calls.Where(call => call.Method == "chat.postMessage"))
        {
            var (cause, key) = causes.GetValueOrDefault(("slack", post.Ts!), ("?", null));
            yield return new MonthCard(post.At, "slack", PlaceOf(post["channel"]!), post.Ts!, cause, key, [.. updates[(post["channel"], post.Ts)].Prepend(post).Select(Face)]);
        }
    }

    private static IEnumerable<MonthCard> TeamsCards(FakeConnector teams, Dictionary<(string, string), (string Cause, string? Key)> causes)
    {
        var calls = teams.Calls.Where(call => call.IsAccepted && call.Type == "message").ToList();
        var updates = calls.Where(call => call.Call == "update").ToLookup(call => call.MessageId);
        var places = teams.Messages.ToDictionary(message => message.Id, message => message.RoomId);
        foreach (var post in calls.Where(call => call.SentId is not null && call.Call != "update"))
        {
            var (cause, key) = causes.GetValueOrDefault(("teams", post.SentId!), ("?", null));
            yield return new MonthCard(post.At, "teams", PlaceOf(places[post.SentId!]), post.SentId!, cause, key, [.. updates[post.SentId].Prepend(post).Select(Face)]);
        }
    }

    private static string PlaceOf(string room) =>
        room == MonthCompany.TeamsRoom ? MonthCompany.TeamsRoomName : MonthCompany.People.FirstOrDefault(person => person.Chat == room)?.Id ?? room;

    private static MonthFace Face(SlackCall call)
    {
        var text = call.Arguments.TryGetProperty("blocks", out var blocks) ? BlockText.Of(blocks) : call["text"] ?? "";
        return new MonthFace(call.At, text, text.StartsWith('~'));
    }

    private static MonthFace Face(ConnectorCall call)
    {
        var card = call.Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0 ? attachments[0].GetProperty("content") : default;
        return new MonthFace(call.At, card.ValueKind == JsonValueKind.Object ? CardReader.Of(card) : CardReader.Text(call.Activity, "text"), card.ValueKind == JsonValueKind.Object && card.GetRawText().Contains("\"strikethrough\":true", StringComparison.Ordinal));
    }
}
