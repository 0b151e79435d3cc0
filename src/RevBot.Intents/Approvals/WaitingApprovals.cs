using RevBot.Intents.Changes;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>The requests that wait for somebody's answer, the oldest first.</summary>
internal static class WaitingApprovals
{
    public static IReadOnlyList<(Deal Deal, Approval Approval)> For(Person person, WriteContext context)
    {
        var waiting = new List<(Deal Deal, Approval Approval)>();
        foreach (var deal in context.Snapshot.Deals.Span)
        {
            if (!deal.Approvals.IsEmpty)
            {
                waiting.AddRange(deal.Approvals.Where(approval => IsFor(approval, person, context)).Select(approval => (deal, approval)));
            }
        }

        waiting.Sort((one, other) => one.Approval.AskedAt.CompareTo(other.Approval.AskedAt));
        return waiting;
    }

    public static bool IsFor(Approval approval, Person person, WriteContext context) => approval.Waiting(context.Today).Any(place => approval.Request.Approvers[place].People.Contains(person.Id));
}
