using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.StalledDeals;

/// <summary>"Why is Acme stalled?": the clock of one deal, and where its limit comes from.</summary>
public sealed partial class WhyStalledIntent(TurnScene scene, DealSlot deals, ICompany company, IAlertStore alerts, StallClocks clocks) : IIntent
{
    public const string IntentName = "why-stalled";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See the clock of a deal: since when it is in its stage, what is usual there, and where its limit comes from",
        ["why is Acme stalled?", "how long may Acme stay in its stage?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (Why().Match(utterance.Plain) is not { Success: true } match)
        {
            return null;
        }

        // "Why are deals stuck in Proposal?" names no deal; others read it.
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        return deals.Find(match.Groups["deal"].Value, snapshot, company.Profile, person?.Id) is DealMatch.None ? null : new Recognition(.97, match);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var (match, profile) = ((Match)call, company.Profile);
        var said = match.Groups["deal"];
        var write = new WriteContext(context, snapshot, profile, person);
        string With(Deal deal) => string.Concat(match.Value.AsSpan(0, said.Index), $"#{deal.Id}", match.Value.AsSpan(said.Index + said.Length));
        switch (deals.Find(said.Value, snapshot, profile, person.Id))
        {
            case DealMatch.Several several:
                return DealQuestions.Which(IntentName, $"Which “{said.Value}” do you mean?", several.Deals, With, write);
            case DealMatch.One { Exact: false } near:
                return DealQuestions.Which(IntentName, $"I know no “{said.Value}”. Do you mean this one?", [near.Deal], With, write);
            case DealMatch.One { Deal: { Status: DealStatus.Open, Visits.IsEmpty: false } deal }:
                var mark = await alerts.FindMarkAsync(StallCards.SubjectOf(deal.Id, deal.Visits.Length - 1), cancellationToken);
                return WhyStalledCard.Of(deal, mark, clocks.For(snapshot, profile, context.Now), write);
            case DealMatch.One { Deal: var closed }:
                return Refusal.Of(IntentName, $"{closed.Name} is closed: it is in {write.NameOf(closed.Stage)}, where nothing stalls.", []);
            default:
                return new Reply.Nothing();
        }
    }

    [GeneratedRegex(@"^(?:(?:please |can you )?(?:tell me |explain )?why (?:is|was|has|does) (?:the deal )?(?<deal>.+?) (?:been )?(?:(?:so |considered |called |marked |flagged as |shown as )?(?:stalled|stuck|slow|flagged|overdue in (?:its|the) stage|alerted)|(?:gone|been) (?:stale|quiet)|on (?:the|this|that|your|my) (?:stalled |stuck )?list|an alert)|why (?:did (?:i|we) get|was i sent|am i getting|is there|the) (?:an |the )?alert (?:about|for|on|of) (?<deal>.+?)|(?:explain|show me|show|what is|what's) the (?:clock|limit|stage clock|stage limit|alert) (?:of|for|on|about) (?<deal>.+?)|how long (?:may|can|should|is) (?<deal>.+?) (?:allowed to |supposed to )?(?:stay|sit|be|remain) (?:there|(?:in|at) (?:its|this|that|the) stage))(?: for)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Why();
}
