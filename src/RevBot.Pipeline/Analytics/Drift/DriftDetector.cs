using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Finds stages that have become slower or faster than their own past.</summary>
/// <remarks>
/// Nothing is kept from run to run: the last half year is gone through again day by day, with the past of each week as it was known then. So a run that was missed, a restart and a corrected history
/// all give what a daily run would have found.
/// </remarks>
public static class DriftDetector
{
    public static DriftReport Detect(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var stays = DatedStays.Of(snapshot, company, now, StageReplay.Days + StageBaseline.Reach + 1, regions: false);
        var stages = company.Process.OpenStages.Select(stage => stage.Id).ToArray();
        var (found, tooFew) = (new List<StageDrift>[stages.Length], new bool[stages.Length]);
        Parallel.For(0, stages.Length, place =>
        {
            var own = stays.GetValueOrDefault(stages[place], []);
            var begun = new double[own.Length];
            for (var stay = 0; stay < own.Length; stay++)
            {
                begun[stay] = own[stay].Entered;
            }

            Array.Sort(begun, own);
            var last = (int)Math.Floor(company.Work.Reading(now));
            (found[place], tooFew[place]) = new StageReplay(stages[place], last).Run(own, day => company.Work.DateAt(company.Work.AddBusinessDays(DatedStays.Beginning, day)));
        });
        return new DriftReport(now, [.. found.SelectMany(own => own)], [.. stages.Where((_, place) => tooFew[place])]);
    }
}
