using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Approvals;

/// <summary>What would be approved as the deal is now, and the form that asks for it.</summary>
internal static class ApprovalSheet
{
    /// <summary>How many days an approval is asked for where nobody says.</summary>
    private const int UsualDays = 14;

    /// <summary>Null when nothing stands in the way any more that could be approved.</summary>
    public static ApprovalWish? WishOf(ApprovalSeed seed, Deal deal, WriteContext context)
    {
        if (context.Company.Process.Find(seed.Stage) is not { } target)
        {
            return null;
        }

        var facts = seed.Facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        var wish = seed.Gate is null
            ? ApprovalNeeds.OfException(deal, target, facts, context.Company, context.Snapshot, context.Today, context.Stamp)
            : Decide(deal, target, facts, context) is MoveDecision.NeedsApproval { Gate.Key: var gate, Wish: var gated } && gate == seed.Gate ? gated : null;
        return wish is null || (wish.IsException && wish.Waives.IsEmpty) ? null : wish with { Facts = [.. facts], Reason = seed.Reason, Until = seed.Until };
    }

    public static Form Build(ApprovalSeed seed, ApprovalWish wish, Deal deal, WriteContext context)
    {
        var terms = context.Company.Approvals.TermsOf(wish.Gate) ?? throw new InvalidOperationException("What nobody may approve is not asked for.");
        var fields = new List<Field>();
        if (seed.Reason is null)
        {
            fields.Add(DealFormFields.Of(DealFormFields.NeedOf(ApprovalRules.Reason), deal, null, context));
        }

        if (seed.Until is null)
        {
            var usual = context.Today.AddDays(Math.Min(UsualDays, terms.Days));
            fields.Add(((DateField)DealFormFields.Of(DealFormFields.NeedOf(ApprovalRules.Until), deal, DealValues.Canonical(usual), context)) with { Min = context.Today.AddDays(1), Max = context.Today.AddDays(terms.Days) });
        }

        return new Form(
            wish.IsException ? "Ask for an exception" : "Ask for approval",
            [new CardElement.Paragraph(DealQuestions.Label(deal, context)), new CardElement.FactList([new Fact("To", What(wish, deal, context)), new Fact("Asks", ApprovalText.Who(terms))])],
            fields,
            "Ask");
    }

    public static string What(ApprovalWish wish, Deal deal, WriteContext context) => ApprovalText.What(
        new() { Gate = wish.Gate, Stage = wish.Stage, Waives = wish.Waives, Bound = wish.Bound, Reason = "", Until = default, Approvers = [] }, deal, ApprovalScene.Of(context));

    /// <summary>A stage the deal is in already is not moved to: then the facts are a change of its fields.</summary>
    public static MoveDecision Decide(Deal deal, Stage target, IReadOnlyDictionary<string, string> facts, WriteContext context) => target.Id == deal.Stage
        ? EditRules.Decide(deal, new DealEdit(facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal)), context.Company, context.Snapshot, context.Today, context.Stamp)
        : MoveRules.Decide(deal, new StageMove(target.Id, facts), context.Company, context.Snapshot, context.Today, context.Stamp);
}
