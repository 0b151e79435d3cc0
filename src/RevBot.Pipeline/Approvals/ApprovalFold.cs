using System.Collections.Immutable;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Approvals;

/// <summary>A deal's approvals as its events make them.</summary>
internal static class ApprovalFold
{
    /// <exception cref="ArgumentException">The event is about a request that was never made.</exception>
    public static ImmutableArray<Approval> Apply(ImmutableArray<Approval> approvals, DealEvent happened) => happened switch
    {
        DealEvent.ApprovalAsked asked => approvals.Add(new Approval(approvals.Length + 1, asked.Request, asked.Stamp.By, asked.Stamp.At)),
        DealEvent.ApprovalAnswered answered => Change(approvals, answered.Number, approval => approval with
        {
            Answers = approval.Answers.Add(new ApprovalAnswer(answered.Place, answered.IsGiven, answered.Stamp.By, answered.Stamp.At, answered.Note)),
        }),
        DealEvent.ApprovalWithdrawn withdrawn => Change(approvals, withdrawn.Number, approval => approval with { WithdrawnAt = withdrawn.Stamp.At }),
        _ => approvals,
    };

    private static ImmutableArray<Approval> Change(ImmutableArray<Approval> approvals, int number, Func<Approval, Approval> change) => number >= 1 && number <= approvals.Length
        ? approvals.SetItem(number - 1, change(approvals[number - 1]))
        : throw new ArgumentException($"Approval {number} was never asked for.", nameof(number));
}
