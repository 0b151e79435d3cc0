using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Digests;

/// <summary>"My digest": what the asker's deals need today, as the morning's message tells it.</summary>
public sealed partial class DigestIntent(TurnScene scene, DigestDesk desk, ICompany company) : IIntent
{
    public const string IntentName = "digest";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See what your deals need today: what changed, what is due, what is missing, in the order of what it is worth",
        ["my digest", "what do my deals need today?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Digest().IsMatch(utterance.Plain) ? new Recognition(.97, 0) : null);

    /// <param name="call">The page, from 0.</param>
    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var digest = desk.Of(person, snapshot, context.Now);
        return new Reply.Say(DayDigestCard.Of(digest, person, snapshot, company.Profile, context.Now, (int)call))
        {
            DataWhenAsked = () => DayDigestCard.Data(digest, person, company.Profile),
            Audit = new AuditNote(AuditKind.Answer, IntentName, $"Digest of {person.Name}", digest.Matters.Count),

            // "Show me the deals" would otherwise list those of the question before.
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get|tell|read) (?:me |us )?|what(?:'s| is) (?:in )?|open |see )?(?:my|our|the|today's|todays|this morning's|(?:my|the) team's)? ?(?:daily |morning |day's )?(?:digest|briefing|brief|to-?dos?|to do list|agenda)(?: (?:for )?(?:today|this morning|now))?(?: please)?$|^brief me(?: (?:for )?(?:today|this morning|on my deals))?$|^what (?:do|does) (?:my|our|the) (?:deals|pipeline|team's deals|team) need(?: (?:from )?(?:me|us))?(?: (?:for )?(?:today|this morning|right now|now))?$|^(?:what|which (?:of my )?deals?) needs? (?:me|something|doing)(?: (?:for )?(?:today|this morning|right now|now))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
