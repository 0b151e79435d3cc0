using System.Text.Json.Nodes;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Leaks;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Leakage;

/// <summary>A leak report for <c>--json</c>: the same facts as the card.</summary>
internal static class LeakageData
{
    public static JsonObject Of(LeakReport report, LeakageText text, CompanyProfile company)
    {
        var data = AnswerData.Start(LeakageIntent.Name, "answered", text.Reading);
        data["value"] = report.Leaks.Count;
        data["unit"] = "leaks";
        data["currency"] = company.Currency;
        data["rows"] = new JsonArray([.. report.Leaks.Select(leak => (JsonNode)Row(leak))]);
        data["better"] = new JsonArray([.. report.Gains.Select(gain => (JsonNode)Row(gain))]);
        data["stages"] = new JsonArray([.. report.Stages.Select(flow => (JsonNode)Row(flow))]);
        data["period"] = AnswerData.PeriodOf(report.Query.Period, TimeBasis.StageEntered);
        data["compared"] = new JsonObject { ["period"] = AnswerData.PeriodOf(report.Query.Before, TimeBasis.StageEntered), ["deals"] = report.Deals.Before };
        data["horizon"] = report.Horizon;
        data["comparisons"] = report.Compared;
        AnswerData.AddReceipt(data, report.Query.Filters, report.AsOf, report.Deals.Now, report.Excluded, company);
        return data;
    }

    private static JsonObject Row(Leak leak)
    {
        var node = new JsonObject { ["stage"] = leak.Stage.Label };
        if (leak is { By: { } by, Part: { } part })
        {
            node[DimensionText.Key(by)] = DimensionText.Label(part);
        }

        node["what"] = leak.Kind == LeakKind.Conversion ? "conversion" : "time_in_stage";
        node["value"] = leak.After;
        node["compared"] = leak.Before;
        node["delta"] = leak.Difference;
        node["low"] = leak.Interval.Low;
        node["high"] = leak.Interval.High;
        node["deals"] = leak.Deals;
        node["atStake"] = Math.Round(leak.AtStake, 2);
        return node;
    }

    private static JsonObject Row(StageFlow flow) => new()
    {
        ["stage"] = flow.Stage.Label,
        ["entered"] = flow.Entered,
        ["enteredBefore"] = flow.EnteredBefore,
        ["conversion"] = flow.Conversion?.After.Share,
        ["conversionBefore"] = flow.Conversion?.Before.Share,
        ["typicalStay"] = flow.Time?.After,
        ["typicalStayBefore"] = flow.Time?.Before,
        ["fromSegments"] = flow.Shift?.Rate,
        ["fromMix"] = flow.Shift?.Mix,
        ["againstEverySegment"] = flow.Shift?.IsAgainstEveryPart,
    };
}
