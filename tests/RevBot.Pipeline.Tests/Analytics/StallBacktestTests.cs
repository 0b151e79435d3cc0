using System.Globalization;
using RevBot.Pipeline.Analytics.Backtest;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Analytics;

/// <summary>A deal comes into Proposal each work day and leaves after 2 to 6 business days, won or on; two of June's sit there for 60 days and are lost.</summary>
public sealed class StallBacktestTests
{
    private static readonly int[] Days = [2, 3, 4, 4, 5, 6];

    [Fact]
    public void The_deals_that_sat_would_have_been_told_and_the_rest_not()
    {
        var report = StallBacktest.Run(Company().Snapshot(), TestCompany.Profile, APipeline.At("2026-09-30T06:00:00Z"), 180);

        var shipped = Assert.Single(report.Rows, row => row.IsShipped);
        Assert.Equal(2, shipped.Alerts);
        Assert.Equal(new DealsAfter(0, 2, 0, 0), shipped.Told);
        Assert.True(shipped.Rest.Won > 100 && shipped.Rest.Lost == 0);
        Assert.Equal((2 / (180 / 7d), 2 / (180 / 7d)), (shipped.AWeek, shipped.APersonAndWeek));
        Assert.Equal(2, shipped.MostAPersonAndWeek);
        Assert.Equal(("2026-04-03", "2026-09-30", 1), ($"{report.From:yyyy-MM-dd}", $"{report.To:yyyy-MM-dd}", report.People));
    }

    [Fact]
    public void A_louder_threshold_tells_at_least_as_much()
    {
        var report = StallBacktest.Run(Company().Snapshot(), TestCompany.Profile, APipeline.At("2026-09-30T06:00:00Z"), 180);

        var learned = report.Rows.Where(row => row.Threshold.StartsWith("learned", StringComparison.Ordinal)).Select(row => row.Alerts).ToList();
        Assert.Equal(4, learned.Count);
        Assert.Equal(learned.OrderDescending(), learned);
    }

    [Fact]
    public void What_happened_later_is_not_known()
    {
        // The two had sat for four days by the end; what came after is none of this time's.
        var report = StallBacktest.Run(Company().Snapshot(), TestCompany.Profile, APipeline.At("2026-06-05T06:00:00Z"), 60);

        Assert.All(report.Rows, row => Assert.Equal(0, row.Told.All));
        Assert.Contains(report.Rows, row => row.Rest.Open > 0);
    }

    [Fact]
    public void An_open_deal_whose_close_date_has_passed_has_slipped()
    {
        var company = Company().Deal("D-late", "Late", "2026-06-01T08:00:00Z", "proposal", "dana", closeDate: "2026-08-01");

        var report = StallBacktest.Run(company.Snapshot(), TestCompany.Profile, APipeline.At("2026-09-30T06:00:00Z"), 180);

        Assert.Equal(new DealsAfter(0, 2, 1, 1), report.Rows.Single(row => row.IsShipped).Told);
    }

    private static APipeline Company()
    {
        var (pipeline, work) = (new APipeline().Person("dana", "Dana Reyes", "EMEA"), TestCompany.Profile.Work);
        var number = 0;
        for (var day = new DateOnly(2025, 6, 2); day < new DateOnly(2026, 9, 1); day = work.NextWorkDay(day))
        {
            var at = work.StartOf(day).AddHours(8);
            var sits = day == new DateOnly(2026, 6, 1) || day == new DateOnly(2026, 6, 2);
            var left = work.AddBusinessDays(at, sits ? 60 : Days[number % Days.Length]).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            pipeline = pipeline.Deal($"D-{number++}", $"Deal {number}", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "proposal", "dana", then: deal => _ = sits ? deal.Loses(left) : deal.Wins(left));
        }

        return pipeline;
    }
}
