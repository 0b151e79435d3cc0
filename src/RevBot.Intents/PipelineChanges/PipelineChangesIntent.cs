using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.PipelineChanges;

/// <summary>"What changed since Monday?": how the pipeline came from what it was to what it is, step by step, with the deals of each.</summary>
public sealed class PipelineChangesIntent(QuestionReader questions) : IIntent
{
    public const string Name = "pipeline-changes";

    private const string MemoryKey = "changes.question";

    public IntentDescription Description { get; } = new(
        Name,
        "See what changed in the pipeline since a day: created, pulled in, upsized, downsized, pushed, lost and won",
        ["What changed since Monday?", "What changed in the EMEA pipeline this week?", "Pipeline changes last month for all dates"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await questions.ReadAsync(utterance.Text, context, cancellationToken);
        if (ChangeQuestion.Read(asked, questions) is { } question)
        {
            return new Recognition(.96, question);
        }

        // "And last week?", "only EMEA" behind it.
        return Last(context) is { } before && (asked.Reading is QuestionReading.Unclear { Score: Fragment.Score } || (FollowUpWords.HangsOn(asked.Text) && asked.Reading is not QuestionReading.Understood { Score: > Fragment.Score }))
            && (ChangeQuestion.Read(questions.ReadLike(asked, QuestionThread.Append(before, asked.Text)), questions) ?? (asked.Reading is QuestionReading.Unclear ? ChangeQuestion.Read(questions.ReadLike(asked, $"what changed {asked.Text}"), questions) : null)) is { } next
            ? new Recognition(.96, next)
            : null;
    }

    /// <summary>What was asked, when it was the last question: what was created is remembered for whoever points at its days, and nothing goes on from that.</summary>
    internal static string? Last(TurnContext context) =>
        context.Memory.Recall(MemoryKey, context.Now)?.Split('\n') is [var created, var thread] && created == context.Memory.Recall(AskIntent.MemoryKey, context.Now) ? thread : null;

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var question = (ChangeQuestion)call;
        return Task.FromResult<Reply>(question.Asked.Me is { } me ? Answer(question, new AskedText(me.Id, question.Asked.Now, question.Asked.IsAsOf, question.Asked.Text), context) : Refusal.Stranger(Name, context.Profile));
    }

    private static Reply.Say Answer(ChangeQuestion question, AskedText text, TurnContext context)
    {
        var asked = question.Asked;
        if (question.Query.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage or Dimension.StageGroup }))
        {
            return Refusal.Of(Name, "I follow the whole open pipeline from one moment to another, not one stage of it.", ["What changed since Monday?", "What changed this week?", "Pipeline by stage"]);
        }

        if (SightLimits.Refusal(question.Query.Filters, asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(Name, hidden, [], RefusalClass.Rights);
        }

        var seen = SightLimits.Countable(null, asked.Snapshot);
        var bridge = question.Query.Run(seen, asked.Company, asked.Now);
        var created = (text with { Text = question.Created.Text }).ToString();
        return new Reply.Say(SightLimits.Tell(ChangesCard.Of(question, bridge, text, ReaderClock.Of(context, asked.Company.Work)), seen))
        {
            DataWhenAsked = () => ChangesCard.Data(question, bridge),
            Audit = new AuditNote(AuditKind.Answer, Name, ChangesCard.Reading(question, bridge), bridge.ClosingDeals),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = created, [MemoryKey] = $"{created}\n{asked.Text.ReplaceLineEndings(" ")}" },
        };
    }
}
