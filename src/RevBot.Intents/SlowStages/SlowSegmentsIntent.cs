using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.SlowStages;

/// <summary>"Which segments are slowing down?": the week's look at every segment and region of every stage, never told unasked but in a review.</summary>
public sealed partial class SlowSegmentsIntent(QuestionReader questions, PartDrifts drifts) : IIntent
{
    public const string IntentName = "slow-segments";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See in which segments or regions deals stay longer, or shorter, in a stage than before",
        ["which segments are slowing down?", "stage drift by segment", "which regions are slowing down?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Slowing().IsMatch(utterance.Plain) || Drift().IsMatch(utterance.Plain) ? new Recognition(.95, utterance.Text) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var said = (string)call;
        var asked = await questions.ReadAsync(said, context, cancellationToken);
        if (asked.Me is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        if (SightLimits.RefusalOfWhole(asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(IntentName, hidden, [], RefusalClass.Rights);
        }

        var report = drifts.For(asked.Snapshot, asked.Company, context.Now);
        var (segments, regions) = (said.Contains("segment", StringComparison.OrdinalIgnoreCase), said.Contains("region", StringComparison.OrdinalIgnoreCase));
        Dimension? by = segments == regions ? null : segments ? Dimension.Segment : Dimension.Region;
        return new Reply.Say(PartDriftCard.Of(report, by, asked.Company)) { Data = PartDriftCard.Data(report, by) };
    }

    [GeneratedRegex(@"^(?:(?:show me|tell me|list|see|check|do we have|are there|is there|have we got|has|have|is|are) )?(?:(?:in )?(?:which|what|any|some|one) )?(?:of (?:our|the|my) )?(?:segments?|regions?)(?: (?:and|or) (?:segments?|regions?))?(?: (?:of|in) (?:which|what|any|a) stages?)?(?: (?:that|which|is|are|has|have|been|got|gotten|become|becoming|getting|deals|do|does|we|stages?))*(?: (?:slowing|slowed|slow|dragging|slower|drifting|speeding|sped|faster)(?: down| up)?| (?:taking|takes?) longer)(?: in (?:which|what|any|a|their|some) stages?)?(?: than (?:before|usual|normal|(?:they|it) used to))?(?: lately| recently| right now| now| these days| this week)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slowing();

    [GeneratedRegex(@"^(?:(?:show me|tell me|list|see|check) )?(?:the |any |our )?(?:(?:segment|region) drifts?|(?:(?:stage )?drifts?|stage slow-?downs?|slow(?:ing|er)? stages|(?:which|what) stages are (?:slowing down|slower|drifting|getting slower)) by (?:segment|region)(?: (?:and|or) (?:segment|region))?)(?: lately| recently| right now| now| this week)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Drift();
}
