using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Rules;

namespace RevBot.Intents.HandleLeads;

/// <summary>"Accept lead Jane Doe", "return Jane Doe: not our region", "qualify Jane Doe": finds the lead, asks when it is unclear which, and leaves the rest to <see cref="LeadSteps"/>.</summary>
public sealed class LeadIntent(LeadDesk desk, LeadSteps steps, OwnerSlot owners, DealSlot deals) : IIntent
{
    /// <summary>The lead that was shown last in a conversation, by its id.</summary>
    public const string MemoryKey = "leads.shown";

    private const int MostChoices = 5;

    public IntentDescription Description { get; } = new(
        LeadSteps.Intent,
        "Accept, return, qualify, disqualify or hand over a lead, or see where it stands",
        ["accept lead Jane Doe", "return lead Jane Doe: no capacity", "qualify Jane Doe", "disqualify lead Jane Doe", "assign lead Jane Doe to Dana", "show lead Jane Doe"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (LeadCallParser.Parse(utterance.Plain) is not { Wish: not LeadWish.Convert } call)
        {
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        var found = LeadNames.Of(scene.Snapshot).Find(call.Words, call.IsPlain);
        return call.IsPlain ? (found.Count > 0 || call.Wish != LeadWish.Show) && !IsFigure(call.Words) ? new Recognition(found.Count > 0 ? .985 : .97, call) : null
            : found.Count > 0 && deals.Find(call.Words, scene.Snapshot, scene.Company, scene.Person?.Id) is not (DealMatch.One { Exact: true } or DealMatch.Several) ? new Recognition(.97, call)
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (LeadCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is null)
        {
            return Refusal.Stranger(LeadSteps.Intent, context.Profile);
        }

        return LeadNames.Of(scene.Snapshot).Find(wish.Words, wish.IsPlain) switch
        {
            [] => LeadSteps.Refuse($"I know no lead called “{wish.Words}”. Check the name, or write its id after a #, as in lead #L-1001. Nothing was changed."),
            [var lead] => Remembering(await HandleAsync(wish, lead, scene, cancellationToken), lead),
            var several => Which(wish, several, scene),
        };
    }

    /// <summary>A lead as it stands.</summary>
    public static Reply Show(Lead lead, WriteContext context) => new Reply.Say(LeadCard.Of(lead, null, context.Snapshot, context.Company, context.Turn.Now))
    {
        Data = LeadData.Of(lead, context),
        Audit = new AuditNote(AuditKind.Answer, LeadSteps.Intent, $"lead {lead.Id}"),
    };

    internal static Reply Which(LeadCall call, IReadOnlyList<Lead> leads, WriteContext context)
    {
        var choices = leads.Take(MostChoices).Select(lead => new Choice($"{LeadText.Title(lead)} · {(lead.Owner is { } owner ? LeadText.NameOf(owner, context.Snapshot) : "nobody")}", call.For(lead))).ToList();
        var question = $"Which “{call.Words}” do you mean?{(leads.Count > MostChoices ? $" These are {MostChoices} of {CountText.Of(leads.Count, "lead")}; or say its id." : "")}";
        return new Reply.Clarify(question, choices) { Data = ChangeData.Clarify(LeadSteps.Intent, question, choices.Select(choice => choice.Label)) };
    }

    private static Reply Remembering(Reply reply, Lead lead)
    {
        var remember = new Dictionary<string, string?>(reply.Remember) { [MemoryKey] = lead.Id };
        return reply switch
        {
            Reply.Say say => say with { Remember = remember },
            Reply.Replace replace => replace with { Remember = remember },
            Reply.Ask ask => ask with { Remember = remember },
            _ => reply,
        };
    }

    private async Task<Reply> HandleAsync(LeadCall call, Lead lead, WriteContext context, CancellationToken cancellationToken)
    {
        if (call.Wish == LeadWish.Show)
        {
            return Show(lead, context);
        }

        if (LeadDesk.Refusal(lead, context) is { } refusal)
        {
            return LeadSteps.Refuse(refusal);
        }

        var none = new Dictionary<string, string>();
        switch (call.Wish)
        {
            case LeadWish.Return or LeadWish.Disqualify:
                return await BackAsync(call, lead, context, cancellationToken);
            case LeadWish.Assign:
                var people = owners.Find(call.To ?? "", context.Snapshot, context.Company, context.Person);
                return people is [var person]
                    ? await steps.DoAsync(lead, LeadStep.Assign, new Dictionary<string, string> { [LeadFields.Owner] = person.Id.Value }, context, cancellationToken)
                    : LeadSteps.Refuse(people.Count == 0 ? $"I know nobody called “{call.To}”. Nothing was changed." : $"“{call.To}” may be {CountText.List(people.Select(one => one.Name))}: say the whole name. Nothing was changed.");
            default:
                return await steps.DoAsync(lead, Enum.Parse<LeadStep>(call.Wish.ToString()), none, context, cancellationToken);
        }
    }

    /// <summary>A reason in the company's words is taken; one in other words is most likely some reason, which the person agrees to in the form.</summary>
    private async Task<Reply> BackAsync(LeadCall call, Lead lead, WriteContext context, CancellationToken cancellationToken)
    {
        var step = call.Wish == LeadWish.Return ? LeadStep.Return : LeadStep.Disqualify;
        var reasons = step == LeadStep.Return ? context.Company.Leads.ReturnReasons : context.Company.Leads.DisqualifyReasons;
        if (call.Reason is not { } words)
        {
            return await steps.DoAsync(lead, step, new Dictionary<string, string>(), context, cancellationToken);
        }

        if (ReasonWords.Exactly(words, reasons) is { } exact)
        {
            return await steps.DoAsync(lead, step, new Dictionary<string, string> { [LeadFields.Reason] = exact.Name }, context, cancellationToken);
        }

        var likely = new Dictionary<string, string> { [LeadFields.Note] = words };
        if (ReasonWords.Likely(words, reasons) is { } reason)
        {
            likely[LeadFields.Reason] = reason.Name;
        }

        // Whether it may be done at all is said before a form is.
        return LeadDesk.RulesOf(context).Decide(lead, step, new Dictionary<string, string>()) is LeadDecision.Refused refused
            ? LeadSteps.Refuse($"{refused.Reason} Nothing was changed.")
            : LeadSteps.Offer(lead, step, new Dictionary<string, string>(), likely, context);
    }

    /// <summary>"Show lead conversion by source" asks for a figure.</summary>
    private static bool IsFigure(string words) => words.Split(' ')[0].ToLowerInvariant() is "conversion" or "response" or "handoff" or "source" or "sources" or "time" or "volume" or "count" or "velocity" or "quality" or "status" or "stage" or "to" or "by" or "in" or "from" or "rate" or "generation" or "funnel" or "lifecycle" or "cost" or "aging";
}
