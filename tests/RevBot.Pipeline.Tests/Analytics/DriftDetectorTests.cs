using System.Collections.Frozen;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Tests.Simulation;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Analytics;

/// <summary>Two made-up years of a company with some 60 visits of its proposal stage a month; in the tests that say so proposals take 7 days instead of 4 from day 100 of the second year on.</summary>
public sealed class DriftDetectorTests
{
    private const int Begins = 100;

    private static readonly StageId Proposal = new("proposal");
    private static readonly StageId[] Stages = [new("qualification"), new("discovery"), new("negotiation"), Proposal];
    private static readonly string[] Segments = ["SMB", "Mid-Market", "Enterprise"];
    private static readonly SimulatedSales Steady = new() { DealsADay = _ => 8 };
    private static readonly SimulatedSales Slower = Steady with { Drag = (stage, day) => stage == SimulatedSales.Proposal && day >= Begins ? 7d / 4 : 1 };

    [Fact]
    public void A_slower_stage_is_told_with_its_days_before_and_since()
    {
        var report = Report(Slower.Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year), Begins + 60);

        var drift = Assert.Single(report.Drifts, one => one.Level == DriftLevel.Channel);
        Assert.Equal((Proposal, true), (drift.Stage, drift.IsSlower));
        Assert.InRange(drift.Since, DateOf(Begins - 10), DateOf(Begins + 20));
        Assert.InRange(drift.Before!.Value, 3.2, 5.2);
        Assert.InRange(drift.After!.Value, 5.5, 9);
        Assert.InRange(drift.Stretch, 1.4, 2.2);
        Assert.InRange(drift.Exits / drift.Expected, .4, .8);
        Assert.Empty(report.TooFew);
    }

    /// <summary>Twenty times the visits: of those some are watched, and all are counted.</summary>
    [Fact]
    public void A_stage_with_very_many_visits_is_told_all_the_same()
    {
        var report = Report((Slower with { DealsADay = _ => 160 }).Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year), Begins + 25);

        var drift = Assert.Single(report.Drifts);
        Assert.Equal((Proposal, true, DriftLevel.Channel), (drift.Stage, drift.IsSlower, drift.Level));
        Assert.InRange(drift.Since, DateOf(Begins - 3), DateOf(Begins + 5));
        Assert.InRange(drift.Before!.Value, 3.6, 4.6);
        Assert.InRange(drift.Stretch, 1.5, 2);
        Assert.InRange(drift.Exits, 700, 1400);
        Assert.InRange(drift.Exits / drift.Expected, .5, .8);
    }

    [Fact]
    public void A_steady_company_has_no_post()
    {
        Assert.DoesNotContain(Report(Steady.Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year), Begins + 60).Drifts, drift => drift.Level == DriftLevel.Channel);
    }

    [Fact]
    public void From_day_to_day_it_stays_the_same_change()
    {
        var visits = Slower.Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year);

        var snapshot = SnapshotOf(visits);
        var since = Enumerable.Range(Begins + 40, 12).Select(day => Report(snapshot, day).Find(Proposal)?.Since).Distinct();

        Assert.Single(since);
    }

    [Fact]
    public void A_stage_that_is_itself_again_is_told_no_longer()
    {
        var mended = Slower with { Drag = (stage, day) => stage == SimulatedSales.Proposal && day is >= Begins and < Begins + 50 ? 7d / 4 : 1 };
        var visits = mended.Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year);

        Assert.NotNull(Report(visits, Begins + 45).Find(Proposal));
        Assert.Null(Report(visits, Begins + 100).Find(Proposal));
    }

    [Fact]
    public void The_segment_it_comes_from_is_named()
    {
        var visits = (Steady with { Enterprise = _ => .6 }).Live(5, -2 * SimulatedSales.Year, SimulatedSales.Year)
            .ConvertAll(visit => visit is { Stage: SimulatedSales.Proposal, Segment: 2, Entered: >= Begins } ? visit with { Left = visit.Entered + (3 * (visit.Left - visit.Entered)) } : visit);

        Assert.Equal("Enterprise", Assert.IsType<StageDrift>(Report(visits, Begins + 80).Find(Proposal)).Mostly);
    }

    [Fact]
    public void A_stage_that_has_become_faster_is_a_line_in_a_digest()
    {
        var faster = Steady with { Drag = (stage, day) => stage == SimulatedSales.Proposal && day >= Begins ? .5 : 1 };

        var drift = Assert.Single(Report(faster.Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year), Begins + 60).Drifts, one => one.Stage == Proposal);

        Assert.Equal((false, DriftLevel.Digest), (drift.IsSlower, drift.Level));
        Assert.InRange(drift.Stretch, .35, .75);
    }

    [Fact]
    public void Too_little_volume_is_said()
    {
        var report = Report((Slower with { DealsADay = _ => .05 }).Live(3, -2 * SimulatedSales.Year, SimulatedSales.Year), Begins + 60);

        Assert.Empty(report.Drifts);
        Assert.Contains(Proposal, report.TooFew);
    }

    private static DriftReport Report(List<SimulatedVisit> visits, int day) => Report(SnapshotOf(visits), day);

    private static DriftReport Report(PipelineSnapshot snapshot, int day) => DriftDetector.Detect(snapshot, TestCompany.Profile, At(day));

    private static DateOnly DateOf(double day) => TestCompany.Profile.Work.DateAt(At(day));

    private static DateTimeOffset At(double day) => TestCompany.Profile.Work.AddBusinessDays(APipeline.At("2023-01-02"), day + (2 * SimulatedSales.Year));

    /// <summary>The clock of business days laid out on the calendar; each visit is a deal of its own.</summary>
    private static PipelineSnapshot SnapshotOf(List<SimulatedVisit> visits) => new()
    {
        Version = 1,
        DirectoryVersion = 1,
        Deals = visits.Where(visit => visit.Stage < Stages.Length).Select((visit, number) => new Deal
        {
            Id = new DealId($"D-{number}"),
            Name = $"D-{number}",
            Stage = Stages[visit.Stage],
            CreatedAt = At(visit.Entered),
            Segment = Segments[visit.Segment],
            Visits = [new StageVisit(Stages[visit.Stage], At(visit.Entered), At(visit.Left), ExitKind.Advanced)],
        }).ToArray(),
        DealPositions = FrozenDictionary<DealId, int>.Empty,
        Accounts = FrozenDictionary<AccountId, Account>.Empty,
        People = FrozenDictionary<PersonId, Person>.Empty,
    };
}
