using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Intents.Ask.Answers;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Outlook;

/// <summary>An outlook for <c>--json</c>: the same facts as the card.</summary>
internal static class OutlookData
{
    public static JsonObject Of(OutlookReport report, OutlookText text, CompanyProfile company)
    {
        var forecast = report.Forecast;
        var data = AnswerData.Start(OutlookIntent.Name, "answered", text.Reading);
        data["measure"] = forecast.Metric.Id;
        data["value"] = AnswerData.Number(forecast.Value);
        data["unit"] = company.Currency;
        if (forecast.NoData is { } nothing)
        {
            data["noData"] = nothing;
        }

        data["low"] = AnswerData.Number(forecast.Range?.Low);
        data["high"] = AnswerData.Number(forecast.Range?.High);
        data["parts"] = new JsonArray([.. forecast.Parts.Select(part => (JsonNode)new JsonObject { ["title"] = part.Title, ["value"] = AnswerData.Number(part.Value) })]);
        data["coverage"] = AnswerData.Number(report.Coverage.Value);
        data["submitted"] = new JsonArray([.. report.Submitted.Rows.Select(row => (JsonNode)new JsonObject { ["category"] = row.Keys[0].Label, ["value"] = AnswerData.Number(row.Value) })]);
        data["due"] = new JsonObject { ["value"] = AnswerData.Number(report.Due.Value), ["deals"] = report.Due.Receipt.Deals };
        data["stages"] = new JsonArray([.. report.Stages.Select(stage => (JsonNode)new JsonObject
        {
            ["stage"] = stage.Stage.Label, ["deals"] = stage.Deals, ["amount"] = stage.Amount, ["odds"] = stage.Odds, ["expected"] = stage.Expected,
        })]);
        data["carriers"] = new JsonArray([.. report.Carriers.Select(deal => (JsonNode)new JsonObject { ["deal"] = deal.Deal.Id.Value, ["amount"] = deal.Amount, ["odds"] = deal.Odds })]);
        data["accuracy"] = AnswerData.Number(report.Accuracy.Value);
        data["earlier"] = new JsonArray([.. report.Earlier.Select(frozen => (JsonNode)new JsonObject
        {
            ["day"] = frozen.FrozenOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["value"] = frozen.Amount, ["fromHistory"] = frozen.IsFromHistory,
        })]);
        data["period"] = AnswerData.PeriodOf(report.Query.Period, TimeBasis.ExpectedClose);
        AnswerData.AddReceipt(data, report.Query.Filters, forecast.Receipt.AsOf, forecast.Receipt.Deals, forecast.Receipt.Excluded, company);
        return data;
    }
}
