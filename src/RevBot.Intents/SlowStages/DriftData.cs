using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>A stage's change of pace as data.</summary>
internal static class DriftData
{
    public static JsonObject Of(StageDrift drift) => new()
    {
        ["stage"] = drift.Stage.Value,
        ["direction"] = drift.IsSlower ? "slower" : "faster",
        ["level"] = drift.Level.ToString().ToLowerInvariant(),
        ["since"] = drift.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["before"] = drift.Before is { } before ? Math.Round(before, 2) : null,
        ["after"] = drift.After is { } after ? Math.Round(after, 2) : null,
        ["exits"] = drift.Exits,
        ["expected"] = Math.Round(drift.Expected, 2),
        ["stretch"] = Math.Round(drift.Stretch, 2),
        ["mostly"] = drift.Mostly,
    };
}
