using System.Text.Json.Nodes;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>What a run of the alert about slow stages would do.</summary>
/// <param name="LeftOut">Slower stages that are not told, with the reason.</param>
/// <param name="Over">Of stages that are slower no longer.</param>
public sealed record SlowStagesPlan(DriftReport Report, IReadOnlyList<SlowStagePost> Posts, IReadOnlyList<(StageDrift Drift, string Reason)> LeftOut, IReadOnlyList<AlertMark> Over)
{
    public JsonObject ToJson() => new()
    {
        ["posts"] = new JsonArray([.. Posts.Select(post =>
        {
            var json = DriftData.Of(post.Drift);
            json["rooms"] = new JsonArray([.. post.Rooms.Select(room => (JsonNode?)AlertRooms.PlaceOf(room))]);
            return (JsonNode?)json;
        })]),
        ["leftOut"] = new JsonArray([.. LeftOut.Select(left =>
        {
            var json = DriftData.Of(left.Drift);
            json["reason"] = left.Reason;
            return (JsonNode?)json;
        })]),
        ["over"] = new JsonArray([.. Over.Select(mark => (JsonNode?)mark.Subject.Id)]),
    };
}
