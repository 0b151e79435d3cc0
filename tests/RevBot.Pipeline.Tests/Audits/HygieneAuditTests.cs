using System.Globalization;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Audits;

/// <summary>What an audit finds on Thursday 14 May 2026.</summary>
public sealed class HygieneAuditTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-14T09:00");

    [Fact]
    public void A_deal_that_says_all_and_was_worked_on_has_no_issue() => Assert.Empty(Of(Kept(new APipeline(), "D-1")).Lines);

    [Fact]
    public void An_amount_and_a_close_date_are_missed()
    {
        Assert.True(Only<AuditIssue.NoAmount>(Kept(new APipeline(), "D-1", amount: null)).IsSevere);
        Assert.True(Only<AuditIssue.NoCloseDate>(Kept(new APipeline(), "D-1", closeDate: null)).IsSevere);
    }

    [Theory]
    [InlineData("2026-05-14", null, false)]
    [InlineData("2026-05-13", 1, false)]
    [InlineData("2026-04-30", 14, false)]
    [InlineData("2026-04-29", 15, true)]
    public void A_close_date_that_has_passed_is_severe_after_a_fortnight(string date, int? days, bool severe)
    {
        var found = Issues<AuditIssue.CloseDatePassed>(Kept(new APipeline(), "D-1", closeDate: date)).SingleOrDefault();
        Assert.Equal((days, severe), (found?.Days, found?.IsSevere ?? false));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("Demo", null, true)]
    [InlineData("Demo", "2026-05-13", true)]
    [InlineData("Demo", "2026-05-14", false)]
    public void A_next_step_needs_a_day_that_is_not_over(string? step, string? due, bool found) =>
        Assert.Equal(found, Issues<AuditIssue.NoNextStep>(Kept(new APipeline(), "D-1", step: step, due: due)).Count == 1);

    [Fact]
    public void A_deal_is_left_alone_after_more_than_a_fortnight()
    {
        Assert.Empty(Issues<AuditIssue.LeftAlone>(Kept(new APipeline(), "D-1", touched: "2026-04-30T10:00")));
        Assert.Equal(15, Only<AuditIssue.LeftAlone>(Kept(new APipeline(), "D-1", touched: "2026-04-29T10:00")).Days);
    }

    [Fact]
    public void What_its_stage_asks_for_is_missed_but_for_what_has_a_check_of_its_own()
    {
        var strict = Strict();
        var missing = Only<AuditIssue.CriteriaMissing>(Kept(new APipeline(strict), "D-1", stage: "discovery", amount: null), strict);
        Assert.Equal(["stakeholders", "budget"], missing.Fields.Select(field => field.Key));
        Assert.Empty(Issues<AuditIssue.CriteriaMissing>(Kept(new APipeline(strict), "D-1", stage: "discovery", fields: new() { ["stakeholders"] = "CFO", ["budget"] = "yes" }), strict));
        Assert.Empty(Issues<AuditIssue.CriteriaMissing>(Kept(new APipeline(strict), "D-1"), strict));
    }

    [Theory]
    [InlineData("2026-06-01 2026-06-10 2026-06-20", 0)]
    [InlineData("2026-06-01 2026-06-10 2026-06-20 2026-06-25", 3)]
    [InlineData("2026-06-01 2026-07-10 2026-08-20", 0)]
    [InlineData("2026-06-01 2026-07-10 2026-10-20", 2)]
    [InlineData("2026-10-20 2026-07-10 2026-06-01 2026-05-20", 0)]
    public void A_date_keeps_moving_from_the_third_push_on_or_the_second_over_a_quarter_s_end(string dates, int pushes)
    {
        var days = dates.Split(' ');
        var pipeline = Kept(new APipeline(), "D-1", closeDate: days[0], then: story =>
        {
            foreach (var (from, to) in days.Zip(days.Skip(1)))
            {
                story.Add(APipeline.At("2026-05-13T10:00"), stamp => new DealEvent.CloseDateChanged(Day(from), Day(to)) { Deal = story.Id, Stamp = stamp });
            }
        });
        Assert.Equal(pushes, Issues<AuditIssue.DatePushed>(pipeline).SingleOrDefault()?.Times ?? 0);
    }

    [Theory]
    [InlineData("commit", null, true)]
    [InlineData("Commit", null, true)]
    [InlineData("Best Case", null, false)]
    [InlineData(null, "90%", true)]
    [InlineData(null, "0.9", true)]
    [InlineData(null, "15", false)]
    [InlineData(null, null, false)]
    public void A_claim_is_held_against_how_such_deals_turned_out(string? category, string? probability, bool overstated)
    {
        Dictionary<string, string> fields = [];
        if (category is not null)
        {
            fields[DealFields.ForecastCategory] = category;
        }

        if (probability is not null)
        {
            fields["probability"] = probability;
        }

        var pipeline = Kept(Past(new APipeline(), 40, wonOf: 4), "D-1", fields: fields);
        var found = Issues<AuditIssue.Overstated>(pipeline).SingleOrDefault();
        Assert.Equal(overstated, found is not null);
        if (found is not null)
        {
            Assert.InRange(found.Odds, .1, .4);
            Assert.Equal((overstated && category is not null ? .8 : .9, 40), (found.Claim, found.Past));
        }
    }

    [Fact]
    public void Too_little_history_judges_no_claim_and_says_so()
    {
        var audit = Of(Kept(Past(new APipeline(), 19, wonOf: 4), "D-1", fields: new() { [DealFields.ForecastCategory] = "Commit" }));
        Assert.Equal((1, 0), (audit.UnjudgedClaims, audit.Lines.Count(line => line.Check == AuditCheck.Overstated)));
    }

    [Theory]
    [InlineData("Acme Platform renewal", "Renewal: Acme Platform", null, null, true)]
    [InlineData("Acme Platform renewal", "Acme Platfrom renewal", null, null, true)]
    [InlineData("Acme renewal 2026", "Acme renewal 2027", null, null, false)]
    [InlineData("Acme Platform", "Acme Services", null, null, false)]
    [InlineData("Acme Platform", "Something else", "GTX", "gtx", true)]
    [InlineData("Acme Platform", "Something else", "GTX", "MG", false)]
    public void Of_two_that_may_be_one_the_younger_is_told(string first, string second, string? product, string? otherProduct, bool twins)
    {
        var pipeline = new APipeline().Account("A", "Acme").Account("B", "Other");
        Kept(pipeline, "D-2", first, account: "A", fields: Product(product), created: "2026-05-01T10:00");
        Kept(pipeline, "D-1", second, account: "A", fields: Product(otherProduct), created: "2026-05-02T10:00");
        Kept(pipeline, "D-3", first, account: "B", fields: Product(product), created: "2026-05-03T10:00");
        var found = Issues<AuditIssue.Duplicate>(pipeline).SingleOrDefault();
        Assert.Equal(twins ? ("D-1", "D-2", product is not null) : default, found is null ? default : (found.Deal.Id.Value, found.Other.Id.Value, found.IsSameProduct));
    }

    [Fact]
    public void A_loss_of_the_last_year_wants_a_reason()
    {
        var pipeline = new APipeline()
            .Deal("L-1", "Fresh", "2026-01-01", amount: 9_000, then: story => story.Loses("2026-04-01", null))
            .Deal("L-2", "Told", "2026-01-01", amount: 9_000, then: story => story.Loses("2026-04-01"))
            .Deal("L-3", "Long ago", "2024-01-01", amount: 9_000, then: story => story.Loses("2025-05-14", null));
        var audit = Of(pipeline);
        Assert.Equal("L-1", Assert.Single(Assert.Single(audit.Lines).Issues).Deal.Id.Value);
        Assert.Equal((0, (decimal?)null), (audit.Open, audit.Share));
    }

    [Fact]
    public void A_deal_older_than_the_slowest_of_twenty_wins_of_its_segment_is_a_zombie()
    {
        var pipeline = new APipeline().Account("S", "Small", "SMB").Account("E", "Large", "Enterprise");
        for (var number = 1; number <= 20; number++)
        {
            pipeline.Deal($"W-{number}", $"Win {number}", "2026-01-01", account: "S", amount: 1_234, then: story => story.Wins(number == 20 ? "2026-03-02" : "2026-02-01"));
        }

        pipeline.Deal("W-21", "Win 21", "2024-01-01", account: "E", amount: 1_234, then: story => story.Wins("2026-03-02"));
        Kept(pipeline, "D-1", "At its end", account: "S", created: "2026-03-15T10:00");
        Kept(pipeline, "D-2", "Too old", account: "S", created: "2026-03-14T10:00");
        Kept(pipeline, "D-3", "Elsewhere", account: "E", created: "2020-03-14T10:00");
        var zombie = Assert.Single(Issues<AuditIssue.Zombie>(pipeline));
        Assert.Equal(("D-2", 61, 60, "SMB", 20), (zombie.Deal.Id.Value, zombie.Days, zombie.Longest, zombie.Segment, zombie.Wins));
    }

    [Theory]
    [InlineData(10, 4, 25_000, 4)]
    [InlineData(10, 3, 25_000, 0)]
    [InlineData(9, 9, 25_000, 0)]
    [InlineData(10, 10, 25_100, 0)]
    public void A_round_amount_on_more_than_three_of_ten_deals_of_an_owner_is_a_placeholder(int deals, int same, int amount, int found)
    {
        var pipeline = new APipeline().Person("dana", "Dana Reyes");
        for (var number = 1; number <= deals; number++)
        {
            Kept(pipeline, $"D-{number}", $"Deal {number}", owner: "dana", amount: number <= same ? amount : 10_001 + number);
        }

        Assert.Equal(found, Issues<AuditIssue.RoundAmount>(pipeline).Count);
    }

    [Fact]
    public void The_score_s_own_five_are_told_apart_and_the_worst_check_and_owner_come_first()
    {
        var pipeline = new APipeline().Person("dana", "Dana Reyes").Person("omar", "Omar Haddad");
        Kept(pipeline, "D-1", "Fine", owner: "dana");
        Kept(pipeline, "D-2", "No day", owner: "dana", due: null);
        Kept(pipeline, "D-3", "Late", owner: "omar", closeDate: "2026-03-01", amount: 70_001);
        Kept(pipeline, "D-4", "Not mine", owner: "omar", amount: null);
        var audit = HygieneAudit.Of(deal => deal.Id.Value != "D-4", pipeline.Snapshot(), pipeline.Company, Now);
        Assert.Equal((3, 1, 2), (audit.Open, audit.Clean, audit.CleanByScore));
        Assert.Equal([AuditCheck.CloseDatePassed, AuditCheck.NoNextStep], audit.Lines.Select(line => line.Check));
        Assert.Equal((70_001m, 1), (audit.Lines[0].Worth, audit.Lines[0].Severe));
        Assert.Equal(["omar 0/1", "dana 1/2"], audit.Owners.Select(owner => $"{owner.Owner} {owner.Clean}/{owner.Open}"));
    }

    [Theory]
    [InlineData(1, "2026-05-14", "2026-06-30")]
    [InlineData(1, "2026-06-16", "2026-06-30")]
    [InlineData(1, "2026-06-17", "2026-09-30")]
    [InlineData(2, "2026-04-25", "2026-07-31")]
    public void A_date_is_put_off_to_the_end_of_the_fiscal_quarter_unless_that_is_near(int startMonth, string today, string planned) =>
        Assert.Equal(Day(planned), HygieneAudit.PlannedClose(TestCompany.Profile with { Fiscal = new FiscalCalendar(startMonth) }, Day(today)));

    /// <summary>A deal without an issue, but for what is said.</summary>
    private static APipeline Kept(
        APipeline pipeline, string id, string name = "Acme", string created = "2026-05-04T10:00", string stage = "qualification", string? owner = null, string? account = null, decimal? amount = 20_001,
        string? closeDate = "2026-06-30", string? step = "Demo", string? due = "2026-05-20", string touched = "2026-05-12T10:00", Dictionary<string, string>? fields = null, Action<DealStory>? then = null) =>
        pipeline.Deal(id, name, string.CompareOrdinal(created, touched) < 0 ? created : touched, stage, owner, account, amount, closeDate, fields: fields, then: story =>
        {
            story.Add(APipeline.At(touched), stamp => new DealEvent.NextStepChanged(null, null, step, due is null ? null : Day(due)) { Deal = story.Id, Stamp = stamp });
            then?.Invoke(story);
        });

    /// <summary>Deals that stayed twenty days in their first stage and went from there.</summary>
    private static APipeline Past(APipeline pipeline, int count, int wonOf)
    {
        for (var number = 1; number <= count; number++)
        {
            pipeline.Deal($"P-{number}", $"Past {number}", "2026-02-02", amount: 1_234, then: story => _ = number % wonOf == 0 ? story.Wins("2026-03-02") : story.Loses("2026-03-02"));
        }

        return pipeline;
    }

    private static CompanyProfile Strict()
    {
        var usual = TestCompany.Profile;
        return usual with
        {
            Fields = [new DealField("stakeholders", "Stakeholders", FieldKind.Text, []), new DealField("budget", "Budget", FieldKind.Text, [])],
            Process = new SalesProcess([.. usual.Process.Stages.Select(stage => stage.Id.Value == "discovery" ? stage with { RequiredToEnter = [DealFields.Amount, "stakeholders", "budget"] } : stage)]),
        };
    }

    private static Dictionary<string, string> Product(string? product) => product is null ? [] : new() { [DealFields.Product] = product };

    private static HygieneAudit Of(APipeline pipeline, CompanyProfile? company = null) => HygieneAudit.Of(_ => true, pipeline.Snapshot(), company ?? pipeline.Company, Now);

    private static List<T> Issues<T>(APipeline pipeline, CompanyProfile? company = null)
        where T : AuditIssue => [.. Of(pipeline, company).Lines.SelectMany(line => line.Issues).OfType<T>()];

    private static T Only<T>(APipeline pipeline, CompanyProfile? company = null)
        where T : AuditIssue => Assert.Single(Issues<T>(pipeline, company));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
