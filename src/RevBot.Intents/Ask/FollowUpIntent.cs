using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Help;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>"And last quarter?", "why?", "where does that number come from?" after an answer: the number's definition, or the whole question that is probably meant, to be agreed to. Nothing is carried on unasked.</summary>
public sealed partial class FollowUpIntent(QuestionReader reader, NearQuestions near, MetricCatalog catalog, DefineTermIntent definitions) : IIntent
{
    public const string Name = "follow-up";

    public IntentDescription Description { get; } = new(Name, "Ask on after an answer: where its number comes from, or the same for another period or part", ["where does that number come from?", "and last quarter?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var origin = Origin().IsMatch(utterance.Normalized);
        var more = More().Match(utterance.Normalized);
        if ((!origin && !more.Success && !Why().IsMatch(utterance.Normalized))
            || context.Memory.Recall(AskIntent.MemoryKey, context.Now) is not { } remembered
            || AskedText.Parse(remembered) is not { } text
            || await reader.ReadAgainAsync(text, cancellationToken) is not { Reading: QuestionReading.Understood { Question: var last } } asked
            || catalog.Find(last.Measure) is not { } metric)
        {
            return null;
        }

        // Somebody else may have asked before in a shared thread; "my" is the speaker's.
        var me = (await reader.ReadAsync(utterance.Text, context, cancellationToken)).Me;
        return me is null ? null
            : new Recognition(.65, new FollowUpCall(asked with { Me = me }, last, metric, origin, more.Success ? utterance.Plain[more.Groups["words"].Index..] : null));
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var said = (FollowUpCall)call;
        return Task.FromResult(said switch
        {
            { AsksForOrigin: true } => definitions.Explain(said.Metric),
            { Words: { } words } => Offer("I don't carry a question on to the next one yet. Do you mean this?", near.Continuing(said.Asked, said.Last, words), said),
            _ => Offer($"I can't say why, only where: shall I split the {said.Metric.Title.ToLowerInvariant()}?", near.Splits(said.Asked, said.Last), said),
        });
    }

    private Reply Offer(string question, IReadOnlyList<string> questions, FollowUpCall said)
    {
        List<Choice> choices = [.. questions.Select(whole => new Choice(whole, whole))];
        return choices.Count > 0
            ? new Reply.Clarify(question, choices) { Data = AnswerData.Clarify(Name, question, choices) }
            : Refusal.Of(Name, "I don't carry a question on to the next one yet. Please ask the whole of it.", near.For(said.Asked, said.Last));
    }

    [GeneratedRegex(@"^(?:and |but |ok |so )*(?:where (?:does|do|did) (?:that|this|the|these|those)(?: numbers?| figures?)? come from|how (?:did you (?:get|compute|calculate|work out) (?:that|this|it)|(?:is|was) (?:that|this|it) (?:calculated|computed|worked out|defined))|what(?:'s| is) (?:that|this) based on|says who|who says(?: so)?|are you sure|is (?:that|this) (?:right|correct|true))(?: number| figure)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(?:(?:and|but|ok|so|then) )*(?:why|why is that|why's that|how come|what happened|why so (?:low|high|many|few|much|little))$", RegexOptions.CultureInvariant)]
    private static partial Regex Why();

    [GeneratedRegex(@"^(?:(?:and|but|ok|so|then|or|now)[, ]+)*(?:(?:and|what about|how about|only|just|same(?: thing)?(?: but)?|now|or) )(?<words>.{2,80})$|^(?<words>(?:by|per|for|in|vs|compared with|compared to|without|excluding) .{2,80})$", RegexOptions.CultureInvariant)]
    private static partial Regex More();

    private sealed record FollowUpCall(AskedQuestion Asked, Question Last, Metric Metric, bool AsksForOrigin, string? Words);
}
