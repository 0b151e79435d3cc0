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

    /// <summary>The deals to which one turn, or one import, did something.</summary>
    /// <param name="turn">As the events' stamps name it.</param>
    async Task<IReadOnlyList<DealId>> GetDealsOfTurnAsync(string turn, CancellationToken cancellationToken)
    {
        var deals = new List<DealId>();
        await foreach (var history in GetHistoriesAsync(null, cancellationToken))
        {
            if (history.FirstOrDefault(happened => happened.Stamp.Turn == turn) is { } happened)
            {
                deals.Add(happened.Deal);
            }
        }

        return deals;
    }

    /// <summary>The turns, or imports, that came through a door and did something to deals, newest first.</summary>
    /// <param name="door">As the events' stamps name it.</param>
    /// <param name="since">Recorded after this moment.</param>
    async Task<IReadOnlyList<TurnTrace>> GetTurnsAsync(string door, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var turns = new Dictionary<string, TurnTrace>(StringComparer.Ordinal);
        await foreach (var history in GetHistoriesAsync(null, cancellationToken))
        {
            foreach (var stamp in history.Select(happened => happened.Stamp).Where(stamp => stamp.Door == door && stamp.RecordedAt > since).DistinctBy(stamp => stamp.Turn))
            {
                turns[stamp.Turn] = new TurnTrace(stamp.Turn, stamp.RecordedAt, (turns.GetValueOrDefault(stamp.Turn)?.Deals ?? 0) + 1);
            }
        }

        return [.. turns.Values.OrderByDescending(turn => turn.RecordedAt)];
    }
}
