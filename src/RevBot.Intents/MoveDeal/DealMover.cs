using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Approvals;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.MoveDeal;

/// <summary>Takes one deal to one stage: asks the rules, then writes, offers the form, or says why not. What the sentence, the button and the form share.</summary>
public sealed class DealMover(DealDesk desk)
{
    public const string Intent = "move-deal";
    public const string FormId = "move-deal.form";

    /// <summary>Writes at once only what needs no second look: an open stage, complete, and a deal that was named outright.</summary>
    public async Task<Reply> MoveAsync(Deal deal, Stage target, IReadOnlyDictionary<string, string> facts, WriteContext context, CancellationToken cancellationToken)
    {
        var decision = Decide(deal, target.Id, facts, context);
        if (decision is MoveDecision.Refused refused)
        {
            return Refuse(await SinceWhenAsync(deal, target, refused, context, cancellationToken), deal, target, facts, context);
        }

        if (decision is MoveDecision.NeedsApproval gated)
        {
            return Approve(deal, gated, facts, context);
        }

        if (target.Group == StageGroup.Open && decision is MoveDecision.Accepted accepted)
        {
            return await WriteAsync(deal, target, accepted, null, context, cancellationToken);
        }

        return Offer(new MoveSeed(deal.Id, deal.Version, target.Id, facts), deal, context);
    }

    /// <summary>Offers the form; it says what will change and asks for what the rules still need.</summary>
    public static Reply Offer(MoveSeed seed, Deal deal, WriteContext context)
    {
        var form = MoveSheet.Build(seed, FormValues.Empty, deal, context);
        var target = seed.To is { } to ? context.Company.Process.Find(to) : null;
        // Some of what stands in a field already may not be enough.
        var missing = target is not null && Decide(deal, target.Id, seed.Given, context) is MoveDecision.Incomplete incomplete ? incomplete.Missing.Select(need => need.Field.Key).ToList() : [];
        var needed = form.Fields.Where(field => field.Required && (field.Initial is null || missing.Contains(field.Id))).ToList();
        var reading = target is null ? $"Move {deal.Name}" : $"Move {deal.Name} from {context.NameOf(deal.Stage)} to {target.Name}";
        var ask = (target, needed) switch
        {
            (null, _) => $"Which stage should {deal.Name} go to?",
            (_, []) => $"Please look at this before {deal.Name} moves to {target.Name}.",
            _ => $"{deal.Name} needs {CountText.List(needed.Select(field => field.Label.ToLowerInvariant()))} before it moves to {target.Name}.",
        };
        return new Reply.Ask(FormId, seed.Write(), new Card(ask, [new CardElement.Paragraph(ask), .. form.Intro], form.Beside), Label(target, needed))
        {
            Data = ChangeData.Opened(Intent, reading, FormId, deal, form),
        };
    }

    /// <summary>What a submitted form comes to.</summary>
    public async Task<Reply> SubmitAsync(MoveSeed seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (MoveSheet.StageOf(seed, values) is not { } to || context.Company.Process.Find(to) is not { } target)
        {
            return new Reply.FormErrors([new FieldError(DealFields.Stage, "Choose the stage the deal goes to.")]);
        }

        var decision = Decide(deal, target.Id, MoveSheet.FactsOf(seed, values), context);
        var touched = decision is MoveDecision.Accepted { Events: var wished } ? wished.SelectMany(happened => FieldChange.Of(happened)).Select(change => change.Field).ToList() : [];
        if (await desk.RivalAsync(deal, seed.Version, touched, context, cancellationToken) is { } rival)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        return decision switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, target, accepted, seed.Version, context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused { Field: { } field } refused when values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
            MoveDecision.NeedsApproval gated => Approve(deal, gated, MoveSheet.FactsOf(seed, values), context),
            MoveDecision.Refused refused => Refuse(await SinceWhenAsync(deal, target, refused, context, cancellationToken), deal, target, MoveSheet.FactsOf(seed, values), context),
            _ => DealDesk.Refuse(Intent, $"{deal.Name} cannot move to {target.Name}."),
        };
    }

    private async Task<Reply> WriteAsync(Deal deal, Stage target, MoveDecision.Accepted accepted, int? version, WriteContext context, CancellationToken cancellationToken)
    {
        var events = accepted.Events;
        var touched = events.SelectMany(happened => FieldChange.Of(happened)).Select(change => change.Field).ToList();
        if (version is null && await desk.RivalAsync(deal, null, touched, context, cancellationToken) is { } rival)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        var reason = events.OfType<DealEvent.Lost>().FirstOrDefault() is { Reason: { } key } ? $" · {context.Company.LossReasons.Find(key)?.Name ?? key}" : "";
        var verb = events.Any(happened => happened is DealEvent.Reopened) ? "reopened in" : "moved to";
        return await desk.WriteAsync(Intent, $"{deal.Name} {verb} {target.Name}{reason}", deal, accepted, context, cancellationToken);
    }

    /// <summary>Why not; and where somebody may let the deal through, the button that asks them.</summary>
    private static Reply.Replace Refuse(string reason, Deal deal, Stage target, IReadOnlyDictionary<string, string> facts, WriteContext context) =>
        new Reply.Replace(new Card(reason, [new CardElement.Paragraph(reason)], MoveSheet.Exception(deal, target, facts, context))) { Data = ChangeData.Refused(Intent, reason) };

    /// <summary>Offers to ask for the approval that the move needs, or says that it was asked for.</summary>
    private static Reply Approve(Deal deal, MoveDecision.NeedsApproval gated, IReadOnlyDictionary<string, string> facts, WriteContext context) => gated.Waiting is { } waiting
        ? ApprovalDesk.AlreadyAsked(deal, waiting, context)
        : ApprovalDesk.Offer(new ApprovalSeed(deal.Id, gated.Wish.Stage, gated.Gate.Key, facts), deal, context);

    private static MoveDecision Decide(Deal deal, StageId to, IReadOnlyDictionary<string, string> facts, WriteContext context) =>
        MoveRules.Decide(deal, new StageMove(to, facts), context.Company, context.Snapshot, context.Today, context.Stamp);

    /// <summary>"Already in Negotiation" also says who took it there.</summary>
    private async Task<string> SinceWhenAsync(Deal deal, Stage target, MoveDecision.Refused refused, WriteContext context, CancellationToken cancellationToken)
    {
        if (target.Id != deal.Stage)
        {
            return refused.Reason;
        }

        var arrival = await desk.ArrivalAsync(deal, cancellationToken);
        return arrival is null ? $"{refused.Reason} Nothing was changed." : $"{deal.Name} is already in {target.Name}: {FirstComer.Sentence(arrival, deal, context)}";
    }

    private static string Label(Stage? target, List<Field> needed) => (target?.Group, needed) switch
    {
        (null, _) => "Choose the stage",
        (StageGroup.Lost, [{ Id: DealFields.LossReason }]) => "Give loss reason",
        (StageGroup.Won, []) => "Confirm the win",
        (_, []) => "Look and confirm",
        (_, [var only]) => $"Fill in {(only.Label.Length <= 20 ? only.Label.ToLowerInvariant() : "1 field")}",
        _ => $"Fill in {CountText.Of(needed.Count, "field")}",
    };
}
