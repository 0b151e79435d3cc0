using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Definitions;
using RevBot.Intents.Leakage;
using RevBot.Intents.ListDeals;
using RevBot.Intents.PipelineChanges;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Goes on from the last question: "and last quarter?", "only EMEA", "by rep", "top 3", "show me the deals", "why?". The new reading is shown with its answer, so nothing is carried on unseen.</summary>
public sealed partial class FollowUpIntent(QuestionReader reader, NearQuestions near, MetricCatalog catalog, QuestionAnswers answers, DealListQuery deals, DefineTermIntent definitions, LeakageIntent leakage) : IIntent
{
    public const string Name = "follow-up";

    public IntentDescription Description { get; } = new(
        Name, "Ask on from an answer: another period, part, split or order, its deals, or where it comes from", ["and last quarter?", "only EMEA", "by rep", "show me the deals"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Memory.Recall(AskIntent.MemoryKey, context.Now) is not { } remembered || AskedText.Parse(remembered) is not { } text || PipelineChangesIntent.Last(context) is not null || QuestionThread.TurnsAway(utterance.Text))
        {
            return null;
        }

        var said = await reader.ReadAsync(utterance.Text, context, cancellationToken);
        var last = reader.ReadLike(said, text.Text);
        if (said.Me is null || last.Reading is not QuestionReading.Understood { Question: var question } || catalog.Find(question.Measure) is not { } metric)
        {
            return null;
        }

        if (Origin().IsMatch(utterance.Normalized) && !(ComesFrom().IsMatch(utterance.Normalized) && MeasureIds.CountOf(question.Measure) is not null))
        {
            return new Recognition(.96, new OriginCall(metric, said.Company.Work.DateAt(said.Now)));
        }

        if (Why().IsMatch(utterance.Normalized))
        {
            return new Recognition(.96, question.Measure.StartsWith("losses.", StringComparison.Ordinal) && reader.Continue(last, reader.ReadLike(said, "by loss reason")) is { } reasons
                ? reasons
                : new WhyCall(last, question, metric));
        }

        if (Backwards().IsMatch(utterance.Normalized) && QuestionThread.Split(text.Text) is { Count: > 1 } thread && reader.ReadLike(said, QuestionThread.Join(thread[..^1])) is { Reading: QuestionReading.Understood } before)
        {
            // Surer than that “go back” is said of nothing.
            return new Recognition(.975, before);
        }

        if (Sum().IsMatch(utterance.Normalized) && last.Reading is QuestionReading.Understood { Shape: QuestionShape.DealList })
        {
            said = reader.ReadLike(said, "how much is that");
        }

        if (Listing().IsMatch(utterance.Normalized))
        {
            said = reader.ReadLike(said, "show those");
        }

        if (Both().IsMatch(utterance.Normalized) && BothOf(last, utterance.Normalized.Contains("compare", StringComparison.Ordinal) || utterance.Normalized.Contains(" side by side", StringComparison.Ordinal) || utterance.Normalized.Contains("each other", StringComparison.Ordinal)) is { } both)
        {
            said = reader.ReadLike(said, both);
        }

        if (reader.Continue(last, said) is not { Reading: { } reading } whole)
        {
            return null;
        }

        // "Only EMEA" after the leaks asks for those of EMEA; another split or measure is a figure.
        return context.Memory.Recall(LeakageIntent.MemoryKey, context.Now) == remembered
            && reading is QuestionReading.Understood { Shape: QuestionShape.Figure, Question: var merged } && merged.Measure == question.Measure && merged.Breakdown.SequenceEqual(question.Breakdown)
            ? new Recognition(reading.Score, new LeakCall(whole))
            : new Recognition(reading.Score, whole);
    }

    /// <summary>"Both of them": what was asked of one and then of another, of the two.</summary>
    private string? BothOf(AskedQuestion last, bool compares)
    {
        var thread = QuestionThread.Split(last.Text);
        if (thread.Count < 2 || last.Reading is not QuestionReading.Understood { Question: var second } || reader.ReadLike(last, QuestionThread.Join(thread[..^1])).Reading is not QuestionReading.Understood { Question: var first })
        {
            return null;
        }

        var pairs = second.Filters.OfType<DealFilter.In>().Where(filter => !filter.Negated).Select(filter => (Now: filter, Then: first.Filters.OfType<DealFilter.In>().FirstOrDefault(other => other.Dimension == filter.Dimension && !other.Negated && !other.Values.SequenceEqual(filter.Values)))).Where(pair => pair.Then is not null).ToList();
        return pairs is [var (now, then)] && then is not null ? string.Join(compares ? " vs " : " and ", then.Values.Concat(now.Values).Distinct().Select(value => $"\"{value.Label}\"")) : null;
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) =>
        call is LeakCall leak ? leakage.HandleAsync(leak.Asked, context, cancellationToken) : Task.FromResult(Answer(call, context));

