using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Help;

/// <summary>Says what a measure means here: "what do we mean by win rate?", "how is sales cycle calculated?".</summary>
public sealed partial class DefineTermIntent(MetricCatalog catalog, ICompany company) : IIntent
{
    public const string Name = "define-term";

    public IntentDescription Description { get; } = new(
        Name,
        "Says what a measure means here, how it is computed and who answers for it",
        ["What do we mean by win rate?", "Define bookings", "How is sales cycle calculated?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var match = Asked().Match(utterance.Normalized);
        var term = match.Success ? WordSplitter.KeyOf(match.Groups["term"].Value) : null;
        var metric = term is null ? null : catalog.Metrics.FirstOrDefault(metric =>
            WordSplitter.KeyOf(metric.Title) == term || metric.Id == match.Groups["term"].Value || metric.Synonyms.Any(synonym => WordSplitter.KeyOf(synonym) == term));
        return ValueTask.FromResult(metric is null ? null : new Recognition(.95, metric));
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var metric = (Metric)call;
        var owner = company.Profile.MetricOwners.GetValueOrDefault(metric.Id)
            ?? company.Profile.MetricOwners.GetValueOrDefault(metric.Id[..Math.Max(metric.Id.IndexOf('.', StringComparison.Ordinal), 0)])
            ?? company.Profile.DefaultMetricOwner;
        List<Fact> facts = [new("Formula", metric.Formula), new("Owner", owner), new("Id", metric.Id)];
        facts.AddRange(metric.Bands.Select(band => new Fact(char.ToUpperInvariant(band.Word[0]) + band.Word[1..], band.SoWhat)));
        var data = AnswerData.Start(Name, "answered", $"Definition of {metric.Title}");
        data["definition"] = new System.Text.Json.Nodes.JsonObject { ["id"] = metric.Id, ["owner"] = owner, ["text"] = metric.Definition, ["formula"] = metric.Formula };
        return Task.FromResult<Reply>(new Reply.Say(new Card(metric.Definition, new CardElement.Heading(metric.Title), new CardElement.Paragraph(metric.Definition), new CardElement.FactList(facts))) { Data = data });
    }

    [GeneratedRegex(
        @"^(?:so |and |please )?(?:what do (?:we|you) mean by|what is meant by|define|definition of|what(?:'s| is) the definition of|what(?:'s| is) our definition of|how do we define|how is|how are|how do we (?:calculate|compute|measure)|what does|explain|who owns(?: the metric)?) (?:the |a |our |an )?(?<term>.+?)(?: (?:calculated|computed|defined|measured|mean|means|mean here|stand for|worked out))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
