using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class DriftTests
{
    private const double Tolerance = 1e-9;

    private static readonly DatedStay[] Proposals =
    [
        .. GoldTable.Read("pipeline_visits").Where(row => row["stage"] == "Proposal Sent")
            .Select(row => new DatedStay(row["segment"], row.Figure("entered"), row.Number("exited") ?? double.PositiveInfinity)),
    ];

    [Fact]
    public void The_baseline_of_a_stage_is_the_one_of_the_reference()
    {
        var expected = GoldTable.Read("pipeline_hazard_expected");
        var hazard = StageBaseline.Learn(Proposals, 0, 180).Hazard;

        Assert.Equal(expected.Count, hazard.Ages.Length);
        for (var place = 0; place < expected.Count; place++)
        {
            Assert.Equal(expected[place].Figure("age"), hazard.Ages[place], Tolerance);
            Assert.Equal(expected[place].Figure("nelson_aalen"), hazard.Hazards[place], Tolerance);
        }
    }

    [Fact]
    public void Every_day_of_a_stage_that_slows_down_is_the_one_of_the_reference()
    {
        var baseline = StageBaseline.Learn(Proposals, 0, 180);
        var watch = DriftWatch.Slower;
        foreach (var row in GoldTable.Read("pipeline_drift_expected"))
        {
            var day = baseline.Compare(Proposals, row.Figure("day") - 1, row.Figure("day"));
            watch = watch.After(day);

            Assert.Equal((int)row.Figure("exits"), day.Exits);
            Assert.Equal(row.Figure("expected_exits"), day.Expected, Tolerance);
            Assert.Equal(row.Figure("cusum"), watch.Score, Tolerance);
            Assert.Equal((int)row.Figure("run_observed"), watch.Exits);
            Assert.Equal(row.Figure("run_expected"), watch.Expected, Tolerance);
        }

        Assert.True(watch.IsAlarm(DriftWatch.ChannelLimit));
        Assert.InRange(watch.Stretch, 1.75, 3);
    }

    [Fact]
    public void A_stage_left_as_ever_raises_nothing_and_one_left_faster_is_found_by_the_mirror()
    {
        var (slower, faster) = (DriftWatch.Slower, DriftWatch.Faster);
        for (var day = 0; day < 60; day++)
        {
            slower = slower.After(new ExitsOfDays(1, 1));
            faster = faster.After(new ExitsOfDays(1, 1));
            Assert.False(slower.IsAlarm(DriftWatch.DigestLimit) || faster.IsAlarm(DriftWatch.DigestLimit));
        }

        for (var day = 0; day < 30; day++)
        {
            faster = faster.After(new ExitsOfDays(2, 1));
        }

        Assert.True(faster.IsAlarm(DriftWatch.ChannelLimit));
        Assert.Equal(.5, faster.Stretch, .05);
    }

    [Fact]
    public void A_stage_with_few_visits_never_has_enough_to_say()
    {
        var watch = DriftWatch.Slower;
        for (var day = 0; day < 20; day++)
        {
            watch = watch.After(new ExitsOfDays(0, .25));
        }

        Assert.Equal(20, watch.Days);
        Assert.False(watch.IsAlarm(0));
    }

    [Fact]
    public void Stays_seen_from_a_later_age_on_are_at_risk_from_there()
    {
        var hazard = CumulativeHazard.From([new SeenStretch(0, 2, true), new SeenStretch(3, 5, true), new SeenStretch(0, 5, false)]);

        Assert.Equal(0, hazard.At(1.9));
        Assert.Equal(.5, hazard.At(2));
        Assert.Equal(1, hazard.At(7));
    }

    [Fact]
    public void Days_in_which_stays_go_on_for_longer_speak_for_a_slower_stage_and_ordinary_ones_against_it()
    {
        var past = Enumerable.Range(0, 600).Select(number => new DatedStay(number % 3 == 0 ? "Enterprise" : "SMB", number / 3d, (number / 3d) + ((2 + (number * 7 % 9)) * (number % 3 == 0 ? 2 : 1)))).ToList();
        var pace = LeavingPace.Learn([.. past], 0, 200);
        double Evidence(double stretch) => Enumerable.Range(201, 60).Sum(day => pace.Evidence(
            [.. Enumerable.Range(0, 180).Select(number => new DatedStay(number % 3 == 0 ? "Enterprise" : "SMB", 200 + (number / 3d), 200 + (number / 3d) + (stretch * (2 + (number * 7 % 9)) * (number % 3 == 0 ? 2 : 1))))], day - 1, day, 1.6));

        Assert.InRange(pace.TypicalOf("Enterprise") / pace.TypicalOf("SMB"), 1.2, 2);
        Assert.InRange(Evidence(1), double.NegativeInfinity, -5);
        Assert.InRange(Evidence(1.6), 5, double.PositiveInfinity);
    }

    [Fact]
    public void Several_days_together_say_what_they_say_one_by_one()
    {
        DatedStay[] stays = [.. Enumerable.Range(0, 300).Select(number => new DatedStay(number % 3 == 0 ? "Enterprise" : "SMB", number / 2d, (number / 2d) + 1.3 + (number * 7 % 9)))];
        var (baseline, pace) = (StageBaseline.Learn(stays, 0, 100), LeavingPace.Learn(stays, 0, 100));
        var days = Enumerable.Range(101, 30).ToList();

        Assert.Equal(days.Sum(day => pace.Evidence(stays, day - 1, day, 1.6)), pace.Evidence(stays, 100, 130, 1.6), 9);
        Assert.Equal(days.Sum(day => baseline.Compare(stays, day - 1, day).Expected), baseline.Compare(stays, 100, 130).Expected, 9);
        Assert.Equal(days.Sum(day => baseline.Compare(stays, day - 1, day).Exits), baseline.Compare(stays, 100, 130).Exits);
    }

    [Fact]
    public void What_is_carried_from_day_to_day_is_to_the_last_digit_what_each_day_says_of_itself()
    {
        var random = new Random(5);
        DatedStay[] stays = [.. Enumerable.Range(0, 900).Select(number => (Entered: number / 4d, Days: Math.Exp(3 * random.NextDouble()), Segment: (string?[])["SMB", "Enterprise", null]))
            .Select((stay, number) => new DatedStay(stay.Segment[number % 3], stay.Entered, number % 17 == 0 ? double.PositiveInfinity : stay.Entered + stay.Days))];
        var running = new RunningStays();
        var (baseline, pace) = (StageBaseline.Learn(stays, 0, 80), LeavingPace.Learn(stays, 0, 80));
        for (var day = 100; day < 220; day++)
        {
            if (day % 5 == 0)
            {
                (baseline, pace) = (StageBaseline.Learn(stays, day - 100, day - 20), LeavingPace.Learn(stays, day - 100, day - 20));
            }

            running.Begin(stays, day);
            var passed = running.Pass(day, baseline, pace, 1 / .6, .6);

            Assert.Equal((baseline.Compare(stays, day - 1, day), pace.Evidence(stays, day - 1, day, 1 / .6), pace.Evidence(stays, day - 1, day, .6)), passed);
        }
    }
}