    private Reply Answer(object call, TurnContext context) => call switch
    {
        OriginCall origin => definitions.Explain(origin.Metric, origin.Today),
        WhyCall why => WhereInstead(why),
        AskedQuestion { Reading: QuestionReading.Understood { Shape: QuestionShape.DealList }, Me: { } me } asked => deals.Page(asked, new AskedText(me.Id, asked.Now, asked.IsAsOf, asked.Text), context),
        AskedQuestion { Me: { } me } asked => answers.Of(asked, me.Id, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Reply WhereInstead(WhyCall why)
    {
        var question = $"I can't say why, only where: shall I split the {why.Metric.Title.ToLowerInvariant()}?";
        List<Choice> choices = [.. near.Splits(why.Asked, why.Question).Select(whole => new Choice(whole, whole))];
        return choices.Count > 0
            ? new Reply.Clarify(question, choices) { Data = AnswerData.Clarify(Name, question, choices) }
            : Refusal.Of(Name, "I can't say why, only where.", near.For(why.Asked, why.Question));
    }

    [GeneratedRegex(@"^(?:and |but |ok |so )*(?:where (?:does|do|did) (?:that|this|the|these|those)(?: numbers?| figures?)? come from|(?:(?:can|could|would|will) you )?(?:please |pls )?explain(?: (?:it|that|this|the (?:number|figure|calculation|result|answer)|this number|that number))?(?: to me)?|what(?:'s| is|s| was) (?:included|counted|in)(?: (?:in )?(?:that|this|it|here))?|how (?:did|do) you (?:get to|get|compute|calculate|work out|arrive at|come up with) (?:that|this|it)|how (?:(?:is|was) (?:that|this|it) (?:calculated|computed|worked out|defined))|what(?:'s| is) (?:that|this) based on|what (?:does|do) (?:that|this|it|those) mean|says who|who says(?: so)?|are you sure|is (?:that|this) (?:right|correct|true))(?: number| figure)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(?:(?:and|but|ok|so|then) )*(?:why|why (?:is|was|are|were|did|has|have) (?:that|it|this|they|those|we)(?: (?:so|that|this|too|as|been|gone|got))*(?: (?:low|high|bad|good|poor|weak|much|many|few|little|slow|long|short|down|up|worse|better|drop|dropped|fall|fallen|happen|happened|change|changed))?|why's that|why though|how come|for what reason|(?:what(?:'s| is| was|s| are| were)? )?(?:the |main |top |its |their )*reasons?(?: (?:for|behind) (?:that|this|it))?|what(?:'s| is|s| was| has been)? (?:driving|causing|behind|moving|explaining|explains|explained|drives|drove|caused|causes|made|makes) (?:that|this|it|the (?:change|difference|drop|rise|increase|decrease|number|fall|jump|gap))|what happened|why so (?:low|high|many|few|much|little))$", RegexOptions.CultureInvariant)]
    private static partial Regex Why();

    [GeneratedRegex(@"^(?:(?:and|ok|okay|so|now|for|of|show|give me|what about|how about|then) )*(?:both(?: \w+s)?|compare (?:the two|them|both|those|these)|(?:put|set|see|lay|view|display) (?:the two|them|both|those|these) (?:side by side|next to each other|against each other|together)|both of (?:them|those|these)|the two(?: of them)?|the pair|them both|all of them|them together|these two|those two)(?: (?:together|combined|in total|please|pls|then))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    /// <summary>Of money and deals it asks for their sources, where no number is spoken of.</summary>
    [GeneratedRegex(@"^(?:and |but |ok |so )*where (?:does|do|did) (?:that|this|these|those) come from$", RegexOptions.CultureInvariant)]
    private static partial Regex ComesFrom();

    /// <summary>What was counted or summed, one by one.</summary>
    [GeneratedRegex(@"^(?:(?:and|ok|okay|so|now|just|then|please|pls|show|give|gimme|me|the|a|can|could|i|we|you|see|have|get|as|in|let) )*(?:list|names|details|names and amounts|list view|the lot|(?<=^(?:(?:and|ok|okay|now|please|pls|just|can|could|you) )*)(?:show me|show|let me see|lets see|let's see))(?: (?:please|pls|then|now|view))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    [GeneratedRegex(@"^(?:and |so |ok |what(?:'s| is|s) |give me |in |the |a )*(?:total|sum|total value|total amount|grand total|combined value|altogether|worth)(?: (?:of (?:that|those|them)|please|pls|in total))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    /// <summary>"Go back", "undo that": the answer before this one.</summary>
    [GeneratedRegex(@"^(?:(?:ok|okay|no|now|please|pls|and|actually|let's|can you|could you) )*(?:go(?:ing)? back|back|step back|back up|undo|undo (?:that|it|this|the last (?:step|one|change|filter|thing))|revert(?: (?:that|it))?|as before|like before|as it was|(?:back )?to (?:how it was|the one before|before)|(?:the )?previous (?:answer|result|question|view)(?: again)?)(?: (?:please|pls|again|one|a step|one step))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Backwards();

    private sealed record LeakCall(AskedQuestion Asked);

    private sealed record OriginCall(Metric Metric, DateOnly Today);

    private sealed record WhyCall(AskedQuestion Asked, Question Question, Metric Metric);
}
