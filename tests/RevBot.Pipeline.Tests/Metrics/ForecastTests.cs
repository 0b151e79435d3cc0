using System.Globalization;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class ForecastTests
{
    private static readonly Period ThisQuarter = Asking.Quarter;
    private static readonly Period NextQuarter = Asking.Between("2026-01-01", "2026-03-31", "next quarter");

    [Fact]
    public void What_is_won_already_counts_and_the_rest_is_played()
    {
        var answer = Company().Ask("forecast.simulated", ThisQuarter);

        Assert.Equal(answer.Parts[0].Value, Company().Ask("bookings.won_amount", ThisQuarter).Value);
        Assert.True(answer.Value > answer.Parts[0].Value);
        Assert.True(answer.Range!.Low <= answer.Value && answer.Value <= answer.Range.High && answer.Range.Low >= answer.Parts[0].Value);
        Assert.Contains(answer.Receipt.Remarks, remark => remark.Contains("past stretches", StringComparison.Ordinal));
    }

    [Fact]
    public void Asked_twice_it_is_the_same_and_so_it_is_as_a_row()
    {
        var company = Company();

        Assert.Equal(company.Ask("forecast.simulated", ThisQuarter).Value, company.Ask("forecast.simulated", ThisQuarter).Value);
        var rows = company.By("forecast.simulated", ThisQuarter, Dimension.Owner).Rows;
        Assert.All(rows, row => Assert.Equal(company.Ask("forecast.simulated", ThisQuarter, new DealFilter.In(Dimension.Owner, [row.Keys[0]])).Value, row.Value));
    }

    [Fact]
    public void Next_quarter_holds_nothing_won_so_far_and_less_of_what_is_open()
    {
        var (now, next) = (Company().Ask("forecast.simulated", ThisQuarter), Company().Ask("forecast.simulated", NextQuarter));

        Assert.Equal(0, next.Parts[0].Value);
        Assert.InRange(next.Parts[1].Value!.Value, 1, now.Parts[1].Value!.Value);
        Assert.True(next.Parts[2].Value > now.Parts[2].Value);
    }

    [Fact]
    public void With_a_quota_the_chance_to_reach_it_is_told()
    {
        var (low, high) = (Company().Quota("dana", "2025-10-01", "2025-12-31", 1_000), Company().Quota("dana", "2025-10-01", "2025-12-31", 90_000_000));

        Assert.Equal(1, low.Ask("forecast.simulated", ThisQuarter).Parts[4].Value);
        Assert.Contains("likely reached", low.Ask("forecast.simulated", ThisQuarter).SoWhat, StringComparison.Ordinal);
        Assert.Equal(0, high.Ask("forecast.simulated", ThisQuarter).Parts[4].Value);
        Assert.Contains("missed", high.Ask("forecast.simulated", ThisQuarter).SoWhat, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_a_quarter_that_is_over_it_stands_beside_what_was_won_then()
    {
        Assert.Equal(Company().Ask("bookings.won_amount", Asking.LastQuarter).Value, Company().Ask(new Question { Measure = "forecast.simulated", Period = ThisQuarter, CompareWith = Asking.LastQuarter }).Compared);
    }

    [Fact]
    public void A_paused_deal_can_be_won_from_its_review_date_on()
    {
        var plain = Paused(null).Ask("forecast.simulated", ThisQuarter);
        var returning = Paused("2025-12-29").Ask("forecast.simulated", ThisQuarter);
        var away = Paused("2026-02-01").Ask("forecast.simulated", ThisQuarter);

        // What is expected from open deals shrinks with the days left for them.
        Assert.True(plain.Parts[1].Value > returning.Parts[1].Value && returning.Parts[1].Value > away.Parts[1].Value);
        Assert.Empty(plain.Receipt.Excluded);
        Assert.Contains("1 paused deal from its review date on", returning.Receipt.Remarks);
        Assert.Equal([new RevBot.Pipeline.Answers.Exclusion(RevBot.Pipeline.Answers.Exclusion.Paused, 1)], away.Receipt.Excluded);
        Assert.Empty(Paused("2026-02-01").Ask("forecast.simulated", NextQuarter).Receipt.Excluded);

        static APipeline Paused(string? until) => Company().Deal("big", "Big", "2025-10-20T09:00", owner: "dana", amount: 400_000, then: deal =>
        {
            deal.Moves("2025-10-27T09:00", "proposal");
            if (until is not null)
            {
                deal.Pauses("2025-11-10T09:00", until);
            }
        });
    }

    [Fact]
    public void What_cannot_be_forecast_is_said()
    {
        Assert.Contains("over", Company().Ask("forecast.simulated", Asking.Between("2024-01-01", "2024-03-31")).NoData, StringComparison.Ordinal);
        Assert.Contains("too far ahead", Company().Ask("forecast.simulated", Asking.Between("2027-01-01", "2027-03-31")).NoData, StringComparison.Ordinal);
        Assert.Contains("has no stage", Company().By("forecast.simulated", ThisQuarter, Dimension.Stage).NoData, StringComparison.Ordinal);
        Assert.Contains("one period as a whole", Company().By("forecast.simulated", ThisQuarter, Dimension.Month).NoData, StringComparison.Ordinal);
        Assert.Contains("not for what deals are like today", Company().Ask("forecast.simulated", ThisQuarter, new DealFilter.Pushed(2)).NoData, StringComparison.Ordinal);
        Assert.Contains("too little stage history", new APipeline().Deal("1", "One", "2025-11-01T09:00", amount: 1).Ask("forecast.simulated", ThisQuarter).NoData, StringComparison.Ordinal);
        Assert.Contains("too few deals", Company().Ask("forecast.simulated", ThisQuarter, new DealFilter.In(Dimension.Region, [new DimensionValue("APAC", "APAC")])).NoData, StringComparison.Ordinal);
    }

    /// <summary>Two reps, a deal every other day for a year and more; half of them are won after some weeks.</summary>
    private static APipeline Company()
    {
        var company = new APipeline().Person("dana", "Dana Reyes").Person("tom", "Tom Berg");
        var start = APipeline.At("2024-08-01T09:00");
        for (var number = 0; number < 240; number++)
        {
            var created = start.AddDays(2 * number);
            company.Deal($"{number}", $"Deal {number}", Text(created), owner: number % 3 == 0 ? "tom" : "dana", amount: 1_000 * (1 + (number % 17)), then: deal =>
            {
                var (first, second) = (created.AddDays(6 + (number % 9)), created.AddDays(20 + (number % 23)));
                if (first < Asking.Now)
                {
                    _ = number % 4 == 3 ? deal.Loses(Text(first)) : deal.Moves(Text(first), "proposal");
                }

                if (second < Asking.Now && number % 4 != 3)
                {
                    _ = number % 4 == 2 ? deal.Loses(Text(second)) : deal.Wins(Text(second));
                }
            });
        }

        return company;
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
