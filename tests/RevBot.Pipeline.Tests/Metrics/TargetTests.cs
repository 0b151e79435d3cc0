using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>Quotas, and what is won and open against them.</summary>
public sealed class TargetTests
{
    [Fact]
    public void A_quota_is_summed_over_people_and_split_by_them()
    {
        var answer = Story().By("quota.target", Asking.Quarter, Dimension.Team);

        Assert.Equal(300_000m, answer.Value);
        Assert.Equal(["EMEA=200000", "AMER=100000"], answer.Lines());
        Assert.Equal(3, answer.Receipt.Deals);
    }

    [Fact]
    public void A_month_has_its_days_of_a_quarters_quota_and_the_months_sum_to_it()
    {
        var answer = Story().By("quota.target", Asking.Quarter, Dimension.Month);

        Assert.Equal([300_000m * 31 / 92, 300_000m * 30 / 92, 300_000m * 31 / 92], answer.Rows.Select(row => row.Value.GetValueOrDefault()).Select((value, place) => Math.Abs(value - (300_000m * (place == 1 ? 30 : 31) / 92)) < 1e-9m ? 300_000m * (place == 1 ? 30 : 31) / 92 : value));
        Assert.Equal(300_000m, answer.Rows.Sum(row => row.Value));
    }

    [Fact]
    public void The_shortest_quota_that_holds_a_day_counts_for_it()
    {
        var pipeline = new APipeline().Person("dana", "Dana Reyes").Quota("dana", "2025-01-01", "2025-12-31", 365_000m).Quota("dana", "2025-10-01", "2025-12-31", 200_000m);

        Assert.Equal(200_000m, pipeline.Ask("quota.target", Asking.Quarter).Value);
        Assert.Equal(273_000m + 200_000m, Math.Round(pipeline.Ask("quota.target", Asking.Between("2025-01-01", "2025-12-31")).Value.GetValueOrDefault(), 6));
    }

    [Fact]
    public void Attainment_is_what_was_won_of_the_quota_and_nothing_won_is_zero()
    {
        var answer = Story().By("quota.attainment", Asking.Quarter, Dimension.Owner);

        Assert.Equal(90_000m / 300_000m, answer.Value);
        Assert.Equal(["Dana Reyes=0.6", "Priya Raman=0.3", "Sam Cole=0"], answer.Lines());
        Assert.Equal("Time gone", answer.Parts[^1].Title);
        Assert.StartsWith("Attainment trails", answer.SoWhat, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gap_is_what_is_missing() => Assert.Equal(210_000m, Story().Ask("quota.gap", Asking.Quarter).Value);

    [Fact]
    public void Without_a_quota_nothing_is_guessed()
    {
        var answer = Story().Ask("quota.attainment", Asking.Between("2020-01-01", "2020-12-31"));

        Assert.Null(answer.Value);
        Assert.Equal("There is no quota in that period.", answer.NoData);
    }

    [Fact]
    public void Quotas_are_for_people_and_not_for_segments()
    {
        var question = new Question { Measure = "coverage.remaining", Period = Asking.Quarter, Breakdown = [Dimension.Segment] };

        Assert.Equal("Quotas are for people and periods; there are none by segment.", new MetricCatalog().Obstacle(question, Story().Snapshot()));
        Assert.Null(Story().Ask(question).Value);
    }

    [Fact]
    public void Coverage_is_what_is_open_over_what_is_left_to_win()
    {
        var answer = Story().Ask("coverage.remaining", Asking.Quarter);

        Assert.Equal(420_000m / 210_000m, answer.Value);
        Assert.Equal(1.4m, Story().Ask("coverage.gross", Asking.Quarter).Value);
        Assert.Equal(["Open pipeline", "Quota", "Won", "Win rate by value", "Left to win", "Gross coverage", "Coverage needed"], answer.Parts.Select(part => part.Title));
    }

    [Fact]
    public void A_quota_that_is_attained_has_no_coverage_but_says_so()
    {
        var answer = Story().Deal("W-9", "Big", "2025-09-01", owner: "sam", amount: 500_000, then: story => story.Wins("2025-11-01")).Ask("coverage.remaining", Asking.Quarter);

        Assert.Null(answer.Value);
        Assert.StartsWith("The quota is attained", answer.NoData, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_closed_deals_have_an_interval_around_their_win_rate()
    {
        var range = Story().Ask("win_rate.count", Asking.Quarter).Range;

        Assert.NotNull(range);
        Assert.True(range.Low > .3m && range.High == 1m, $"{range}");
    }

    private static APipeline Story() => new APipeline()
        .Person("dana", "Dana Reyes", "EMEA").Person("priya", "Priya Raman", "EMEA").Person("sam", "Sam Cole", "AMER")
        .Quota("dana", "2025-10-01", "2025-12-31", 100_000m).Quota("priya", "2025-10-01", "2025-12-31", 100_000m).Quota("sam", "2025-10-01", "2025-12-31", 100_000m)
        .Deal("W-1", "Umbrella", "2025-09-01", owner: "dana", amount: 60_000, then: story => story.Wins("2025-11-01"))
        .Deal("W-2", "Hooli", "2025-09-01", owner: "priya", amount: 30_000, then: story => story.Wins("2025-11-03"))
        .Deal("O-1", "Acme", "2025-10-01", owner: "sam", amount: 420_000, closeDate: "2025-12-15");
}
