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
        "Ask what a measure means here, how it is computed and who answers for it",
        ["What do we mean by win rate?", "Define bookings", "How is sales cycle calculated?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var match = Asked().Match(utterance.Normalized);
        var metric = match.Success ? Named(match.Groups["term"].Value) : null;
        return ValueTask.FromResult(metric is null ? null : new Recognition(.95, metric));
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) => Task.FromResult(Explain((Metric)call));

    /// <summary>The metric as its catalogue entry says it.</summary>
    internal Reply Explain(Metric metric)
    {
        var owner = company.Profile.MetricOwners.GetValueOrDefault(metric.Id)
            ?? company.Profile.MetricOwners.GetValueOrDefault(metric.Id[..Math.Max(metric.Id.IndexOf('.', StringComparison.Ordinal), 0)])
            ?? company.Profile.DefaultMetricOwner;
        List<Fact> facts = [new("Formula", metric.Formula), new("Owner", owner), new("Id", metric.Id)];
        facts.AddRange(metric.Bands.Select(band => new Fact(char.ToUpperInvariant(band.Word[0]) + band.Word[1..], band.SoWhat)));
        var data = AnswerData.Start(Name, "answered", $"Definition of {metric.Title}");
        data["term"] = metric.Title;
        data["definition"] = new System.Text.Json.Nodes.JsonObject { ["id"] = metric.Id, ["owner"] = owner, ["text"] = metric.Definition, ["formula"] = metric.Formula };
        return new Reply.Say(new Card(metric.Definition, new CardElement.Heading(metric.Title), new CardElement.Paragraph(metric.Definition), new CardElement.FactList(facts))) { Data = data };
    }

    private Metric? Named(string words)
    {
        var term = WordSplitter.KeyOf(words);
        return catalog.Metrics.FirstOrDefault(metric => WordSplitter.KeyOf(metric.Title) == term || metric.Id == words || metric.Synonyms.Any(synonym => WordSplitter.KeyOf(synonym) == term));
    }

    [GeneratedRegex(
        @"^(?:so |and |please )?(?:what do (?:we|you) mean by|what is meant by|define|definition of|what(?:'s| is) the definition of|what(?:'s| is) our definition of|how do we define|how is|how are|how do we (?:calculate|compute|measure)|what does|explain|who owns(?: the metric)?|who is responsible for|what counts as|what counts towards|what goes into|where does|where do) (?:the |a |our |an )?(?<term>.+?)(?: (?:calculated|computed|defined|measured|mean|means|mean here|stand for|worked out|number|figure|metric|definition|come from|numbers come from|number come from|figures come from))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
