using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Definitions;

/// <summary>Lists what can be measured: "which metrics do you have?".</summary>
public sealed partial class ListMetricsIntent(MetricCatalog catalog, ICompany company) : IIntent
{
    public const string Name = "list-metrics";

    public IntentDescription Description { get; } = new(Name, "See everything I can measure", ["What can you measure?", "Which metrics do you have?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Asked().IsMatch(utterance.Normalized) ? new Recognition(.98, utterance) : null);

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var list = new MetricList(catalog, company.Profile);
        var summary = $"I can measure {list.Metrics.Count} things.";
        List<CardElement> elements =
        [
            new CardElement.Paragraph(summary, TextTone.Strong),
            new CardElement.FactList([.. list.Families().Select(family => new Fact(family.Title, string.Join(", ", family.Metrics.Select(metric => metric.Title))))]),
            new CardElement.Note("Ask for any of them by anything and for any period; “what do we mean by win rate?” says how one is computed and who answers for it."),
        ];
        var data = AnswerData.Start(Name, "answered", "Everything that can be measured");
        data["metrics"] = list.ToJson();
        return Task.FromResult<Reply>(new Reply.Say(new Card(summary, elements, [])) { Data = data });
    }

    [GeneratedRegex(
        @"^(?:so |and |please |pls |hey |ok )*(?:"
        + @"(?:what|which)(?: other| all| kinds? of| sorts? of| types? of| kind of)? (?:metrics?|kpis?|measures?|numbers?|figures?|stats|statistics|indicators)(?: all)? (?:do|can|could|are|does|have|you|is|exist).*"
        + @"|(?:list|show|show me|give|give me|tell me|display|name)(?: a list of| all of| all| every| each| the| your| what| which| available)* (?:metrics?|kpis?|measures)(?: (?:you|there|that|we|available|i|supported|can|in).*)?"
        + @"|what (?:all )?(?:can|could|do) you (?:measure|calculate|compute|track|report|report on|quantify|count)(?: for (?:me|us))?"
        + @"|(?:metrics?|kpis?)(?: catalog(?:ue)?| list| overview)?|(?:metric|kpi) (?:catalog(?:ue)?|list)|(?:catalog(?:ue)?|list) of (?:all )?(?:the )?(?:metrics|kpis)"
        + @"|what(?:'s| is| are)(?: all)?(?: the| your)?(?: available)? (?:metrics|kpis|metric catalog(?:ue)?)(?: available| you have| there are)?"
        + @")$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
