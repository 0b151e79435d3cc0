using System.Collections.Immutable;
using System.Globalization;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Which gate a change would have to pass that nobody has opened.</summary>
/// <param name="snapshot">Where accounts are looked up.</param>
/// <param name="today">The day of exchange rates and of what an approval still holds.</param>
internal sealed class GateRules(CompanyProfile company, PipelineSnapshot snapshot, DateOnly today)
{
    /// <summary>The first gate that stands in the way; null where none does. A deal that stays in its stage is stopped only by what the change makes of it.</summary>
    /// <param name="before">Null for a deal that is to be made.</param>
    public MoveDecision.NeedsApproval? Closed(Deal? before, Deal after)
    {
        foreach (var gate in company.Approvals.Gates)
        {
            var isNew = before is null || before.Stage != after.Stage || !Concerns(gate, before) || Grew(gate, before, after);
            if (!isNew || !Concerns(gate, after) || IsPassed(gate, after))
            {
                continue;
            }

            var bound = BoundOf(gate, after);
            var value = bound is null ? "" : $": {Sentence.InMidSentence(FieldCatalog.Find(company, bound.Field)?.Label ?? bound.Field)} {Show(bound)}";
            return new MoveDecision.NeedsApproval(
                gate,
                new ApprovalWish(gate.Key, after.Stage, [], bound, ImmutableDictionary<string, string>.Empty),
                ApprovalRules.Waiting(after, after.Stage, gate.Key, today),
                $"{company.Process.NameOf(after.Stage)} needs an approval for this deal ({gate.Name}{value}).");
        }

        return null;
    }

    /// <summary>Whether it stands in the way of this deal in its stage, approved or not.</summary>
    private bool Concerns(ApprovalGate gate, Deal deal) =>
        gate.Stages.Contains(deal.Stage)
        && gate.When?.Holds(deal, snapshot, company, today) != false
        && (gate.Over is not { } over || ValueOf(deal, over.Field) > over.Most);

    /// <summary>Whether an approval that was given covers the deal as it is.</summary>
    private bool IsPassed(ApprovalGate gate, Deal deal) => deal.Approvals.Any(approval =>
        approval.Request.Gate == gate.Key
        && approval.StateOn(today) == ApprovalState.Given
        && (approval.Request.Bound is not { } bound || (ValueOf(deal, bound.Field) ?? 0) <= bound.Most));

    /// <summary>Whether a change made more of what the gate is about than was there before.</summary>
    private bool Grew(ApprovalGate gate, Deal before, Deal after) => BoundOf(gate, after) is { } bound && bound.Most > (ValueOf(before, bound.Field) ?? 0);

    /// <summary>Up to which value an approval of this deal as it is goes; null where the gate is about no value.</summary>
    private ApprovalBound? BoundOf(ApprovalGate gate, Deal deal)
    {
        var field = gate.Over?.Field ?? (gate.When is { AmountAtLeast: not null } or { AmountOver: not null } ? DealFields.Amount : null);
        return field is not null && ValueOf(deal, field) is { } value ? new ApprovalBound(field, value) : null;
    }

    private decimal? ValueOf(Deal deal, string field) => field == DealFields.Amount
        ? deal.Amount is { } amount ? company.Rates.Convert(amount, today) : null
        : DealValues.NumberOf(deal, field);

    private string Show(ApprovalBound bound) => string.Create(CultureInfo.InvariantCulture, $"{bound.Most:#,0.##}{(bound.Field == DealFields.Amount ? $" {company.Currency}" : "")}");
}
