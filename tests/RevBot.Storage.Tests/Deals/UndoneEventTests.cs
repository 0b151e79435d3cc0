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

    private sealed class FixedCompany : ICompany
    {
        public CompanyProfile Profile => TestCompany.Profile;
    }
}
