using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.DealLookup;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.WhoOwns;

/// <summary>"Who owns Globex now, and since when?", of deals and of leads: there always is an answer, also when it is nobody.</summary>
public sealed class WhoOwnsIntent(LeadDesk desk, DealSlot deals, IPipelineReader reader, ILeadHistory leads) : IIntent
{
    public const string Name = "who-owns";

    private const int MostChoices = 5;

    public IntentDescription Description { get; } = new(
        Name,
        "See who owns a deal or a lead now, since when, how it came to them, and who had it before",
        ["Who owns Globex now, and since when?", "Who owns lead Jane Doe?", "Since when does Dana own Acme?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (WhoOwnsParser.Parse(utterance.Plain) is not { } call)
        {
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        if (IsPointing(call.Words))
        {
            return ShownLead(scene) is { } shown ? new Recognition(.992, call with { Said = call.For($"#{shown.Id}"), Length = shown.Id.Length + 1, IsLead = true })
                : call.AsksSince && DealLookupIntent.Shown(context) is { } name ? new Recognition(.992, call with { Said = call.For(name), Length = name.Length })
                : null;
        }

        var found = LeadNames.Of(scene.Snapshot).Find(call.Words, call.IsLead);
        var deal = call.IsLead ? new DealMatch.None(() => []) : Find(call, scene);
        return (deal, found, call) switch
        {
            (DealMatch.One { Exact: true } or DealMatch.Several, _, { AsksSince: true }) => new Recognition(.992, call),
            (DealMatch.One { Exact: true } or DealMatch.Several, _, _) => null,
            (_, { Count: > 0 }, _) => new Recognition(.985, call),
            (_, _, { IsLead: true }) => new Recognition(.75, call),
            (DealMatch.One, _, { AsksSince: true }) => new Recognition(.9, call),
            (_, _, { AsksSince: true }) => new Recognition(.6, call),
            _ => null,
        };
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (WhoOwnsCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is null)
        {
            return Refusal.Stranger(Name, context.Profile);
        }

        if (!asked.IsLead)
        {
            switch (Find(asked, scene))
            {
                case DealMatch.One { Exact: true, Deal: var deal }:
                    return await OfDealAsync(deal, scene, cancellationToken);
                case DealMatch.Several several:
                    return DealQuestions.Which(Name, $"Which “{asked.Words}” do you mean?", several.Deals, one => asked.For($"#{one.Id}"), scene);
                case DealMatch.One { Deal: var near } when LeadNames.Of(scene.Snapshot).Find(asked.Words, false).Count == 0:
                    return DealQuestions.Which(Name, $"I know no “{asked.Words}”. Do you mean this one?", [near], one => asked.For($"#{one.Id}"), scene);
            }
        }

        switch (LeadNames.Of(scene.Snapshot).Find(asked.Words, asked.IsLead))
        {
            case [var lead]:
                return await OfLeadAsync(lead, scene, cancellationToken);
            case [_, ..] several:
                var choices = several.Take(MostChoices).Select(one => new Choice(LeadText.Title(one), asked.For($"{(asked.IsLead ? "" : "lead ")}#{one.Id}"))).ToList();
                return DealQuestions.Which(Name, $"Which “{asked.Words}” do you mean?", choices);
            default:
                return Refusal.Of(Name, $"I know no deal, account or lead called “{asked.Words}”. Check the name, or write its id after a #.", []);
        }
    }

    private static bool IsPointing(string words) => words.ToLowerInvariant() is "this" or "it" or "that" or "this one" or "this lead" or "that lead" or "this deal";

    /// <summary>The lead that was shown last, unless a deal was shown since.</summary>
    private static Lead? ShownLead(WriteContext scene)
    {
        var memory = scene.Turn.Memory;
        return memory.Recall(LeadIntent.MemoryKey, scene.Turn.Now) is { } id && !DealLookupIntent.IsShownSince(scene.Turn, LeadIntent.MemoryKey) ? LeadDesk.Find(id, scene) : null;
    }

    private DealMatch Find(WhoOwnsCall call, WriteContext scene) => deals.Find(call.Words, scene.Snapshot, scene.Company, scene.Person?.Id);

    private async Task<Reply> OfDealAsync(Deal deal, WriteContext scene, CancellationToken cancellationToken)
    {
        var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
        var stays = OwnerStays.Of(deal, [.. history.Where(happened => happened.Stamp.At <= scene.Turn.Now)], scene.Snapshot.Leads.FirstOrDefault(lead => lead.Deal == deal.Id), scene.NameOf);
        var (elements, line) = WhoOwnsCard.Of(deal.Name, stays, null, scene);
        return WhoOwnsCard.Reply([.. elements], line, [new CardButton("Open", OpenDealAction.Id, deal.Id.Value)], stays);
    }

    private async Task<Reply> OfLeadAsync(Lead lead, WriteContext scene, CancellationToken cancellationToken)
    {
        if (lead.Deal is { } id && scene.Snapshot.Find(id) is { } deal)
        {
            return await OfDealAsync(deal, scene, cancellationToken);
        }

        var history = await leads.GetLeadHistoryAsync(lead.Id, cancellationToken);
        var stays = OwnerStays.Of(lead, [.. history.Where(happened => happened.Stamp.At <= scene.Turn.Now)], scene.Snapshot, scene.NameOf);
        var due = LeadText.Due(lead, scene.Company, scene.Turn.Now);
        var (elements, line) = WhoOwnsCard.Of($"Lead {lead.Name} ({Lifecycle.NameOf(lead.Stage)})", stays, lead.Owner is null && LeadDesk.Refusal(lead, scene) is null && lead.ClosedAt is null ? $"Say “assign lead #{lead.Id} to …” to give it to somebody." : due is null ? null : $"{char.ToUpperInvariant(due[0])}{due[1..]}.", scene);
        return WhoOwnsCard.Reply([.. elements], line, [], stays) with { Remember = new Dictionary<string, string?> { [LeadIntent.MemoryKey] = lead.Id } };
    }
}
