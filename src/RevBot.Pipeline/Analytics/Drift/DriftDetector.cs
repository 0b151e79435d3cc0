using System.Runtime.InteropServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Finds stages that have become slower or faster than their own past.</summary>
/// <remarks>
/// Nothing is kept from run to run: the last half year is gone through again day by day, with the past of each week as it was known then. So a run that was missed, a restart and a corrected history
/// all give what a daily run would have found.
/// </remarks>
public static class DriftDetector
{
    /// <summary>Where the clock of business days reads 0 in every time zone, so that it reads whole numbers at midnight.</summary>
    private static readonly DateTimeOffset Beginning = new(1989, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static DriftReport Detect(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var stays = StaysOf(snapshot, company, now);
        var stages = company.Process.OpenStages.Select(stage => stage.Id).ToArray();
        var (found, tooFew) = (new List<StageDrift>[stages.Length], new bool[stages.Length]);
        Parallel.For(0, stages.Length, place =>
        {
            var own = stays.GetValueOrDefault(stages[place]) ?? [];
            own.Sort((one, other) => one.Entered.CompareTo(other.Entered));
            var last = (int)Math.Floor(company.Work.BusinessDaysBetween(Beginning, now));
            (found[place], tooFew[place]) = new StageReplay(stages[place], last).Run(CollectionsMarshal.AsSpan(own), day => company.Work.DateAt(company.Work.AddBusinessDays(Beginning, day)));
        });
        return new DriftReport(now, [.. found.SelectMany(own => own)], [.. stages.Where((_, place) => tooFew[place])]);
    }

    /// <summary>Every stay by stage, on the company's clock of business days.</summary>
    private static Dictionary<StageId, List<DatedStay>> StaysOf(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var stays = new Dictionary<StageId, List<DatedStay>>();
        var since = company.Work.AddBusinessDays(Beginning, Math.Max(0, company.Work.BusinessDaysBetween(Beginning, now) - StageReplay.Days - StageBaseline.Reach - 1));
        foreach (var deal in snapshot.Deals.Span)
        {
            // Most deals of a long history were over before anything that is looked at.
            if (deal.Visits is not [.., var last] || last.ExitedAt <= since)
            {
                continue;
            }

            var segment = snapshot.SegmentOf(deal);
            foreach (var visit in deal.Visits)
            {
                if (visit.EnteredAt <= now && !(visit.ExitedAt <= since))
                {
                    ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(stays, visit.Stage, out _);
                    (own ??= []).Add(new DatedStay(
                        segment,
                        company.Work.BusinessDaysBetween(Beginning, visit.EnteredAt),
                        visit.ExitedAt is { } at && at <= now ? company.Work.BusinessDaysBetween(Beginning, at) : double.PositiveInfinity));
                }
            }
        }

        return stays;
    }
}
