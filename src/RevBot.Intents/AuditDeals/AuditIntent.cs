using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.AuditDeals;

/// <summary>"Hygiene audit": what is wrong with how deals are kept, and the buttons that put it right.</summary>
public sealed partial class AuditIntent(TurnScene scene, NameDirectory names, ICompany company) : IIntent
{
    public const string IntentName = "hygiene-audit";

    public IntentDescription Description { get; } = new(
        IntentName,
        "Go through what is wrong with how deals are kept, yours or your team's, and put it right with one tap",
        ["hygiene audit", "audit my deals", "hygiene audit of team EMEA"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (Named().Match(utterance.Plain) is { Success: true } named)
        {
            return new Recognition(.98, new AuditCall(named.Groups["who"].Value));
        }

        // "Audit the log" is nobody's deals.
        if (Loose().Match(utterance.Plain) is not { Success: true } loose || await scene.SeeAsync(context, cancellationToken) is not (var snapshot, { } person))
        {
            return null;
        }

        var who = loose.Groups["who"].Value;
        return AuditScope.Of(who, person, names.For(snapshot, company.Profile), snapshot) is AuditScope.Unknown ? null : new Recognition(.97, new AuditCall(who));
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (AuditCall)call;
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var profile = company.Profile;
        switch (AuditScope.Of(asked.Who, person, names.For(snapshot, profile), snapshot))
        {
            case AuditScope.Refused refused:
                return Refusal.Of(IntentName, refused.Reason, [], RefusalClass.Rights);
            case AuditScope.Unknown unknown:
                return Refusal.Of(IntentName, unknown.Reason, []);
            case AuditScope.Which which:
                return new Reply.Clarify(which.Question, which.Choices) { Data = AnswerData.Clarify(IntentName, which.Question, which.Choices) };
            case AuditScope.Found found:
                var audit = HygieneAudit.Of(found.Concerns, snapshot, profile, context.Now);
                var scenery = new AuditScene(audit, found, person, snapshot, profile, ReaderClock.Of(context, profile.Work), context.Now);
                var card = asked.Check is { } check ? AuditDealsCard.Of(scenery, check, asked.Page) : AuditCard.Of(scenery, asked.Page);
                return new Reply.Say(card)
                {
                    DataWhenAsked = () => AuditCard.Data(scenery),
                    Audit = new AuditNote(AuditKind.Answer, IntentName, $"Hygiene audit of {found.Whose} deals", audit.Open),

                    // "Show me the deals" would otherwise list those of the question before.
                    Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you |would you |let's )?(?:show|give|send|get|run|do|start|make|prepare|open|see|perform) (?:me |us )?)?(?:(?:a|an|the|my|our|your|full|quick) )*(?:(?:(?:deal|pipeline|crm|sales|data) )?hygiene (?:audit|check|check-?up|report card)|(?:deals?|pipeline|crm|data quality|opportunity) audit)s?(?: (?:of|for|on|in) (?<who>.+?))?(?: please)?$|^(?:my|our) hygiene$|^(?:what is|what's) wrong with (?<who>(?:my|our|the team's|my team's) deals)$|^(?:help me )?(?:clean|tidy) up (?<who>(?:my|our) (?:deals|pipeline|crm))(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|run|do) (?:me |us )?)?(?:(?:the|a) )?(?<who>.+?) hygiene audit$|^(?:please |can you |could you )?audit (?<who>.+?)(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
