using System.Text.Json.Nodes;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>What a run of the stalled-deals alert would do: posted, left out with the reason, and cards of deals that are stuck no longer.</summary>
/// <param name="Looked">Open deals looked at.</param>
/// <param name="Watched">Deals that are getting slow but are not told.</param>
public sealed record StalledDealsPlan(
    DateTimeOffset AsOf, int Looked, int Watched, IReadOnlyList<StallPost> Posts, IReadOnlyList<StallOmission> LeftOut, IReadOnlyList<AlertMark> Resolved)
{
    private static readonly string Key = AlertKinds.Of(AlertKind.StalledDeal).Key;

    /// <summary>Why a platform's room was not to be found, a sentence for each: "EMEA: 2 channels …".</summary>
    public required IReadOnlyList<string> RoomsMissed { get; init; }

    /// <summary>Standing cards that say something else now, and struck ones of what is so again.</summary>
    public required IReadOnlyList<(AlertMark Mark, Stall Stall)> Changed { get; init; }

    /// <summary>The message that told an alert in a place, as known when the plan was made.</summary>
    public required IReadOnlyDictionary<(AlertSubject Subject, string Place), string> Told { get; init; }

    /// <summary>From when on each place may be told.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Hours { get; init; }

    public JsonObject ToJson() => new()
    {
        ["asOf"] = AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["openDeals"] = Looked,
        ["watched"] = Watched,
        ["posts"] = new JsonArray([.. Posts.Select(post => (JsonNode?)new JsonObject
        {
            ["kind"] = Key,
            ["deal"] = post.Stall.Deal.Value,
            ["name"] = post.DealName,
            ["visit"] = post.Stall.Visit,
            ["stage"] = post.Stall.Stage.Value,
            ["level"] = post.Stall.Level.ToString().ToLowerInvariant(),
            ["days"] = Math.Round(post.Stall.Age, 2),
            ["typical"] = post.Stall.Typical is { } typical ? Math.Round(typical, 2) : null,
            ["limit"] = Math.Round(post.Stall.Limit, 2),
            ["visits"] = post.Stall.Visits,
            ["team"] = post.Team,
            ["rooms"] = new JsonArray([.. post.Rooms.Select(room => (JsonNode?)AlertRooms.PlaceOf(room))]),
        })]),
        ["leftOut"] = new JsonArray([.. LeftOut.Select(left => (JsonNode?)new JsonObject
        {
            ["kind"] = Key,
            ["deal"] = left.Stall.Deal.Value,
            ["name"] = left.DealName,
            ["team"] = left.Team,
            ["reason"] = left.Reason,
        })]),
        ["roomsMissed"] = new JsonArray([.. RoomsMissed.Select(reason => (JsonNode?)reason)]),
        ["resolved"] = new JsonArray([.. Resolved.Select(mark => (JsonNode?)mark.Subject.Id)]),
    };
}
