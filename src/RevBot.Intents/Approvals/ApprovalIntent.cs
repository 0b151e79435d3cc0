using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Approvals;

/// <summary>"Exception for Acme to Proposal: the board meets on Friday", "approve Acme", "what waits for my approval?": finds the deal and leaves the rest to <see cref="ApprovalDesk"/>.</summary>
public sealed class ApprovalIntent(DealDesk desk, ApprovalDesk approvals, DealSlot deals, FieldValueSlot values) : IIntent
{
    private const int Shown = 5;

    public IntentDescription Description { get; } = new(
        ApprovalDesk.Intent,
        "Ask that a deal may go on although something is missing, approve that or decline it, and see what waits for your approval",
        ["exception for Acme to Proposal: the board meets on Friday", "approve Acme", "decline Globex: too high a discount", "what waits for my approval?"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (ApprovalParser.Parse(utterance.Plain) is not { } call)
        {
            return null;
        }

        if (call.Kind == ApprovalWishKind.Waiting)
        {
            return new Recognition(.96, call);
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        call = Read(call, scene);
        return Find(call, scene) switch
        {
            DealMatch.None => call.Kind == ApprovalWishKind.Ask ? new Recognition(.7, call) : null,
            DealMatch.One { Exact: false } => new Recognition(.85, call),
            _ => new Recognition(.97, call),
        };
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (ApprovalCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is null)
        {
            return Refusal.Stranger(ApprovalDesk.Intent, context.Profile);
        }

        if (wish.Kind == ApprovalWishKind.Waiting)
        {
            return Waiting(scene.Person, scene);
        }

        return Find(wish, scene) switch
        {
            DealMatch.None none => DealQuestions.Unknown(ApprovalDesk.Intent, wish.DealWords, none.FindNearest()),
            DealMatch.Several several => DealQuestions.Which(ApprovalDesk.Intent, $"Which “{wish.DealWords}” do you mean?", several.Deals, wish.For, scene),
            DealMatch.One { Exact: false } near => DealQuestions.Which(ApprovalDesk.Intent, $"I know no “{wish.DealWords}”. Do you mean this one?", [near.Deal], wish.For, scene),
            DealMatch.One { Deal: var deal } when wish.Kind == ApprovalWishKind.Ask => await AskAsync(wish, deal, scene, cancellationToken),
            DealMatch.One { Deal: var deal } => await AnswerAsync(wish, deal, scene.Person, scene, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private async Task<Reply> AskAsync(ApprovalCall call, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (DealDesk.Refusal(deal, context) is { } refusal)
        {
            return DealDesk.Refuse(ApprovalDesk.Intent, refusal);
        }

        if (Target(call, deal, context) is not { } target)
        {
            return DealDesk.Refuse(ApprovalDesk.Intent, $"For which stage? Say it like: exception for {deal.Name} to {context.Company.Process.OpenStages.Last().Name}: why. Nothing was changed.");
        }

        var gate = target.Id != deal.Stage && ApprovalSheet.Decide(deal, target, new Dictionary<string, string>(), context) is MoveDecision.NeedsApproval gated ? gated.Gate.Key : null;
        var seed = new ApprovalSeed(deal.Id, target.Id, gate, new Dictionary<string, string>(), call.Why);
        if (call.UntilWords is { } until)
        {
            switch (values.Read([new FieldWish(ApprovalRules.Until, until, 0)], context))
            {
                case FieldReadings.Read { Values: var read } when read.GetValueOrDefault(ApprovalRules.Until.Key) is { } day:
                    seed = seed with { Until = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
                    break;
                case FieldReadings.Wrong wrong:
                    return DealDesk.Refuse(ApprovalDesk.Intent, $"{wrong.Problem} Nothing was changed.");
                default:
                    return DealDesk.Refuse(ApprovalDesk.Intent, $"I cannot read “{until}” as a day. Say it like: until {PeriodText.Day(context.Today.AddDays(7))}. Nothing was changed.");
            }
        }

        var offer = ApprovalDesk.Offer(seed, deal, context);
        return offer is Reply.Ask && seed is { Reason: not null, Until: not null } ? await approvals.AskAsync(seed, FormValues.Empty, deal, context, cancellationToken) : offer;
    }

    /// <summary>What waits for this person's answer on the deal, the oldest first.</summary>
    private async Task<Reply> AnswerAsync(ApprovalCall call, Deal deal, Person person, WriteContext context, CancellationToken cancellationToken)
    {
        var waiting = deal.Approvals.Where(approval => approval.StateOn(context.Today) == ApprovalState.Waiting).ToList();
        if (waiting.Find(approval => WaitingApprovals.IsFor(approval, person, context)) is not { } mine)
        {
            return waiting is [var other, ..]
                ? await approvals.AnswerAsync(deal, other.Number, call.Kind == ApprovalWishKind.Approve, call.Why ?? "-", context, cancellationToken)
                : DealDesk.Refuse(ApprovalDesk.Intent, $"Nothing about {deal.Name} waits for an approval. Nothing was changed.");
        }

        return call.Kind == ApprovalWishKind.Decline && call.Why is null
            ? DeclineForm.Offer(deal, mine.Number, context)
            : await approvals.AnswerAsync(deal, mine.Number, call.Kind == ApprovalWishKind.Approve, call.Why, context, cancellationToken);
    }

    private static Reply.Say Waiting(Person person, WriteContext context)
    {
        var waiting = WaitingApprovals.For(person, context);
        var headline = waiting.Count == 0 ? "Nothing waits for your approval." : $"{CountText.Of(waiting.Count, "request")} {(waiting.Count == 1 ? "waits" : "wait")} for your approval";
        var data = AnswerData.Start(ApprovalDesk.Intent, "answered", headline);
        data["requests"] = new JsonArray([.. waiting.Select(one => (JsonNode)new JsonObject { ["deal"] = one.Deal.Id.Value, ["number"] = one.Approval.Number, ["stage"] = one.Approval.Request.Stage.Value })]);
        List<CardElement> elements = [new CardElement.Paragraph(headline, TextTone.Strong)];
        if (waiting.Count > 0)
        {
            elements.Add(new CardElement.Paragraph(string.Join('\n', waiting.Take(Shown).Select(one => $"• {one.Deal.Name}: {ApprovalText.What(one.Approval.Request, one.Deal, ApprovalScene.Of(context))}, until {PeriodText.Day(one.Approval.Request.Until)} ({context.NameOf(one.Approval.AskedBy)}: {one.Approval.Request.Reason})"))));
        }

        return new Reply.Say(new Card(headline, elements, [.. waiting.Take(Shown).Select(one => new CardButton(ApprovalCards.LabelOf(one.Deal), ShowApprovalAction.Id, ApprovalCards.ValueOf(one.Deal, one.Approval.Number)))]))
        {
            Data = data,
            Audit = new AuditNote(AuditKind.Answer, ApprovalDesk.Intent, "Requests that wait for an approval", waiting.Count),
        };
    }

    /// <summary>The stage that was said; without one the next.</summary>
    private static Stage? Target(ApprovalCall call, Deal deal, WriteContext context) => call.StageWords is { } words
        ? StageSlot.Read(words, context.Company.Process) is [var stage] ? stage : null
        : context.Company.Process.Stages.SkipWhile(stage => stage.Id != deal.Stage).Skip(1).FirstOrDefault(stage => stage.Group == StageGroup.Open);

    /// <summary>"Exception for Bank in Zurich": what follows a small word may be a part of the name.</summary>
    private static ApprovalCall Read(ApprovalCall call, WriteContext context)
    {
        if (call.StageWords is not { } words || StageSlot.Read(words, context.Company.Process).Count > 0)
        {
            return call;
        }

        var end = call.Said.IndexOf(words, call.DealStart + call.DealLength, StringComparison.Ordinal) + words.Length;
        return call with { DealLength = end - call.DealStart, StageWords = null };
    }

    private DealMatch Find(ApprovalCall call, WriteContext context) => deals.Find(call.DealWords, context.Snapshot, context.Company, context.Person?.Id);
}
