using System.Collections.Frozen;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Testing;

/// <summary>Reads a pipeline made for a test, also as it stood: each time folded anew from all events before the moment.</summary>
public sealed class PastReader(APipeline pipeline) : IPipelineReader
{
    public ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var now = pipeline.Snapshot();
        if (asOf is not { } moment)
        {
            return ValueTask.FromResult(now);
        }

        Deal[] deals = [.. now.Deals.ToArray().Select(deal => Fold(pipeline.Events[deal.Id], moment)).OfType<Deal>()];
        return ValueTask.FromResult(new PipelineSnapshot
        {
            Version = 1,
            DirectoryVersion = 1,
            Deals = deals,
            DealPositions = deals.Select((deal, position) => KeyValuePair.Create(deal.Id, position)).ToFrozenDictionary(),
            Accounts = now.Accounts,
            People = now.People,
        });
    }

    public Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DealEvent>>(pipeline.Events.GetValueOrDefault(deal) ?? []);

    public IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, CancellationToken cancellationToken) => pipeline.Histories(touchedAfter);

    private Deal? Fold(List<DealEvent> events, DateTimeOffset until) => events.Where(happened => happened.Stamp.At <= until).Aggregate(
        (Deal?)null, (deal, happened) => deal is not null || happened is DealEvent.Created ? DealFold.Apply(deal, happened, pipeline.Company.Process.PositionOf) : null);
}
