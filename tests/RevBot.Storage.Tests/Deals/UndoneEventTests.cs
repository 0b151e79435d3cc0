using Microsoft.Extensions.DependencyInjection;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Deals;

/// <summary>An undo is kept as what it is: without that, it could be done twice.</summary>
public sealed class UndoneEventTests
{
    [Fact]
    public async Task The_turn_an_undo_takes_back_is_read_as_it_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("revbot-undo-");
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton<TimeProvider>(new FakeTime())
                .AddSingleton<ICompany, FixedCompany>()
                .AddPipelineStorage(options => options.Path = Path.Combine(folder.FullName, "store.db"))
                .BuildServiceProvider();
            var story = new APipeline().Deal("D-1", "Acme", "2026-01-05", then: deal => deal
                .Moves("2026-01-06", "discovery")
                .Add(APipeline.At("2026-01-07"), stamp => new DealEvent.StageChanged(new StageId("discovery"), new StageId("qualification")) { Deal = deal.Id, Stamp = stamp, Undoes = "test-1" }));

            await services.GetRequiredService<IPipelineLoader>().LoadAsync(story.Load(), CancellationToken.None);
            var history = await services.GetRequiredService<IPipelineReader>().GetHistoryAsync(new DealId("D-1"), CancellationToken.None);

            Assert.Equal([null, null, "test-1"], history.Select(happened => happened.Undoes));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_a_turn_did_and_which_turns_came_through_a_door_is_told_as_the_histories_tell_it()
    {
        var folder = Directory.CreateTempSubdirectory("revbot-turns-");
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton<TimeProvider>(new FakeTime())
                .AddSingleton<ICompany, FixedCompany>()
                .AddPipelineStorage(options => options.Path = Path.Combine(folder.FullName, "store.db"))
                .BuildServiceProvider();
            var story = new APipeline()
                .Deal("D-1", "Acme", "2026-01-05", then: deal => deal.Moves("2026-01-06", "discovery"))
                .Deal("D-2", "Globex", "2026-01-05", then: deal => deal.Moves("2026-01-07", "discovery").Moves("2026-01-08", "proposal"))
                .Deal("D-3", "Initech", "2026-01-05");
            await services.GetRequiredService<IPipelineLoader>().LoadAsync(story.Load(), CancellationToken.None);
            var (kept, plain) = (services.GetRequiredService<IPipelineReader>(), (IPipelineReader)new PastReader(story));

            foreach (var turn in new[] { "test-0", "test-1", "test-2", "none" })
            {
                Assert.Equal(await plain.GetDealsOfTurnAsync(turn, CancellationToken.None), await kept.GetDealsOfTurnAsync(turn, CancellationToken.None));
            }

            Assert.Equal([new DealId("D-1"), new DealId("D-2")], await kept.GetDealsOfTurnAsync("test-1", CancellationToken.None));
            Assert.Equal(
                [new TurnTrace("test-2", APipeline.At("2026-01-08"), 1), new TurnTrace("test-1", APipeline.At("2026-01-07"), 2)],
                await kept.GetTurnsAsync("test", APipeline.At("2026-01-05T12:00Z"), CancellationToken.None));
            Assert.Empty(await kept.GetTurnsAsync("import", DateTimeOffset.MinValue, CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class FixedCompany : ICompany
    {
        public CompanyProfile Profile => TestCompany.Profile;
    }
}
