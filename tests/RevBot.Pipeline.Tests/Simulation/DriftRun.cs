using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>A year in which every stage is watched for having become slower, day by day, its past relearned every week.</summary>
internal static class DriftRun
{
    private const int Week = 5;

    /// <summary>Four weeks: an alarm so soon after one is the same news.</summary>
    private const int SameNews = 20;

    /// <summary>The days on which a stage was found to have become slower, by stage.</summary>
    public static List<int>[] Alarms(SimulatedSales sales, int seed, double limit)
    {
        var stays = Enumerable.Range(0, SimulatedSales.Stages).Select(_ => new List<DatedStay>()).ToArray();
        foreach (var visit in sales.Live(seed, -2 * SimulatedSales.Year, SimulatedSales.Year))
        {
            stays[visit.Stage].Add(new DatedStay($"{visit.Segment}", visit.Entered, visit.Left));
        }

        return [.. stays.Select(own => Alarms(CollectionsMarshal.AsSpan(own), limit))];
    }

    private static List<int> Alarms(ReadOnlySpan<DatedStay> stays, double limit)
    {
        var (watch, alarms, last) = (DriftWatch.Slower, new List<int>(), int.MinValue / 2);
        var (baseline, pace) = (StageBaseline.Learn([], 0, 0), LeavingPace.Learn([], 0, 0));
        for (var day = 1; day <= SimulatedSales.Year; day++)
        {
            if (day % Week == 1)
            {
                var (from, to) = (day - 1 - StageBaseline.Reach, day - 1 - StageBaseline.Lag);
                (baseline, pace) = (StageBaseline.Learn(stays, from, to), LeavingPace.Learn(stays, from, to));
            }

            watch = watch.After(baseline.Compare(stays, day - 1, day), pace.Evidence(stays, day - 1, day, watch.LooksFor));
            if (watch.IsAlarm(limit))
            {
                if (day - last > SameNews)
                {
                    alarms.Add(day);
                }

                last = day;
            }
        }

        return alarms;
    }
}
