using System.Globalization;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class ForecastFreezerTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2025-11-12T09:00");

    [Fact]
    public void What_history_gives_for_a_day_is_what_the_day_itself_would_have_given()
    {
        var past = ForecastFreezer.Past(Company(Now).Snapshot(), TestCompany.Profile, Now, anew: false);

        foreach (var day in new[] { "2025-04-01", "2025-05-16", "2025-09-10", "2025-10-01" })
        {
            var kept = past.Single(forecast => forecast is { By: null, Method: ForecastMethod.Simulated } && forecast.FrozenOn == Asking.Day(day) && forecast.Start <= forecast.FrozenOn);
            var then = Company(kept.At);
            var question = new Question { Measure = "forecast.simulated", Period = Asking.Between(Text(kept.Start), Text(kept.End)) };
            var answer = new MetricCatalog().Evaluate(question, then.Snapshot(), then.Company, kept.At);

            Assert.Equal<(decimal?, decimal?, decimal?, int)>((answer.Value, answer.Range!.Low, answer.Range.High, answer.Receipt.Deals), (kept.Amount, kept.Low, kept.High, kept.Things));
            Assert.True(kept.IsFromHistory);
        }
    }

    [Fact]
    public void Forecasts_are_kept_on_three_days_of_a_quarter_for_everybody_and_weekly_for_the_company_and_its_teams()
    {
        var company = Company(Now);
        IReadOnlyList<FrozenForecast> On(string day) => ForecastFreezer.Today(company.Snapshot(), TestCompany.Profile, APipeline.At($"{day}T12:00"));

        Assert.Contains(On("2025-10-01"), forecast => forecast is { By: Dimension.Owner, Key: "dana" });
        Assert.Contains(On("2025-11-16"), forecast => forecast is { By: Dimension.Owner });
        Assert.Contains(On("2025-12-11"), forecast => forecast is { By: Dimension.Owner });
        Assert.All(On("2025-11-03"), forecast => Assert.True(forecast.By is null or Dimension.Team));
        Assert.Equal([Asking.Day("2025-10-01"), Asking.Day("2026-01-01")], On("2025-11-03").Where(forecast => forecast.By is null).Select(forecast => forecast.Start).Order());
        Assert.All(On("2025-11-03").Where(forecast => forecast.By == Dimension.Team), forecast => Assert.Equal(Asking.Day("2025-10-01"), forecast.Start));
        Assert.Empty(On("2025-11-12"));
    }

    [Fact]
    public void A_day_that_is_kept_is_not_kept_again_and_only_what_history_gave_is_worked_out_anew()
    {
        var company = Company(Now);
        var monday = APipeline.At("2025-11-03T12:00");
        var today = ForecastFreezer.Today(company.Snapshot(), TestCompany.Profile, monday);
        var past = ForecastFreezer.Past(company.Snapshot(), TestCompany.Profile, monday, anew: false);
        var kept = With(company.Snapshot(), [.. past, .. today]);

        Assert.Empty(ForecastFreezer.Today(kept, TestCompany.Profile, monday));
        Assert.Empty(ForecastFreezer.Past(kept, TestCompany.Profile, monday, anew: false));
        Assert.Equal(past.Count, ForecastFreezer.Past(kept, TestCompany.Profile, monday, anew: true).Count);
        Assert.DoesNotContain(ForecastFreezer.Past(kept, TestCompany.Profile, Now, anew: true), forecast => forecast.FrozenOn == Asking.Day("2025-11-03"));
    }

    [Fact]
    public void Accuracy_is_one_less_all_errors_as_a_share_of_all_that_was_won()
    {
        var company = Company(Now);
        var won = company.By("bookings.won_amount", Asking.Between("2025-04-01", "2025-09-30"), Dimension.Quarter).Rows.Select(row => row.Value!.Value).ToList();
        var snapshot = With(company.Snapshot(), [Frozen("2025-04-01", "2025-04-01", won[0] + 3_000), Frozen("2025-05-16", "2025-04-01", won[0] - 1_000), Frozen("2025-07-01", "2025-07-01", won[1]), Frozen("2025-07-08", "2025-07-01", 1)]);

        var answer = Ask(snapshot, Now);

        Assert.Equal(Math.Round(1 - (4_000 / ((2 * won[0]) + won[1])), 9), Math.Round(answer.Value!.Value, 9));
        Assert.Equal(3, answer.Receipt.Deals);
        Assert.Contains("all frozen on the day", answer.Receipt.Remarks);
        Assert.Equal(["Q2 2025", "Q3 2025"], Ask(snapshot, Now, Dimension.Quarter).Rows.Select(row => row.Keys[0].Label));
    }

    [Fact]
    public void Who_asks_as_of_an_earlier_moment_sees_no_later_forecast()
    {
        var snapshot = With(Company(Now).Snapshot(), [Frozen("2025-04-01", "2025-04-01", 5_000), Frozen("2025-07-01", "2025-07-01", 5_000)]);

        Assert.Equal(2, Ask(snapshot, Now).Receipt.Deals);
        Assert.Equal(1, Ask(snapshot, APipeline.At("2025-07-01T05:00")).Receipt.Deals);
    }

    [Fact]
    public void Without_frozen_forecasts_it_is_said_how_they_come_to_be()
    {
        Assert.Contains("every night", Ask(Company(Now).Snapshot(), Now).NoData, StringComparison.Ordinal);
        Assert.Contains("No whole quarter", new MetricCatalog().Evaluate(new Question { Measure = "forecast.accuracy", Period = Asking.Quarter }, Company(Now).Snapshot(), TestCompany.Profile, Now).NoData, StringComparison.Ordinal);
    }

    private static FrozenForecast Frozen(string day, string quarter, decimal amount) => new()
    {
        FrozenOn = Asking.Day(day),
        At = APipeline.At($"{day}T06:00"),
        Start = Asking.Day(quarter),
        End = Asking.Day(quarter).AddMonths(3).AddDays(-1),
        Method = ForecastMethod.Simulated,
        Amount = amount,
        RecordedAt = APipeline.At($"{day}T06:00"),
    };

    private static Answer Ask(PipelineSnapshot snapshot, DateTimeOffset now, params Dimension[] by) => new MetricCatalog().Evaluate(
        new Question { Measure = "forecast.accuracy", Period = Asking.Between("2025-04-01", "2025-09-30"), Breakdown = [.. by] }, snapshot, TestCompany.Profile, now);

    private static PipelineSnapshot With(PipelineSnapshot snapshot, IReadOnlyList<FrozenForecast> forecasts) => new()
    {
        Version = 2,
        DirectoryVersion = snapshot.DirectoryVersion,
        Deals = snapshot.Deals,
        DealPositions = snapshot.DealPositions,
        Accounts = snapshot.Accounts,
        People = snapshot.People,
        FrozenForecasts = forecasts,
    };

    /// <summary>Two reps, a deal every other day; amounts change on the way, some deals are won, lost, and opened again. Told up to a moment.</summary>
    private static APipeline Company(DateTimeOffset until)
    {
        var company = new APipeline().Person("dana", "Dana Reyes").Person("tom", "Tom Berg");
        var start = APipeline.At("2024-08-01T09:00");
        for (var number = 0; start.AddDays(2 * number) is var created && created < until && number < 240; number++)
        {
            var (moved, raised, closed) = (created.AddDays(6 + (number % 9)), created.AddDays(15), created.AddDays(20 + (number % 23)));
            company.Deal($"{number}", $"Deal {number}", Text(created), owner: number % 3 == 0 ? "tom" : "dana", amount: 1_000 * (1 + (number % 17)), closeDate: "2025-12-01", then: deal =>
            {
                if (moved < until)
                {
                    deal.Moves(Text(moved), "proposal");
                }

                if (raised < until && number % 5 == 0)
                {
                    deal.Add(raised, stamp => new DealEvent.AmountChanged(new Money(1_000 * (1 + (number % 17)), "USD"), new Money(9_000, "USD")) { Deal = deal.Id, Stamp = stamp });
                }

                if (closed < until && number % 4 > 0)
                {
                    _ = number % 4 == 1 ? deal.Wins(Text(closed)) : deal.Loses(Text(closed));
                }

                if (closed.AddDays(30) < until && number % 16 == 1)
                {
                    deal.Reopens(Text(closed.AddDays(30)), "proposal");
                }
            });
        }

        return company;
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
