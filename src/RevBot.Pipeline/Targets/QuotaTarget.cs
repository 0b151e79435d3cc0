using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Targets;

/// <summary>Sums quotas. Where several of a person's hold a day, the shortest counts: a quota changed in mid-quarter takes over from its first day, and a year's stands back behind its quarters'.</summary>
internal sealed class QuotaTarget(Metric metric) : TargetMetric(metric, [Dimension.Owner, Dimension.Team, Dimension.Manager], canBeCut: true)
{
    protected override string Subject => "Quotas";

    protected override IEnumerable<TargetPiece> PiecesOf(PipelineView view, DayRange days, Exclusions exclusions) =>
        view.Snapshot.Quotas.Where(quota => quota.Start.DayNumber <= days.Last && quota.End.DayNumber >= days.First).GroupBy(quota => quota.Owner).SelectMany(group => PiecesOf(group.Key, group, view, exclusions));

    private static List<TargetPiece> PiecesOf(PersonId owner, IEnumerable<Quota> quotas, PipelineView view, Exclusions exclusions)
    {
        var taken = new List<TargetPiece>();
        foreach (var quota in quotas.OrderBy(quota => quota.End.DayNumber - quota.Start.DayNumber).ThenBy(quota => quota.Start))
        {
            if (quota.End < quota.Start || AmountOf(quota.Amount, quota.Start, view, exclusions) is not { } amount)
            {
                continue;
            }

            var target = new Target(owner, "", quota.Start.DayNumber, quota.End.DayNumber, amount);
            List<TargetPiece> free = [new(target, target.First, target.Last)];
            foreach (var before in taken)
            {
                free = [.. free.SelectMany(piece => Without(piece, before))];
            }

            taken.AddRange(free);
        }

        return taken;
    }

    private static IEnumerable<TargetPiece> Without(TargetPiece piece, TargetPiece taken)
    {
        if (taken.Last < piece.First || taken.First > piece.Last)
        {
            return [piece];
        }

        TargetPiece[] around = [piece with { Last = taken.First - 1 }, piece with { First = taken.Last + 1 }];
        return around.Where(part => part.First <= part.Last);
    }
}
