using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Intents.Ask;
using RevBot.Intents.Wording;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Writes a reading in the short form of <c>questions.jsonl</c> and compares the two.</summary>
internal static class ExpectedReading
{
    public static JsonObject Of(QuestionReading? reading)
    {
        if (reading is not QuestionReading.Understood understood)
        {
            return new JsonObject { ["outcome"] = reading switch { null => "none", QuestionReading.Unclear => "clarify", _ => "refused" } };
        }

        var question = understood.Question;
        var node = new JsonObject { ["measure"] = question.Measure };
        if (understood.Shape == QuestionShape.DealList)
        {
            node["list"] = true;
        }

        if (question.Period is { } period)
        {
            node["period"] = question.PeriodIsDefault ? "default" : Dates(period);
        }

        if (question.Filters.Length > 0)
        {
            node["filters"] = new JsonArray([.. question.Filters.Select(filter => ReadingText.Filter(filter, "USD")).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]);
        }

        if (question.Breakdown.Length > 0)
        {
            node["by"] = string.Join(",", question.Breakdown.Select(DimensionText.Key));
        }

        if (question.CompareWith is { } with)
        {
            node["vs"] = Dates(with);
        }

        if (question.Ranking is { } ranking)
        {
            node["rank"] = (ranking.Highest ? "high" : "low") + (ranking.Count is { } count ? " " + count.ToString(CultureInfo.InvariantCulture) : string.Empty);
        }

        return node;
    }

    private static string Dates(Pipeline.Calendar.Period period) =>
        $"{period.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}..{period.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
