using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Help;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.StalledDeals;

/// <summary>"What's stuck?": the same deals, evidence and cards that the nightly alert tells, asked for.</summary>
public sealed partial class StalledDealsIntent(IAlertStore alerts, QuestionReader questions) : IIntent
{
    public const string IntentName = "stalled-deals";

    /// <summary>What was asked last: "just EMEA" then asks for those of EMEA.</summary>
    internal const string MemoryKey = "stalled.question";

    private static readonly string[] Others = ["bookings.", "losses.", "win_rate.", "quota.", "forecast.", "leads.", "aging.", "velocity.", "conversion.", "deals.average"];

    public IntentDescription Description { get; } = new(
        IntentName,
        "See which deals sit in their stage longer than history says, and what to do about them",
        ["what's stuck?", "stalled deals in EMEA", "which deals are sitting too long in proposal", "my stuck deals"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (CourtesyWords.KindOf(utterance.Normalized) is "help")
        {
            // "I'm stuck, help".
            return null;
        }

        var text = await questions.MeantAsync(utterance, context, cancellationToken) is { } meant && StallSearch.Stuck().IsMatch(meant.Normalized) ? meant.Text
            : StallSearch.Stuck().IsMatch(utterance.Normalized) ? utterance.Text : null;
        if (text is not null)
        {
            return (await questions.ReadAsync(utterance.Text, context, cancellationToken)).Reading is var reading && (SaysHowLong(reading) || AsksForFigure(reading)) ? null : new Recognition(.93, new StallPage(0, QuestionThread.Plain(text)));
        }

        if (context.Memory.Recall(MemoryKey, context.Now) is not { } before || context.Memory.Recall(AskIntent.MemoryKey, context.Now) is not null)
        {
            return null;
        }

        var asked = await questions.ReadAsync(utterance.Text, context, cancellationToken);
        return Again().IsMatch(utterance.Normalized) ? new Recognition(.9, new StallPage(0, before))
            : (asked.Reading is QuestionReading.Unclear { Score: Fragment.Score } || (FollowUpWords.HangsOn(asked.Text) && asked.Reading is not QuestionReading.Understood { Shape: QuestionShape.Figure, Score: > Fragment.Score })) && StallScope.GoesOn(asked, questions, asked.Text)
                ? new Recognition(.96, new StallPage(0, QuestionThread.Append(before, asked.Text))) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (page, text) = (StallPage)call;
        var (asked, thread) = (await questions.ReadAsync(text, context, cancellationToken), QuestionThread.Split(text));
        if (asked.Me is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var scope = StallSearch.ScopeOf(asked, questions, thread);
        if (scope.Unclear is { } unclear)
        {
            return new Reply.Clarify(unclear.Question, unclear.Choices) { Data = AnswerData.Clarify(IntentName, unclear.Question, unclear.Choices) };
        }

        if (SightLimits.Refusal(scope.Filters, asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(IntentName, hidden, [], RefusalClass.Rights);
        }

        var (snapshot, profile) = (asked.Snapshot, asked.Company);
        var (report, stalls) = StallSearch.Find(scope, asked);
        var marks = await alerts.GetMarksAsync(StallCards.Kind, cancellationToken);
        return new Reply.Say(SightLimits.Tell(StalledDealsCard.Of(stalls, scope, report, marks, snapshot, profile, new StallPage(page, text), ReaderClock.Of(context, profile.Work)), snapshot))
        {
            // "Show me the deals" would otherwise list those of the question before.
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null, [MemoryKey] = text },
            Data = StalledDealsCard.Data(stalls, scope, report, snapshot, profile),
        };
    }

    /// <summary>"Stuck over 60 days" is a list of deals; what history says of their stages is not asked.</summary>
    private static bool SaysHowLong(QuestionReading? reading) =>
        (reading is QuestionReading.Understood { Question.Filters: var filters } && filters.Any(IsOfTime)) || (reading is QuestionReading.Refused { Nearest.Filters: var near } && near.Any(IsOfTime));

    /// <summary>"I'm stuck in traffic, bookings this month", "how stale is the pipe? Median age": a figure is named, of which being stuck says nothing.</summary>
    private static bool AsksForFigure(QuestionReading? reading) =>
        (reading is QuestionReading.Understood { Question.Measure: var measure } && IsOther(measure)) || (reading is QuestionReading.Refused { Nearest.Measure: var near } && IsOther(near))
        || (reading is QuestionReading.Understood { Shape: QuestionShape.Figure, Question: { Measure: "pipeline.open_amount", Filters: var filters } } && filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage }));

    private static bool IsOther(string measure) => Array.Exists(Others, other => measure.StartsWith(other, StringComparison.Ordinal));

    private static bool IsOfTime(DealFilter filter) => filter is DealFilter.InStageLonger or DealFilter.OpenLonger or DealFilter.Untouched or DealFilter.Pushed || (filter is DealFilter.AnyOf any && any.Parts.Any(IsOfTime));

    /// <summary>What the card of stalled deals says anyway: how many they are, and whose.</summary>
    [GeneratedRegex(@"^(?:and |so |ok |okay |but )*(?:how many(?: (?:are (?:there|they|those|these)|is that|in total))?|how much (?:is|are) (?:that|they|it|those|these|all of them)(?: worth)?(?: (?:together|in total|altogether))?|what(?:'s| is| are) (?:that|they|it|those|these) worth(?: (?:together|in total|altogether))?|total(?: value| amount)?|whose(?: (?:are (?:they|those|these)|deals(?: are (?:they|those|these))?))?|who (?:owns|has) (?:them|those|these)|list(?: them| those)?|show(?: me)?(?: them| those| it)?(?: again)?|which ones|which)$", RegexOptions.CultureInvariant)]
    private static partial Regex Again();
}
