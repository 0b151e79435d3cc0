using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline;

/// <summary>What the domain asks of a store. Reads never wait for a write.</summary>
public interface IPipelineReader
{
    /// <summary>Everything as it stands, or as the history stood at <paramref name="asOf"/> (events after it are not seen).</summary>
    ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>All events of a deal, oldest first; empty when there is no such deal.</summary>
    Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken);

    /// <summary>The whole history of every deal to which something happened after a moment, deal by deal, each oldest first.</summary>
    /// <param name="touchedAfter">Null for every deal there is.</param>
    IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, CancellationToken cancellationToken);
}
