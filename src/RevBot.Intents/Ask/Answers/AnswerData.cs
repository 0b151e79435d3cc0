using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Answers;

/// <summary>The machine-readable answer: the same facts as the card, for <c>--json</c>.</summary>
internal static class AnswerData
{
    public static JsonObject Of(Answer answer, CompanyProfile company)
    {
        var question = answer.Question;
        var single = question.Ranking is { Count: 1 } && answer.Rows.Count > 0;
        var data = Start("ask", "answered", ReadingText.Of(question, answer.Metric, company.Currency));
        data["measure"] = answer.Metric.Id;
        data["value"] = Number(single ? answer.Rows[0].Value : answer.Value);
        data["unit"] = UnitOf(answer.Metric.Unit, answer.Metric, answer.Currency ?? company.Currency);
        if (single)
        {
            data["total"] = Number(answer.Value);
        }

        if (answer.NoData is { } nothing)
        {
            data["noData"] = nothing;
        }

        data["by"] = new JsonArray([.. question.Breakdown.Select(dimension => (JsonNode)DimensionText.Key(dimension))]);
        data["rank"] = RankOf(question.Ranking);
        data["rows"] = new JsonArray([.. answer.Rows.Select(row => (JsonNode)Row(row, question))]);
        if (answer.Range is { } range)
        {
            data["low"] = Number(range.Low);
            data["high"] = Number(range.High);
        }

        if (answer.Parts.Count > 0)
        {
            data["parts"] = new JsonArray([.. answer.Parts.Select(part => (JsonNode)Part(part, answer, company))]);
        }

        data["period"] = PeriodOf(question.Period, answer.Metric.Basis);
        if (question.CompareWith is { } with)
        {
            var compared = new JsonObject
            {
                ["value"] = Number(answer.Compared),
                ["delta"] = Number(answer.Value - answer.Compared),
                ["period"] = PeriodOf(with, answer.Metric.Basis),
            };
            if (answer.Change is { } change)
            {
                (compared["low"], compared["high"], compared["changed"]) = (Number(change.Low), Number(change.High), change.IsReal);
            }

            if (answer.Rows.Any(row => row.Change is not null))
            {
                compared["changedRows"] = new JsonArray([.. answer.Rows.Where(row => row.Change is { IsReal: true }).Select(row => (JsonNode)AnswerText.Label(row))]);
            }

            data["compared"] = compared;
        }

        AddReceipt(data, answer.Receipt.Filters, answer.Receipt.AsOf, answer.Receipt.Deals, answer.Receipt.Excluded, company);
        data["definition"] = new JsonObject { ["id"] = answer.Metric.Id, ["owner"] = answer.Receipt.Owner };
        return data;
    }

    public static JsonObject Clarify(string intent, string question, IEnumerable<Choice> choices)
    {
        var data = Start(intent, "clarify", null);
        data["question"] = question;
        data["choices"] = new JsonArray([.. choices.Select(choice => (JsonNode)new JsonObject { ["label"] = choice.Label, ["utterance"] = choice.Utterance })]);
        return data;
    }

    /// <param name="ground">Why, for the audit log.</param>
    public static JsonObject Refused(string intent, string reason, IEnumerable<string> suggestions, RefusalClass ground)
    {
        var data = Start(intent, "refused", null);
        data["class"] = AuditNote.NameOf(ground);
        data["reason"] = reason;
        data["suggestions"] = new JsonArray([.. suggestions.Select(suggestion => (JsonNode)suggestion)]);
        return data;
    }

    public static JsonObject Start(string intent, string outcome, string? reading) => new()
    {
        ["intent"] = intent,
        ["outcome"] = outcome,
        ["reading"] = reading,
    };

    public static void AddReceipt(JsonObject data, IEnumerable<DealFilter> filters, DateTimeOffset asOf, int deals, IEnumerable<Exclusion> excluded, CompanyProfile company)
    {
        data["filters"] = new JsonArray([.. filters.Select(filter => (JsonNode)ReadingText.Filter(filter, company.Currency))]);
        data["asOf"] = asOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        data["deals"] = deals;
        data["excluded"] = new JsonArray([.. excluded.Select(exclusion => (JsonNode)new JsonObject { ["reason"] = exclusion.Reason, ["deals"] = exclusion.Deals })]);
    }

    public static JsonObject? PeriodOf(Period? period, TimeBasis basis) => period is null ? null : new JsonObject
    {
        ["start"] = Day(period.Start),
        ["end"] = Day(period.End),
        ["basis"] = basis switch
        {
            TimeBasis.ExpectedClose => "expected_close",
            TimeBasis.Created => "created",
            TimeBasis.StageLeft => "stage_left",
            TimeBasis.DatePushed => "date_pushed",
            TimeBasis.Target => "target",
            TimeBasis.StageEntered => "stage_entered",
            TimeBasis.RevenueMonth => "revenue_month",
            _ => "closed",
        },
    };

    public static JsonNode? Number(decimal? value) => value is { } number ? JsonValue.Create(number) : null;

    /// <summary>"top 5", "highest" for the one, "highest first" for all in order, and their opposites.</summary>
    public static string? RankOf(Ranking? ranking) => ranking switch
    {
        null => null,
        { Count: > 1 } => $"{(ranking.Highest ? "top" : "bottom")} {ranking.Count}",
        { Count: 1 } => ranking.Highest ? "highest" : "lowest",
        _ => ranking.Highest ? "highest first" : "lowest first",
    };

    private static JsonNode? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string UnitOf(MetricUnit unit, Metric metric, string currency) => unit switch
    {
        MetricUnit.Money => currency,
        MetricUnit.MoneyPerDay => $"{currency}_per_day",
        MetricUnit.Count => CountText.Plural(metric.Counted ?? metric.Thing),
        MetricUnit.Share => "share",
        MetricUnit.Days => "days",
        MetricUnit.BusinessDays => "business_days",
        MetricUnit.BusinessHours => "business_hours",
        MetricUnit.Months => "months",
        _ => "ratio",
    };

    private static JsonObject Part(AnswerPart part, Answer answer, CompanyProfile company)
    {
        var node = new JsonObject
        {
            ["title"] = part.Title,
            ["value"] = Number(part.Value),
            ["unit"] = UnitOf(part.Unit, answer.Metric, answer.Currency ?? company.Currency),
        };
        if (answer.Question.CompareWith is not null)
        {
            node["compared"] = Number(part.Compared);
        }

        if (part.Moved is { } moved)
        {
            node["moved"] = Number(moved);
        }

        return node;
    }

    private static JsonObject Row(AnswerRow row, Question question)
    {
        var node = new JsonObject();
        for (var index = 0; index < row.Keys.Count; index++)
        {
            node[DimensionText.Key(question.Breakdown[index])] = DimensionText.Label(row.Keys[index]);
        }

        node["value"] = Number(row.Value);
        if (row is { Value: null, Instead: { } instead })
        {
            node["instead"] = instead;
        }

        if (row.Share is { } share)
        {
            node["share"] = Number(share);
        }

        node["deals"] = row.Deals;
        if (question.CompareWith is not null)
        {
            node["compared"] = Number(row.Compared);
        }

        return node;
    }
}
