using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>A deal lost in the last year of which nobody says why: only an import can leave one behind.</summary>
/// <param name="Day">When it was lost.</param>
public sealed record UnexplainedLoss(Deal Deal, DateOnly Day)
{
    /// <summary>All of them, the last lost first: of those somebody still remembers why.</summary>
    public static IReadOnlyList<UnexplainedLoss> All(PipelineSnapshot snapshot, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var losses = new List<UnexplainedLoss>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (Of(deal, today) is { } loss)
            {
                losses.Add(loss);
            }
        }

        return [.. losses.OrderByDescending(loss => loss.Day).ThenBy(loss => loss.Deal.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Null for a deal that is not lost, was lost longer ago, or has its reason.</summary>
    public static UnexplainedLoss? Of(Deal deal, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return deal is { Status: DealStatus.Lost, ClosedOn: { } day } && string.IsNullOrWhiteSpace(deal.LossReason) && day > today.AddYears(-1) && day <= today ? new UnexplainedLoss(deal, day) : null;
    }
}
