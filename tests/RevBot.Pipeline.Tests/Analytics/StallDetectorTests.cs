using System.Collections.Frozen;
using System.Collections.Immutable;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Tests.Gold;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class StallDetectorTests
{
    private const double Tolerance = 1e-9;

    private static readonly DateTimeOffset Start = APipeline.At("2025-01-06T00:00Z");

    private static readonly CompanyProfile GoldCompany = TestCompany.Profile with
    {
        Process = new SalesProcess(
        [
            .. new[] { "Discovery", "Proposal Sent", "Contracting" }.Select(name => new Stage(new StageId(name), name, StageGroup.Open, .3m, [], [], [])),
            new Stage(new StageId("won"), "Won", StageGroup.Won, 1, [], [], []),
        ]),
        Work = new WorkCalendar(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            [new DateOnly(2025, 12, 25), new DateOnly(2025, 12, 26), new DateOnly(2025, 5, 1)]),
    };

    [Fact]
    public void Typical_times_and_spreads_are_those_of_the_reference()
    {
        var snapshot = GoldSnapshot(out var now);
        var typicals = StallDetector.Learn(snapshot, GoldCompany, now).Typicals.ToDictionary(one => (one.Stage.Value, one.Segment));

        foreach (var row in GoldTable.Read("pipeline_typicals_expected"))
        {
            var typical = typicals[(row["stage"], row["segment"])];
            Assert.Equal(((int)row.Figure("visits"), (int)row.Figure("exits")), (typical.Visits, typical.Exits));
            Assert.Equal(row.Figure("stage_median"), typical.StageMedian, Tolerance);
            Assert.Equal(row.Figure("cell_median"), typical.CellMedian, Tolerance);
            Assert.Equal(row.Figure("shrink_weight"), typical.Weight, Tolerance);
            Assert.Equal(row.Figure("typical"), typical.Typical, Tolerance);
            Assert.Equal(row.Figure("spread"), typical.Spread, Tolerance);
        }
    }

    [Fact]
    public void Every_running_stay_is_judged_as_by_the_reference()
    {
        var snapshot = GoldSnapshot(out var now);
        var report = StallDetector.Detect(snapshot, GoldCompany, now);
        var limits = GoldTable.Read("pipeline_typicals_expected").ToDictionary(row => (row["stage"], row["segment"]), row => row.Figure("limit_alert_z1.75"));
        var expected = GoldTable.Read("pipeline_levels_expected");

        foreach (var row in expected)
        {
            var verdict = report.Clock.Judge(new StageId(row["stage"]), row["segment"], row.Figure("age"));
            Assert.Equal(row.Figure("z"), verdict.Z.GetValueOrDefault(), Tolerance);
            Assert.Equal(row.Figure("p"), verdict.P.GetValueOrDefault(), Tolerance);
            Assert.Equal(row["level"], verdict.Level.ToString(), ignoreCase: true);
            Assert.Equal(limits[(row["stage"], row["segment"])], verdict.Limit, Tolerance);
        }

        Assert.Equal(
            expected.Where(row => row["level"] is "alert" or "escalate").Select(row => row["deal_id"]).Order(StringComparer.Ordinal),
            report.Stalls.Select(stall => stall.Deal.Value).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count, report.OpenDeals);
        Assert.Equal(expected.Count(row => row["level"] == "watch"), report.Watched);
    }

    [Fact]
    public void Without_history_the_default_limit_holds_and_says_so()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Acme", "2026-01-05", amount: 10_000)
            .Deal("D-2", "Globex", "2026-01-20", amount: 10_000);

        var stall = Assert.Single(StallDetector.Detect(pipeline.Snapshot(), pipeline.Company, APipeline.At("2026-01-27")).Stalls);

        Assert.Equal(new DealId("D-1"), stall.Deal);
        Assert.True(stall.IsDefaultLimit);
        Assert.Equal((16d, 14d, 2, 0), (stall.Age, stall.Limit, stall.Visits, stall.Visit));
        Assert.Equal(StallLevel.Alert, stall.Level);
        Assert.Null(stall.Typical);
    }

    [Fact]
    public void A_young_stage_is_held_to_a_limit_between_its_own_and_the_default_one()
    {
        var old = Enumerable.Range(0, 60).Select(number => new Stay(new StageId("old"), null, 4 + (number % 5), true));
        var young = Enumerable.Range(0, 10).Select(number => new Stay(new StageId("young"), null, 2 + (number % 3), true));

        var clock = StageClock.Learn([.. old, .. young], 14);
        var verdict = clock.Judge(new StageId("young"), null, 5);

        Assert.False(verdict.IsDefaultLimit);
        Assert.InRange(verdict.Limit, 3, 14);
        Assert.Equal(1.75, clock.Judge(new StageId("young"), null, verdict.Limit).Z.GetValueOrDefault(), Tolerance);
        Assert.True(clock.Judge(new StageId("never seen"), null, 15).IsDefaultLimit);
    }

    [Fact]
    public void A_deal_that_has_moved_since_is_no_longer_stalled()
    {
        var pipeline = new APipeline().Deal("D-1", "Acme", "2026-01-05", amount: 10_000);
        var (snapshot, now) = (pipeline.Snapshot(), APipeline.At("2026-01-27"));
        var clock = StallDetector.Detect(snapshot, pipeline.Company, now).Clock;
        var deal = snapshot.Deals.Span[0];
        var moved = DealFold.Apply(
            deal,
            new DealEvent.StageChanged(deal.Stage, new StageId("discovery")) { Deal = deal.Id, Stamp = new EventStamp(now, now, null, "t", "test") },
            pipeline.Company.Process.PositionOf);

        Assert.NotNull(StallDetector.Check(deal, snapshot, pipeline.Company, clock, now));
        Assert.Null(StallDetector.Check(moved, snapshot, pipeline.Company, clock, now));
    }

    [Fact]
    public void The_largest_amount_at_risk_comes_first()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Small", "2026-01-05", amount: 10_000)
            .Deal("D-2", "Large", "2026-01-05", amount: 90_000)
            .Deal("D-3", "Large in euros", "2026-01-05", amount: 85_000, currency: "EUR");

        var report = StallDetector.Detect(pipeline.Snapshot(), pipeline.Company, APipeline.At("2026-01-27"));

        Assert.Equal(["D-3", "D-2", "D-1"], report.Stalls.Select(stall => stall.Deal.Value));
    }

    [Fact]
    public void A_weekend_is_not_waiting()
    {
        var pipeline = new APipeline().Deal("D-1", "Acme", "2026-01-10T12:00", amount: 10_000);

        var clock = StageClock.Learn([], 1);
        var stall = StallDetector.Check(pipeline.Snapshot().Deals.Span[0], pipeline.Snapshot(), pipeline.Company, clock, APipeline.At("2026-01-13T12:00"));

        Assert.Equal(1.5, Assert.IsType<Stall>(stall).Age);
    }

    [Fact]
    public void All_of_two_hundred_thousand_deals_are_looked_at()
    {
        var random = new Random(11);
        var now = APipeline.At("2026-06-01");
        var stages = TestCompany.Profile.Process.OpenStages.Select(stage => stage.Id).ToArray();
        var deals = Enumerable.Range(0, 200_000).Select(number =>
        {
            var at = now.AddDays(-random.NextDouble() * 364);
            var visits = ImmutableArray.CreateBuilder<StageVisit>(5);
            for (var visit = 0; visit < 5; visit++)
            {
                var next = at.AddDays(random.NextDouble() * 9);
                visits.Add(new StageVisit(stages[visit % stages.Length], at, visit == 4 || next > now ? null : next, ExitKind.Advanced));
                at = next < now ? next : now;
            }

            return new Deal { Id = new DealId($"D-{number}"), Name = "A deal", Stage = stages[0], CreatedAt = at, Segment = random.Next(3) switch { 0 => "SMB", 1 => "Enterprise", _ => null }, Visits = visits.MoveToImmutable() };
        }).ToArray();
        var report = StallDetector.Detect(SnapshotOf(deals), TestCompany.Profile, now);

        Assert.Equal(200_000, report.OpenDeals);
    }

    /// <summary>The reference's business days laid out on a real calendar, with weekends, holidays and clocks being turned.</summary>
    private static PipelineSnapshot GoldSnapshot(out DateTimeOffset now)
    {
        var begin = GoldCompany.Work.StartOf(DateOnly.FromDateTime(Start.Date));
        now = GoldCompany.Work.AddBusinessDays(begin, 250);
        var deals = GoldTable.Read("pipeline_visits").GroupBy(row => row["deal_id"]).Select(rows =>
        {
            var visits = rows.Select(row => new StageVisit(
                new StageId(row["stage"]),
                GoldCompany.Work.AddBusinessDays(begin, row.Figure("entered")),
                row.Number("exited") is { } exited ? GoldCompany.Work.AddBusinessDays(begin, exited) : null,
                ExitKind.None)).ToImmutableArray();
            return new Deal
            {
                Id = new DealId(rows.Key),
                Name = rows.Key,
                Stage = visits[^1].Stage,
                Status = visits[^1].IsOpen ? DealStatus.Open : DealStatus.Won,
                CreatedAt = visits[0].EnteredAt,
                Segment = rows.First()["segment"],
                Visits = visits,
            };
        });
        return SnapshotOf([.. deals]);
    }

    private static PipelineSnapshot SnapshotOf(Deal[] deals) => new()
    {
        Version = 1,
        DirectoryVersion = 1,
        Deals = deals,
        DealPositions = FrozenDictionary<DealId, int>.Empty,
        Accounts = FrozenDictionary<AccountId, Account>.Empty,
        People = FrozenDictionary<PersonId, Person>.Empty,
    };
}
