using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Bridge;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.PipelineChanges;

/// <summary>Shows a bridge: both ends, every step with its deals, and what was looked at.</summary>
internal static class ChangesCard
{
    public static Card Of(ChangeQuestion question, PipelineBridge bridge, AskedText text, ReaderClock clock)
    {
        var currency = question.Asked.Company.Currency;
        var difference = bridge.Closing - bridge.Opening;
        var headline = difference == 0 && bridge.Steps.All(step => step.Deals.Count == 0)
            ? $"Nothing changed: the pipeline is {MoneyText.Exact(bridge.Closing, currency)}."
            : $"The pipeline went from {MoneyText.Exact(bridge.Opening, currency)} to {MoneyText.Exact(bridge.Closing, currency)} ({Signed(difference, currency)})";
        List<IReadOnlyList<string>> rows =
        [
            ["Opening", CountText.Number(bridge.OpeningDeals), MoneyText.Exact(bridge.Opening, currency)],
            .. bridge.Steps.Where(step => IsTold(step, bridge)).Select(step => (IReadOnlyList<string>)[Title(step.Kind), CountText.Number(step.Deals.Count), Signed(step.Amount, currency)]),
            ["Closing", CountText.Number(bridge.ClosingDeals), MoneyText.Exact(bridge.Closing, currency)],
        ];
        List<CardElement> elements =
        [
            new CardElement.Heading(Reading(question, bridge)),
            new CardElement.Paragraph(headline, TextTone.Strong),
            new CardElement.Table([new TableColumn("Step"), new TableColumn("Deals", true), new TableColumn("Amount", true)], rows),
        ];
        if (bridge.Steps.Any(step => step.Amount != 0))
        {
            elements.Add(new CardElement.Bars("What moved it", [.. bridge.Steps.Where(step => step.Amount != 0).Select(step => new Bar(Title(step.Kind), Math.Abs(step.Amount), Signed(step.Amount, currency)))]));
        }

        elements.Add(new CardElement.Note(Receipt(question, bridge, clock)));
        var buttons = bridge.Steps.Where(step => step.Deals.Count > 0)
            .Select(step => new CardButton($"{Title(step.Kind)} ({CountText.Number(step.Deals.Count)})", ChangedDealsAction.Id, (text with { Text = $"{step.Kind}:{text.Text}" }).ToString()));
        return new Card(headline, elements, [.. buttons.Where(button => button.Value.Length <= AskedText.ButtonLimit)]);
    }

    public static JsonObject Data(ChangeQuestion question, PipelineBridge bridge)
    {
        var company = question.Asked.Company;
        var data = AnswerData.Start(PipelineChangesIntent.Name, "answered", Reading(question, bridge));
        data["unit"] = company.Currency;
        data["period"] = Days(question.Days, "changed");
        data["window"] = bridge.Window is { } window ? Days(window, "expected_close") : null;
        data["opening"] = new JsonObject { ["value"] = bridge.Opening, ["deals"] = bridge.OpeningDeals };
        data["steps"] = new JsonArray([.. bridge.Steps.Select(step => (JsonNode)new JsonObject { ["step"] = Key(step.Kind), ["value"] = step.Amount, ["deals"] = step.Deals.Count })]);
        data["closing"] = new JsonObject { ["value"] = bridge.Closing, ["deals"] = bridge.ClosingDeals };
        AnswerData.AddReceipt(data, question.Query.Filters, question.Asked.Now, bridge.ClosingDeals, bridge.Excluded, company);
        return data;
    }

    /// <summary>"Created", "Pulled in".</summary>
    public static string Title(BridgeStepKind kind) => kind == BridgeStepKind.PulledIn ? "Pulled in" : kind.ToString();

    public static string Reading(ChangeQuestion question, PipelineBridge bridge) =>
        $"Changes of the open pipeline{string.Concat(question.Query.Filters.Select(filter => ", " + ReadingText.Filter(filter, question.Asked.Company.Currency)))}"
        + $"{(bridge.Window is { } window ? $", closing {PeriodText.Dates(window)}" : "")}, {PeriodText.Dates(question.Days)}";

    private static string Receipt(ChangeQuestion question, PipelineBridge bridge, ReaderClock clock)
    {
        var parts = new List<string>
        {
            $"from {clock.Moment(bridge.From)} to {clock.Moment(bridge.To)}{(question.IsDefault ? " (a week back: no day was named)" : "")}",
            bridge.Window is null ? "deals of all close dates" : "pulled in and pushed are about the quarter looked at; say “all dates” for the whole pipeline",
            "created counts reopened deals too",
            "won, lost and pushed at the amount the deals had at the opening",
        };
        if (question.Query.Filters.Length > 0)
        {
            parts.Add("filtered by what the deals are now");
        }

        if (bridge.IsConverted)
        {
            parts.Add($"both ends in {question.Asked.Company.Currency} at the rates of the closing");
        }

        parts.AddRange(bridge.Excluded.Select(exclusion => LeftOutText.Of(exclusion)));
        return string.Join(" · ", parts);
    }

    /// <summary>Pulled in and pushed are no words for a pipeline of all dates.</summary>
    private static bool IsTold(BridgeStep step, PipelineBridge bridge) =>
        bridge.Window is not null || step.Deals.Count > 0 || step.Kind is not (BridgeStepKind.PulledIn or BridgeStepKind.Pushed);

    private static string Key(BridgeStepKind kind) => kind == BridgeStepKind.PulledIn ? "pulled_in" : kind.ToString().ToLowerInvariant();

    private static string Signed(decimal amount, string currency) => $"{(amount > 0 ? "+" : amount < 0 ? "-" : "")}{MoneyText.Exact(Math.Abs(amount), currency)}";

    private static JsonObject Days(Period period, string basis) => new()
    {
        ["start"] = period.Start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["end"] = period.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["basis"] = basis,
    };
}
