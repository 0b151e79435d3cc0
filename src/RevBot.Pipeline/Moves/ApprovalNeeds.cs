using System.Collections.Immutable;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What of a move an approval could settle, as the rules see it.</summary>
public static class ApprovalNeeds
{
    /// <summary>The exception that would let the deal into the stage with what was said so far. It waives nothing where nothing stands in the way that can be waived: loss reasons and what won a deal never can.</summary>
    public static ApprovalWish OfException(Deal deal, Stage target, IReadOnlyDictionary<string, string> facts, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(facts);
        if (target.Id == deal.Stage)
        {
            // It is there already, as an import or an exception that ran out has left it.
            return Wish(new StageCriteria(company, snapshot, today).Missing(deal).Select(field => field.Key));
        }

        var waives = new List<string>();
        var trial = deal;
        if (!MoveRules.MayMove(deal, target, company, today) && MoveRules.MayMove(Trial(deal, target, [ApprovalRequest.TheWay], today), target, company, today))
        {
            waives.Add(ApprovalRequest.TheWay);
            trial = Trial(deal, target, waives, today);
        }

        if (target.Group != StageGroup.Lost && MoveRules.Decide(trial, new StageMove(target.Id, facts), company, snapshot, today, stamp) is MoveDecision.Incomplete incomplete)
        {
            waives.AddRange(incomplete.Missing.Select(need => need.Field.Key).Where(key => key is not (DealFields.MoveReason or DealFields.WinReason)));
        }

        return Wish(waives);

        ApprovalWish Wish(IEnumerable<string> what) => new(null, target.Id, [.. what], null, facts.ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>The deal as if an exception had been given.</summary>
    private static Deal Trial(Deal deal, Stage target, IEnumerable<string> waives, DateOnly today) => deal with
    {
        Approvals = deal.Approvals.Add(new Approval(
            deal.Approvals.Length + 1,
            new ApprovalRequest { Stage = target.Id, Waives = [.. waives], Reason = "", Until = today.AddDays(1), Approvers = [new Approver(ApproverDirectory.Manager, [new PersonId("")])] },
            null,
            default)
        {
            Answers = [new ApprovalAnswer(0, true, null, default, null)],
        }),
    };
}
