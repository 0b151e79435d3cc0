using System.Globalization;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Alerts;

/// <summary>What rules would have told in 28 days up to Sunday 31 May 2026; the first morning is that of Monday 4 May.</summary>
public sealed class RuleBacktestTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-31T12:00");

    [Fact]
    public async Task What_was_late_already_is_told_on_the_first_morning_and_the_rest_when_it_becomes_so()
    {
        var pipeline = People()
            .Deal("D-1", "Late", "2026-03-02", owner: "dana", closeDate: "2026-04-01")
            .Deal("D-2", "Soon late", "2026-03-02", owner: "omar", closeDate: "2026-05-12")
            .Deal("D-3", "In time", "2026-03-02", owner: "omar", closeDate: "2026-07-01")
            .Deal("D-4", "Won in time", "2026-03-02", owner: "dana", closeDate: "2026-05-12", then: deal => deal.Wins("2026-05-11T10:00"))
            .Deal("D-5", "Long gone", "2026-03-02", owner: "dana", closeDate: "2026-04-01", then: deal => deal.Loses("2026-04-20T10:00"))
            .Deal("D-6", "Late twice", "2026-03-02", owner: "dana", closeDate: "2026-05-05", then: deal => Push(deal, "2026-05-07T10:00", "2026-05-05", "2026-05-19").Loses("2026-05-25T10:00"));

        var report = await Of(AlertKind.CloseDatePassed, pipeline);

        Assert.Equal(["D-1 05-04", "D-6 05-06", "D-2 05-13", "D-6 05-20"], Told(report.InUse));
        Assert.Equal((4, 1, 1d, .5, 2), (report.InUse.Alerts, report.Standing(report.InUse), report.AWeek(report.InUse), report.APersonAndWeek(report.InUse), report.MostAPersonAndWeek(report.InUse)));
        Assert.Equal([2, 1, 1, 0], report.WeeksOf(report.InUse));
        Assert.Equal((5, 2, "2026-05-04", "2026-05-31"), (report.Deals, report.People, Text(report.From), Text(report.To)));
        Assert.Equal(new DealsAfter(0, 1, 2, 2), report.InUse.Told);
        Assert.Equal(new DealsAfter(1, 0, 1, 0), report.InUse.Rest);
        Assert.Equal([1, 2, 3, 5, 7], report.Rows.Select(row => row.Rules[0].Threshold ?? 0));
        Assert.Equal(BacktestVerdict.TooFew, report.InUse.Verdict);
    }

    [Fact]
    public async Task A_weekend_is_told_of_on_monday_and_what_is_taken_back_before_is_not()
    {
        var pipeline = People()
            .Deal("D-1", "Back on Saturday", "2026-05-01", "discovery", "dana", then: deal => deal.Moves("2026-05-16T10:00", "qualification"))
            .Deal("D-2", "Closed on Sunday", "2026-05-01", "discovery", "dana", then: deal => deal.Moves("2026-05-16T10:00", "qualification").Loses("2026-05-17T10:00"))
            .Deal("D-3", "Before the time", "2026-03-01", "discovery", "dana", then: deal => deal.Moves("2026-05-03T10:00", "qualification"));
        var report = await Of(AlertKind.MovedBack, pipeline);
        Assert.Equal(["D-1 05-18"], Told(Assert.Single(report.Rows)));

        // To the manager, and she is one.
        Assert.Equal(new PersonId("mo"), report.InUse.Tellings[0].Reader);
    }

    [Fact]
    public async Task A_pause_is_peace_until_its_review_date()
    {
        var pipeline = People().Deal("D-1", "Frozen", "2026-03-02", owner: "dana", closeDate: "2026-04-01", then: deal => deal.Pauses("2026-03-10", "2026-05-14"));
        Assert.Equal(["D-1 05-14"], Told((await Of(AlertKind.CloseDatePassed, pipeline)).InUse));
        Assert.Equal(["D-1 05-14"], Told((await Of(AlertKind.PauseOver, pipeline)).InUse));
        Assert.Equal(["D-1 05-28"], Told((await Of(AlertKind.NoActivity, pipeline)).InUse));
    }

    [Fact]
    public async Task A_change_in_two_steps_is_one_as_it_is_told_every_day()
    {
        var pipeline = People().Deal("D-1", "Growing", "2026-03-02", owner: "dana", amount: 100_000, then: deal => Amount(Amount(deal, "2026-05-12T10:00", 100_000, 108_000), "2026-05-13T10:00", 108_000, 116_000));
        var report = await Of(AlertKind.AmountChanged, pipeline, asked: 8);
        Assert.Equal(["D-1 05-14"], Told(report.InUse));
        Assert.Equal((8m, 2), (report.Asked!.Rules[0].Threshold, report.Asked.Alerts));
        Assert.Equal([5, 8, 10, 15, 20, 30], report.Rows.Select(row => row.Rules[0].Threshold ?? 0));
    }

    [Fact]
    public async Task Each_deal_is_tested_by_the_rule_it_falls_under_and_what_is_never_told_stays_so()
    {
        AlertRule[] rules =
        [
            new(AlertKind.NoActivity) { Scope = new AlertScope { AtLeast = 50_000 }, Threshold = 5, To = AlertRoute.Owner },
            new(AlertKind.NoActivity) { Scope = new AlertScope { Teams = ["AMER"] }, When = AlertTiming.Off },
            new(AlertKind.NoActivity) { Threshold = 21, To = AlertRoute.Owner },
        ];
        var pipeline = People(rules)
            .Deal("D-1", "Large", "2026-05-06", owner: "dana", amount: 60_000)
            .Deal("D-2", "Small", "2026-05-06", owner: "dana", amount: 10_000)
            .Deal("D-3", "Left out", "2026-05-06", owner: "omar", amount: 10_000);
        var report = await Of(AlertKind.NoActivity, pipeline);
        Assert.Equal(["D-1 05-11", "D-2 05-27"], Told(report.InUse));
        Assert.Equal((2, 1), (report.Deals, report.People));
        Assert.Equal([2, 3, 5, 7, 10], report.Rows.Select(row => row.Rules[0].Threshold ?? 0));
        Assert.Equal(["D-1 05-13", "D-2 05-13"], Told(report.Rows[3]));
    }

    [Fact]
    public async Task A_rule_that_is_off_is_tested_as_if_it_were_on()
    {
        var pipeline = People([new AlertRule(AlertKind.NoNextStep) { When = AlertTiming.Off }]).Deal("D-1", "No step", "2026-05-06T12:00", owner: "dana");
        var report = await Of(AlertKind.NoNextStep, pipeline);
        Assert.True(report.IsOff);
        Assert.Equal(["D-1 05-07"], Told(report.InUse));
        Assert.False((await Of(AlertKind.NoActivity, pipeline)).IsOff);
    }

    [Fact]
    public async Task A_large_win_is_one_of_the_largest_tenth_as_known_on_its_day()
    {
        var pipeline = People();
        for (var number = 1; number <= 11; number++)
        {
            pipeline.Deal($"W-{number}", $"Win {number}", "2026-01-05", "negotiation", "dana", amount: 10_000 * number, then: deal => deal.Wins(number == 9 ? "2026-05-13T15:00" : "2026-03-02"));
        }

        pipeline.Deal("W-12", "Huge later", "2026-01-05", "negotiation", "dana", amount: 900_000, then: deal => deal.Wins("2026-05-20T15:00"));
        var report = await Of(AlertKind.LargeWin, pipeline, asked: 90_000);
        Assert.Equal(["W-12 05-21"], Told(report.InUse));
        Assert.Equal(["W-9 05-14", "W-12 05-21"], Told(report.Asked!));
        Assert.Equal((2, 100_000m, BacktestVerdict.News), (report.Deals, report.Large, report.InUse.Verdict));
        Assert.Equal((new DealsAfter(1, 0, 0, 0, 900_000), new DealsAfter(1, 0, 0, 0, 90_000)), (report.InUse.Told, report.InUse.Rest));
        Assert.Equal([50_000, 75_000, 90_000, null, 150_000, 200_000], report.Rows.Select(row => row.Rules[0].Threshold));
    }

    [Fact]
    public async Task What_happened_later_is_not_known()
    {
        var pipeline = People().Deal("D-1", "Lost later", "2026-03-02", owner: "dana", closeDate: "2026-05-05", then: deal => Push(deal, "2026-05-26T10:00", "2026-05-05", "2026-07-01").Loses("2026-05-28T10:00"));
        var report = await RuleBacktest.RunAsync(AlertKind.CloseDatePassed, null, new PastReader(pipeline), pipeline.Company, APipeline.At("2026-05-20T12:00"), 28, CancellationToken.None);
        Assert.Equal(["D-1 05-06"], Told(report.InUse));
        Assert.Equal(new DealsAfter(0, 0, 1, 1), report.InUse.Told);
    }

    [Fact]
    public async Task Deals_that_sat_and_were_lost_say_that_it_is_worth_being_told()
    {
        // One comes each work day and is won after 2 to 6 business days; each 14th sits for 40 and is lost.
        var (pipeline, work, number) = (People(), TestCompany.Profile.Work, 0);
        for (var day = new DateOnly(2024, 9, 2); day < new DateOnly(2026, 5, 1); day = work.NextWorkDay(day))
        {
            var at = work.StartOf(day).AddHours(8);
            var left = Moment(work.AddBusinessDays(at, number % 14 == 0 ? 40 : 2 + (number % 5)));
            pipeline.Deal($"D-{number}", $"Deal {number}", Moment(at), "proposal", "dana", then: deal => _ = number % 14 == 0 ? deal.Loses(left) : deal.Wins(left));
            number++;
        }

        var report = await RuleBacktest.RunAsync(AlertKind.StalledDeal, 30, new PastReader(pipeline), pipeline.Company, APipeline.At("2026-05-01T12:00"), 365, CancellationToken.None);

        var learned = report.Rows.Where(row => row.Rules[0].Threshold is null).ToList();
        Assert.Equal([1, 1.25m, 1.5m, 2, 3], learned.Select(row => row.Rules[0].Stretch));
        Assert.Equal(learned.Select(row => row.Alerts).OrderDescending(), learned.Select(row => row.Alerts));
        Assert.Equal([14, 30], report.Rows.Skip(5).Select(row => row.Rules[0].Threshold ?? 0));
        Assert.Equal((true, 0), (report.InUse.Told.Lost >= 10, report.InUse.Rest.Lost));
        Assert.Equal((0, BacktestVerdict.Tells), (report.InUse.Told.Won, report.InUse.Verdict));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public async Task On_each_morning_the_same_is_found_as_on_the_store_as_it_stood(int seed)
    {
        var pipeline = People(Scoped);
        pipeline.Person("P-1", "Pat", "EMEA").Person("P-2", "Quinn", "AMER", manager: "mo").Person("P-3", "Ray", "AMER");
        foreach (var deal in new RandomHistory(seed).Deals(250))
        {
            pipeline.Deal(deal.Deal, deal.Events);
        }

        for (var number = 0; number < 10; number++)
        {
            pipeline.Deal($"A-{number}", "Growing", "2025-06-02", owner: $"P-{number % 4}", amount: 40_000, then: deal => Amount(Amount(deal, $"2025-09-{10 + number}T10:00", 40_000, 44_000), $"2025-09-{12 + number}T09:00", 44_000, 39_000 + (1_000 * number)));
        }

        var now = APipeline.At("2025-11-21T10:00");
        var mornings = Mornings(now, 90);
        foreach (var kind in RuleBacktest.Kinds)
        {
            var asked = AlertKinds.Of(kind).Unit switch { null => (decimal?)null, "amount" => 30_000, "times" => 3, _ => 12 };
            var report = await RuleBacktest.RunAsync(kind, asked, new PastReader(pipeline), pipeline.Company, now, 90, CancellationToken.None);
            foreach (var row in report.Rows)
            {
                var company = RuleLadder.With(pipeline.Company, new RuleLadder.Rung(row.Rules, row.IsInUse, row.IsAsked));
                Assert.Equal(await FoundAsync(kind, pipeline, company, mornings), row.Tellings.Select(telling => (telling.Day, telling.Deal.Value, telling.Occurrence)).Order());
            }

            Assert.True(report.Rows.Any(row => row.Alerts > 0), $"Nothing is found by {kind}: the test says nothing of it.");
        }
    }

    private static AlertRule[] Scoped =>
    [
        new(AlertKind.CloseDatePassed) { Threshold = 4, Scope = new AlertScope { AtLeast = 20_000 } },
        new(AlertKind.CloseDatePassed) { Threshold = 10, Scope = new AlertScope { Teams = ["AMER"] } },
        new(AlertKind.NoActivity) { When = AlertTiming.Off, Scope = new AlertScope { Segments = ["SMB"] } },
        new(AlertKind.NoActivity) { Threshold = 7, To = AlertRoute.Manager },
    ];

    /// <summary>Each morning by itself: the store as of it, read by the rules as they run; each time once.</summary>
    private static async Task<IEnumerable<(DateOnly Day, string Deal, int Occurrence)>> FoundAsync(AlertKind kind, APipeline pipeline, CompanyProfile company, List<DateTimeOffset> mornings)
    {
        var (reader, begin, told) = (new PastReader(pipeline), company.Work.StartOf(new DateOnly(2025, 8, 24)), new Dictionary<(DealId, int), DateOnly>());
        var (clock, week) = (StageClock.Learn([], company.Alerts.DefaultStageDays), -1);
        foreach (var morning in mornings)
        {
            var (day, snapshot) = (company.Work.DateAt(morning), await reader.GetSnapshotAsync(morning, CancellationToken.None));
            if (kind == AlertKind.StalledDeal && week != (day.DayNumber - company.Work.DateAt(begin).DayNumber) / 7)
            {
                (clock, week) = (StallDetector.Learn(snapshot, company, morning), (day.DayNumber - company.Work.DateAt(begin).DayNumber) / 7);
            }

            var watch = new DealWatch(snapshot, company, clock, morning);
            foreach (var finding in snapshot.Deals.ToArray().SelectMany(deal => watch.Of(deal, begin > morning.AddDays(-5) ? begin : morning.AddDays(-5))).Where(finding => finding.Kind == kind))
            {
                told.TryAdd((finding.Deal.Id, finding.Occurrence), day);
            }
        }

        return told.Select(pair => (pair.Value, pair.Key.Item1.Value, pair.Key.Item2)).Order();
    }

    private static List<DateTimeOffset> Mornings(DateTimeOffset now, int days) =>
        [.. Enumerable.Range(0, days).Select(back => new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(1 - days + back).AddHours(8.5)).Where(at => at < now && TestCompany.Profile.Work.IsWorkDay(DateOnly.FromDateTime(at.Date)))];

    private static APipeline People(params AlertRule[] rules) =>
        new APipeline(TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { Rules = rules } })
            .Person("dana", "Dana Reyes", "EMEA", manager: "mo").Person("omar", "Omar Haddad", "AMER").Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager);

    private static Task<BacktestReport> Of(AlertKind kind, APipeline pipeline, decimal? asked = null) =>
        RuleBacktest.RunAsync(kind, asked, new PastReader(pipeline), pipeline.Company, Now, 28, CancellationToken.None);

    private static IEnumerable<string> Told(BacktestRow row) => row.Tellings.Select(telling => $"{telling.Deal} {telling.Day.ToString("MM-dd", CultureInfo.InvariantCulture)}");

    private static DealStory Push(DealStory story, string at, string from, string to) =>
        story.Add(APipeline.At(at), stamp => new DealEvent.CloseDateChanged(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)) { Deal = story.Id, Stamp = stamp });

    private static DealStory Amount(DealStory story, string at, decimal from, decimal to) =>
        story.Add(APipeline.At(at), stamp => new DealEvent.AmountChanged(new Money(from, "USD"), new Money(to, "USD")) { Deal = story.Id, Stamp = stamp });

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
