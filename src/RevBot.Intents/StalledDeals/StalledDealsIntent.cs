using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.StalledDeals;

/// <summary>"What's stuck?": the same deals, evidence and cards that the nightly alert tells, asked for.</summary>
public sealed partial class StalledDealsIntent(IPipelineReader reader, IAlertStore alerts, ICompany company, NameDirectory names, QuestionReader questions) : IIntent
{
    public const string IntentName = "stalled-deals";

    /// <summary>What was asked last: "just EMEA" then asks for those of EMEA.</summary>
    private const string MemoryKey = "stalled.question";

    private static readonly string[] Others = ["bookings.", "losses.", "win_rate.", "quota.", "forecast.", "leads.", "aging.", "velocity.", "conversion.", "deals.average"];

    public IntentDescription Description { get; } = new(
        IntentName,
        "See which deals sit in their stage longer than history says, and what to do about them",
        ["what's stuck?", "stalled deals in EMEA", "which deals are sitting too long in proposal", "my stuck deals"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        await questions.SpeltAsync(utterance, context, cancellationToken) is var meant && Stuck().IsMatch(meant.Normalized)
            ? (await questions.ReadAsync(utterance.Text, context, cancellationToken)).Reading is var reading && (SaysHowLong(reading) || AsksForFigure(reading)) ? null : new Recognition(.93, new StallPage(0, meant.Text))
            : context.Memory.Recall(MemoryKey, context.Now) is { } shown && context.Memory.Recall(AskIntent.MemoryKey, context.Now) is null && Again().IsMatch(utterance.Normalized) ? new Recognition(.9, new StallPage(0, shown))
            : context.Memory.Recall(MemoryKey, context.Now) is { } before && context.Memory.Recall(AskIntent.MemoryKey, context.Now) is null && (await questions.ReadAsync(utterance.Text, context, cancellationToken)).Reading is QuestionReading.Unclear { Score: Fragment.Score }
                ? new Recognition(.9, new StallPage(0, $"{before} {utterance.Text}")) : null;

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (page, text) = (StallPage)call;
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(context.Turn.AsOf, cancellationToken);
        var person = People.PersonOf(context.Profile, snapshot);
        var scope = StallScope.Read(Stuck().Replace(text, match => Own().IsMatch(match.Value) ? " my " : " "), names.For(snapshot, profile), person);
        var words = scope.WordsIn(profile.Currency);
        var report = StallDetector.Detect(snapshot, profile, context.Now);
        var stalls = report.Stalls.Where(stall => snapshot.Find(stall.Deal) is { } deal && scope.Holds(deal, deal.Amount is { } amount ? profile.Rates.Convert(amount, profile.Work.DateAt(context.Now)) : null, snapshot)).ToList();
        var marks = await alerts.GetMarksAsync(StallCards.Kind, cancellationToken);
        return new Reply.Say(StalledDealsCard.Of(stalls, words, report, marks, snapshot, profile, new StallPage(page, text), ReaderClock.Of(context, profile.Work)))
        {
            // "Show me the deals" would otherwise list those of the question before.
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null, [MemoryKey] = text },
            Data = StalledDealsCard.Data(stalls, words, report, snapshot, profile),
        };
    }

    /// <summary>"Stuck over 60 days" is a list of deals; what history says of their stages is not asked.</summary>
    private static bool SaysHowLong(QuestionReading? reading) =>
        (reading is QuestionReading.Understood { Question.Filters: var filters } && filters.Any(IsOfTime)) || (reading is QuestionReading.Refused { Nearest.Filters: var near } && near.Any(IsOfTime));

    /// <summary>"I'm stuck in traffic, bookings this month", "how stale is the pipe? Median age": a figure is named, of which being stuck says nothing.</summary>
    private static bool AsksForFigure(QuestionReading? reading) =>
        (reading is QuestionReading.Understood { Question.Measure: var measure } && IsOther(measure)) || (reading is QuestionReading.Refused { Nearest.Measure: var near } && IsOther(near));

    private static bool IsOther(string measure) => Array.Exists(Others, other => measure.StartsWith(other, StringComparison.Ordinal));

    private static bool IsOfTime(DealFilter filter) => filter is DealFilter.InStageLonger or DealFilter.OpenLonger or DealFilter.Untouched or DealFilter.Pushed || (filter is DealFilter.AnyOf any && any.Parts.Any(IsOfTime));

    /// <summary>What the card of stalled deals says anyway: how many they are, and whose.</summary>
    [GeneratedRegex(@"^(?:and |so |ok |okay |but )*(?:how many(?: (?:are (?:there|they|those|these)|is that|in total))?|whose(?: (?:are (?:they|those|these)|deals(?: are (?:they|those|these))?))?|who (?:owns|has) (?:them|those|these)|list(?: them| those)?|show(?: me)?(?: them| those| it)?(?: again)?|which ones|which)$", RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(?:i|my)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:stuck|stall(?:s|ed|ing)?|stale|going nowhere|not moving|(?:haven't|hasn't|havent|hasnt|not) moved|no movement|(?:sitting|sit|sits|been)(?: \w+){0,3}? too long|too long in|overdue in (?:their|its) stage|dragging|gathering dust|languish(?:es|ing)?|(?:not|aren't|isn't|arent|isnt) (?:progressing|advancing|going anywhere)|lost momentum|at a standstill|in limbo|stagnant|stagnat(?:es|ed|ing)|bogged down|need(?:s|ing)? (?:a )?(?:nudge|unsticking)|what should (?:i|we) (?:work on|focus on|do)(?: next| first| today| now)*|(?:what|which(?: \w+)?|deals?) (?:that )?needs? (?:my |our |some )?attention|(?:who|what) should (?:i|we) worry about)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stuck();
}
