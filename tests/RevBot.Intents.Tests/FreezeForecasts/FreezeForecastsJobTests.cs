using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RevBot.Intents.FreezeForecasts;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.FreezeForecasts;

public sealed class FreezeForecastsJobTests
{
    [Fact]
    public async Task The_first_night_keeps_the_day_and_works_out_what_went_before()
    {
        var kept = await RunAsync("2025-10-01T12:00");

        Assert.Contains(kept, forecast => forecast is { IsFromHistory: false, By: null } && forecast.FrozenOn == new DateOnly(2025, 10, 1));
        Assert.Contains(kept, forecast => forecast.IsFromHistory && forecast.FrozenOn == new DateOnly(2025, 7, 1));
        Assert.DoesNotContain(kept, forecast => forecast.IsFromHistory && forecast.FrozenOn >= new DateOnly(2025, 10, 1));
    }

    [Fact]
    public async Task A_night_without_a_day_to_keep_only_makes_up_for_what_was_missed()
    {
        var kept = await RunAsync("2025-10-02T12:00");

        Assert.All(kept, forecast => Assert.True(forecast.IsFromHistory));
        Assert.Contains(kept, forecast => forecast.FrozenOn == new DateOnly(2025, 10, 1));
    }

    [Fact]
    public void It_runs_every_night_weekends_too() =>
        Assert.True(new FreezeForecastsJob(new FixedReader(), new Notes(), new FixedCompany(), NullLogger<FreezeForecastsJob>.Instance).Schedule.Counts(new DateOnly(2025, 10, 4)));

    private static async Task<List<FrozenForecast>> RunAsync(string now)
    {
        var notes = new Notes();
        var job = new FreezeForecastsJob(new FixedReader(), notes, new FixedCompany(), NullLogger<FreezeForecastsJob>.Instance);
        await job.RunAsync(APipeline.At(now), APipeline.At(now), CancellationToken.None);
        return notes.Kept;
    }

    private sealed class Notes : IForecastWriter
    {
        public List<FrozenForecast> Kept { get; } = [];

        public void Freeze(FrozenForecast forecast) => Kept.Add(forecast);
    }

    /// <summary>A deal every other day, of which every third is won after a month.</summary>
    private sealed class FixedReader : IPipelineReader
    {
        public ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
        {
            var company = new APipeline().Person("dana", "Dana Reyes");
            for (var number = 0; number < 200; number++)
            {
                var created = APipeline.At("2024-08-01T09:00").AddDays(2 * number);
                company.Deal($"{number}", $"Deal {number}", Text(created), owner: "dana", amount: 1_000, then: deal =>
                {
                    _ = number % 3 == 0 ? deal.Wins(Text(created.AddDays(30))) : deal.Loses(Text(created.AddDays(25)));
                });
            }

            return new(company.Snapshot());
        }

        public Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DealEvent>>([]);

        public IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, CancellationToken cancellationToken) => AsyncEnumerable.Empty<IReadOnlyList<DealEvent>>();

        private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    private sealed class FixedCompany : ICompany
    {
        public CompanyProfile Profile => TestCompany.Profile;
    }
}
