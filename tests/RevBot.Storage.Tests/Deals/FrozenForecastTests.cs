using RevBot.Pipeline;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Deals;

public sealed class FrozenForecastTests : StoreTests
{
    private static readonly FrozenForecast First = new()
    {
        FrozenOn = new DateOnly(2025, 4, 1),
        At = APipeline.At("2025-04-01T10:00"),
        Start = new DateOnly(2025, 4, 1),
        End = new DateOnly(2025, 6, 30),
        Method = ForecastMethod.Simulated,
        By = Dimension.Owner,
        Key = "dana",
        Amount = 1_234.56m,
        Low = 1_000,
        High = 2_000,
        Things = 7,
        RecordedAt = APipeline.At("2025-04-01T10:00"),
    };

    [Fact]
    public async Task A_forecast_is_kept_as_it_was_told_and_seen_by_the_next_question()
    {
        await Store.Reader.GetSnapshotAsync(null, CancellationToken.None);
        await FreezeAsync(First);

        Assert.Equal([First], (await Store.Reader.GetSnapshotAsync(null, CancellationToken.None)).FrozenForecasts);
    }

    [Fact]
    public async Task What_was_frozen_in_its_time_is_never_written_over()
    {
        await FreezeAsync(First);
        await FreezeAsync(First with { Amount = 9 });
        await FreezeAsync(First with { Amount = 8, IsFromHistory = true });

        Assert.Equal([First], (await Store.Reader.GetSnapshotAsync(null, CancellationToken.None)).FrozenForecasts);
    }

    [Fact]
    public async Task What_history_gave_gives_way_to_what_it_gives_now()
    {
        var gone = First with { Key = "tom", IsFromHistory = true };
        await FreezeAsync(First with { IsFromHistory = true }, gone);
        var anew = First with { Amount = 5, IsFromHistory = true };
        await FreezeAsync(anew);

        Assert.Equal([anew], (await Store.Reader.GetSnapshotAsync(null, CancellationToken.None)).FrozenForecasts);
    }

    protected override Store OpenStore() => new(Path.Combine(Folder, "revbot.db"), Time);

    private async Task FreezeAsync(params FrozenForecast[] forecasts) =>
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", FrozenForecasts = forecasts }, CancellationToken.None);
}
