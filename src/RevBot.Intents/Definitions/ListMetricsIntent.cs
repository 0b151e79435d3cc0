using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Help;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Definitions;

/// <summary>Lists what can be measured: "which metrics do you have?".</summary>
public sealed class ListMetricsIntent(MetricCatalog catalog, ICompany company, QuestionReader questions) : IIntent
{
    public const string Name = "list-metrics";

    public IntentDescription Description { get; } = new(Name, "See everything I can measure", ["What can you measure?", "Which metrics do you have?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        CapabilityWords.AskForMetrics(utterance) || (await questions.MeantAsync(utterance, context, cancellationToken) is { } meant && CapabilityWords.AskForMetrics(meant)) ? new Recognition(.98, utterance) : null;

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
}
