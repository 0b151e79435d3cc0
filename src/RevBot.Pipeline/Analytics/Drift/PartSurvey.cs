using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Looks once a week at every segment and every region of every stage for stays that last longer, or shorter, than those begun before.</summary>
/// <remarks>
/// A change of pace within one segment is lost in the stage, and small segments have no volume to be watched day by day. So many places are looked at at once that some would look changed by luck:
/// what is told must stand out among all of them (Benjamini and Hochberg). Segments are told apart within regions and regions within segments, so that another mix of the one is no slower other.
/// </remarks>
public static class PartSurvey
{
    /// <summary>So large a share of what is told may be false.</summary>
    public const double FalseShare = .1;

    /// <summary>Business days back from the beginning of the week in which the latest stays began: eight weeks.</summary>
    public const int Lately = 40;

    /// <summary>Business days before those in which the stays began that they are held against.</summary>
    public const int Past = 168;

    /// <summary>Stays that must have ended in the past.</summary>
    private const int LeastExits = 20;

    /// <summary>Of the latest stays so many must have had the time to end, by the past. With fewer chance is not what a test takes it for.</summary>
    private const double LeastExpected = 12;

    private const double LeastShare = .2;
    private const double LeastDays = .5;

    public static PartReport Look(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var today = company.Work.DateAt(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var end = company.Work.StartOf(monday);
        var stays = DatedStays.Of(snapshot, company, end, Lately + Past, regions: true);
        var stages = company.Process.OpenStages.Where(stage => stays.ContainsKey(stage.Id)).Select(stage => (stage.Id, stays[stage.Id].ToList())).ToList();
        var (found, lookedAt, tooFew) = Look(stages, company.Work.Reading(end));
        return new PartReport(monday, company.Work.DateAt(company.Work.AddBusinessDays(DatedStays.Beginning, company.Work.Reading(end) - Lately + .5)), found, lookedAt, tooFew);
    }

    /// <param name="stages">The stays of each stage.</param>
    /// <param name="end">On the clock of the stays: what comes after is not known.</param>
    internal static (IReadOnlyList<PartDrift> Found, int LookedAt, int TooFew) Look(IEnumerable<(StageId Stage, List<DatedStay> Stays)> stages, double end)
    {
        var (drifts, tooFew) = (new List<PartDrift?>(), 0);
        var chances = new List<double>();
        foreach (var (stage, stays) in stages)
        {
            var cohorts = stays.FindAll(stay => stay.Entered >= end - Lately - Past && stay.Entered < end);
            foreach (var by in (Dimension[])[Dimension.Segment, Dimension.Region])
            {
                var parts = cohorts.GroupBy(stay => PartOf(stay, by)).Where(part => part.Key.Length > 0).ToList();
                foreach (var part in parts.Count > 1 ? parts : [])
                {
                    if (Compare([.. part], by, end) is not { } change)
                    {
                        tooFew++;
                        continue;
                    }

                    chances.Add(change.Chance);
                    drifts.Add(change.Matters ? new PartDrift(stage, by, part.Key, change.IsSlower, change.Before, change.After, change.Longest, change.Stays, change.Chance) : null);
                }
            }
        }

        var limit = FalseDiscovery.LimitOf(chances, FalseShare);
        return ([.. drifts.OfType<PartDrift>().Where(drift => drift.Chance <= limit).OrderBy(drift => drift.Chance)], chances.Count, tooFew);
    }

    /// <summary>The latest stays of one part beside those before; null where there are too few.</summary>
    private static Change? Compare(List<DatedStay> stays, Dimension by, double end)
    {
        var begin = end - Lately;
        var (before, after) = (Curve(stays, begin - Past, begin), Curve(stays, begin, end));
        if (before.Exits < LeastExits || stays.Where(stay => stay.Entered >= begin).Sum(stay => 1 - before.At(end - stay.Entered)) < LeastExpected)
        {
            return null;
        }

        // Everything takes so many times as long: early exits tell most of it (half as many again are found as by the plain test), and the latest stays have not been seen for longer.
        IReadOnlyList<SurvivalCurve>[] strata = [.. stays.GroupBy(stay => PartOf(stay, by == Dimension.Segment ? Dimension.Region : Dimension.Segment), (_, own) => Pair([.. own], begin, end))];
        return LogRank.OfStrata(strata, LogRankWeight.Early) is { } test && before.Median is { } typical
            ? new Change(test.Chance, test.Observed[1] < test.Expected[1], typical, after.Median, after.Times.IsEmpty ? 0 : after.Times[^1], after.Count)
            : null;
    }

    private static IReadOnlyList<SurvivalCurve> Pair(List<DatedStay> stays, double begin, double end) => [Curve(stays, begin - Past, begin), Curve(stays, begin, end)];

    /// <summary>Stays begun in a time, as they were known at its end.</summary>
    private static SurvivalCurve Curve(List<DatedStay> stays, double from, double to)
    {
        var list = new StayList();
        foreach (var stay in stays)
        {
            if (stay.Entered >= from && stay.Entered < to)
            {
                // To the millionth of a day, so that equal stays are equal in every bit.
                list.Add(Math.Round(Math.Min(stay.Exited, to) - stay.Entered, 6), stay.Exited <= to);
            }
        }

        return list.Curve();
    }

    private static string PartOf(DatedStay stay, Dimension by) => (by == Dimension.Segment ? stay.Segment : stay.Region) ?? string.Empty;

    private sealed record Change(double Chance, bool IsSlower, double Before, double? After, double Longest, int Stays)
    {
        /// <summary>Worth telling: a fifth or more, and half a day or more. Said only after it was held against chance, so that looking for large changes does not make any.</summary>
        public bool Matters => (After ?? (IsSlower ? Longest : Before)) is var days && days != Before && days > Before == IsSlower && Math.Abs(days - Before) >= Math.Max(LeastDays, LeastShare * Before);
    }
}
