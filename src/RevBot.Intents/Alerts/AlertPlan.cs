using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Intents.Alerts;

/// <summary>What a run of the rules that tell at once would do.</summary>
/// <param name="Job">Whose run it is.</param>
public sealed record AlertPlan(string Job)
{
    /// <summary>Cards of their own, each in one place.</summary>
    public IReadOnlyList<(AlertWish Wish, Card Card)> Posts { get; init; } = [];

    public IReadOnlyList<AlertBundle> Bundles { get; init; } = [];

    /// <summary>What is over a reader's share of the day, with the line that says so; null where they were told it today.</summary>
    public IReadOnlyList<(ConversationReference Place, DateTimeOffset At, IReadOnlyList<AlertWish> Wishes, Card? Line)> Rest { get; init; } = [];

    /// <summary>What is found and not told, with the reason.</summary>
    public IReadOnlyList<(IFinding Finding, string Name, string Reason)> LeftOut { get; init; } = [];

    /// <summary>Standing cards that say something else now, and struck ones of what is so again.</summary>
    public IReadOnlyList<(AlertMark Mark, Card Card)> Changed { get; init; } = [];

    /// <summary>What is so no longer, with the last face of its card; null where none stands.</summary>
    public IReadOnlyList<(AlertMark Mark, Card? Card)> Over { get; init; } = [];

    /// <summary>Of the first run: what happened before it is no news. Null for the later ones.</summary>
    public AlertMark? Beginning { get; init; }

    /// <summary>Names the guard of a finding's card.</summary>
    public Func<IFinding, string> GuardOf { get; init; } = static _ => "";

    public bool Writes => Posts.Count + Bundles.Count + Changed.Count + Over.Count + Rest.Count(rest => rest.Line is not null) > 0;

    public IEnumerable<JsonObject> PostsToJson()
    {
        foreach (var (wish, card) in Posts)
        {
            yield return Json(wish, card.Summary);
        }

        foreach (var bundle in Bundles)
        {
            var json = Json(bundle.Wishes[0], bundle.Card.Summary);
            json["together"] = bundle.Wishes.Count;
            yield return json;
        }
    }

    public IEnumerable<JsonObject> LeftOutToJson() =>
        LeftOut.Concat(Rest.SelectMany(rest => rest.Wishes.Select(wish => (wish.Finding, Name: wish.Finding.Subject.Id, Reason: $"{wish.Reader} has their share of new cards for the day"))))
            .Select(left => new JsonObject { ["kind"] = AlertKinds.Of(left.Finding.Kind).Key, ["subject"] = left.Finding.Subject.Id, ["name"] = left.Name, ["reason"] = left.Reason });

    public IEnumerable<JsonObject> OverToJson() =>
        Over.Select(over => new JsonObject { ["kind"] = AlertKinds.Named(over.Mark.Subject.Kind)?.Key, ["subject"] = over.Mark.Subject.Id });

    private static JsonObject Json(AlertWish wish, string name)
    {
        var json = new JsonObject { ["kind"] = AlertKinds.Of(wish.Finding.Kind).Key, ["subject"] = wish.Finding.Subject.Id };
        if (wish.Finding is Finding deal)
        {
            json["deal"] = deal.Deal.Id.Value;
        }

        json["name"] = name;
        json["team"] = wish.Reader;
        json["rooms"] = new JsonArray(AlertRooms.PlaceOf(wish.Place));
        return json;
    }
}
