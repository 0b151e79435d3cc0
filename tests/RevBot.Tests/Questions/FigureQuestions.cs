using System.Text.Json.Nodes;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Metrics;

namespace RevBot.Tests.Questions;

/// <summary>Sentences about every metric there is: split by everything, filtered by everything, over several periods, compared and ranked.</summary>
internal static class FigureQuestions
{
    private static readonly string[] OfDeals = ["owner", "team", "manager", "stage", "source", "segment", "region", "industry", "product", "deal type", "forecast category", "currency", "week", "month", "quarter", "year", "region and month", "segment and source"];
    private static readonly string[] OfTargets = ["owner", "team", "manager", "month", "quarter"];
    private static readonly string[] OfLeads = ["owner", "team", "manager", "source", "segment", "region", "industry", "lifecycle", "month", "quarter", "source and month"];

    private static readonly string[] Scopes =
    [
        "in EMEA", "for SMB", "over 50k", "between 20k and 80k", "with no next step", "not touched for 2 weeks", "open longer than 90 days", "in their stage longer than 30 days", "pushed at least 2 times", "that are not paused",
        "created in 2026", "from Inbound or Partner", "not in APAC", "in EMEA or over 50k", "in Negotiation", "without amount", "in Proposal with no next step not touched for 10 days",
    ];

    private static readonly string[] Periods = ["last quarter", "in Q2 2026", "this year", "in 2025", "in the last 6 months", "in September 2026"];

    /// <summary>Metrics with chance in them, or resting on it: playing one slowly takes seconds, so fewer sentences ask for them.</summary>
    private static readonly string[] Slow = ["forecast.simulated", "forecast.accuracy"];

    private static IEnumerable<Metric> Metrics => new MetricCatalog().Metrics.Where(metric => !Slow.Contains(metric.Id));

    public static readonly string[] Forecasts =
    [
        "Forecast", "Forecast next quarter", "Forecast by segment", "Forecast for EMEA", "Forecast by team next quarter", "Forecast over 50k", "Forecast this month by region", "Forecast for SMB from Inbound or Partner next quarter",
        "Forecast by product", "Forecast this year", "Forecast by stage", "Forecast accuracy", "Forecast accuracy by team",
    ];

    public static readonly string[] Bridges =
    [
        "What changed since Monday?", "What changed this week?", "What changed since 1 October?", "Pipeline changes last month", "Pipeline changes last quarter for all dates", "What changed this month for all dates?",
        "What changed in EMEA this quarter?", "What changed for SMB in September 2026?", "What changed over 50k since 1 October?", "What changed in 2026 for all dates?",
    ];

    public static readonly string[] Leaks =
    [
        "Where are deals breaking down?", "Where are deals breaking down in EMEA?", "Where are deals breaking down this year?", "Where are deals breaking down for SMB?", "Where are deals breaking down over 50k?",
        "Where are deals breaking down this quarter?", "Where did deals break down in Q2 2026?", "Where are deals breaking down from Inbound or Partner?", "Where did deals break down in 2025?",
    ];

    public static IReadOnlyList<JsonObject> All { get; } =
    [
        .. Metrics.SelectMany((metric, place) => Of(metric, place).Distinct().Select((text, number) => Line($"{metric.Id} {number}", text))),
        .. Bridges.Select((text, number) => Line($"changes {number}", text)),
        .. Forecasts.Select((text, number) => Line($"forecasts {number}", text)),
        .. Leaks.Select((text, number) => Line($"leaks {number}", text)),
    ];

    private static JsonObject Line(string id, string text) => new() { ["id"] = id, ["text"] = text, ["conversation"] = id };

    private static IEnumerable<string> Of(Metric metric, int place)
    {
        var name = metric.Id == "forecast.submitted" ? "submitted commit" : metric.Title;
        var isTarget = metric.Id.Split('.')[0] is "quota" or "forecast" or "coverage" && metric.Id != "coverage.needed";
        var isEconomic = metric.Thing == "customer";
        var dimensions = isEconomic ? ["segment", "quarter"] : isTarget ? OfTargets : metric.Thing == "lead" ? OfLeads : OfDeals;
        yield return name;
        foreach (var dimension in dimensions.Where(dimension => metric.Id != "leads.conversion" || dimension != "lifecycle"))
        {
            yield return $"{name} by {dimension}";
        }

        // The next metric takes the next ones: together they take all.
        var scopes = isEconomic ? ["for SMB", "for Enterprise"] : isTarget ? ["for EMEA team"] : metric.Thing == "lead" ? ["in EMEA", "from Inbound or Partner", "created in 2026"] : Scopes;
        for (var turn = 0; turn < scopes.Length; turn++)
        {
            yield return $"{name} {scopes[turn]}";
            if ((turn + place) % 4 == 0)
            {
                yield return $"{name} {scopes[turn]} by {dimensions[(turn + place) % dimensions.Length]} {Periods[(turn + place) % Periods.Length]}";
            }
        }

        foreach (var period in Periods)
        {
            yield return $"{name} {period}";
        }

        yield return $"{name} last quarter by {dimensions[place % Math.Min(3, dimensions.Length)]}";
        yield return $"{name} last quarter vs the quarter before";
        yield return $"{name} by {dimensions[(place + 1) % Math.Min(3, dimensions.Length)]} last quarter vs the quarter before";
        yield return $"top 3 {(isEconomic ? "segments" : "reps")} by {name}";
        yield return $"{name} by {(isEconomic ? "segment" : "owner")}, lowest first";
    }
}
