using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>How the pipeline stood at one moment after the other: at each what the store says as of it, at the cost of what changed in between.</summary>
/// <remarks>People, accounts and lists are as they are now, as in every look at the past.</remarks>
public sealed class PipelineReplay
{
    private readonly PipelineSnapshot _last;
    private readonly int _moments;

    /// <summary>Of each deal that changed, as it was at the moment before which it did; null for one that was not yet.</summary>
    private readonly List<(int Position, Deal? Deal)>[] _changes;

    private PipelineReplay(PipelineSnapshot last, int moments) =>
        (_last, _moments, _changes) = (last, moments, [.. Enumerable.Range(0, moments).Select(_ => new List<(int, Deal?)>())]);

    /// <summary>Reads what it takes to play through some moments.</summary>
    /// <param name="moments">The earliest first, at least one.</param>
    /// <param name="orderOf">Place of a stage in the order of travel.</param>
    public static async Task<PipelineReplay> ReadAsync(IPipelineReader reader, IReadOnlyList<DateTimeOffset> moments, Func<StageId, int> orderOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(moments);
        var replay = new PipelineReplay(await reader.GetSnapshotAsync(null, cancellationToken), moments.Count);
        await foreach (var history in reader.GetHistoriesAsync(moments[0], cancellationToken))
        {
            // A deal that was created meanwhile is in no moment that is asked for.
            if (history is [var first, ..] && replay._last.DealPositions.TryGetValue(first.Deal, out var position) && position < replay._last.Deals.Length)
            {
                replay.Keep(position, history, moments, orderOf);
            }
        }

        return replay;
    }

    /// <summary>The pipeline at each moment, one after the other.</summary>
    public IEnumerable<PipelineSnapshot> Play()
    {
        var deals = new Deal?[_last.Deals.Length];
        for (var position = 0; position < deals.Length; position++)
        {
            deals[position] = _last.Deals.Span[position];
        }

        for (var moment = 0; moment < _moments; moment++)
        {
            foreach (var (position, deal) in _changes[moment])
            {
                deals[position] = deal;
            }

            yield return At(deals, moment);
        }
    }

    private PipelineSnapshot At(Deal?[] deals, int moment)
    {
        var known = deals.OfType<Deal>().ToArray();
        var positions = new Dictionary<DealId, int>(known.Length);
        foreach (var deal in known)
        {
            positions.Add(deal.Id, positions.Count);
        }

        // Numbers of versions count up from 0: a negative one is never mistaken for a state that stands.
        return new PipelineSnapshot { Version = -1 - moment, DirectoryVersion = _last.DirectoryVersion, Deals = known, DealPositions = positions, Accounts = _last.Accounts, People = _last.People };
    }

    private void Keep(int position, IReadOnlyList<DealEvent> history, IReadOnlyList<DateTimeOffset> moments, Func<StageId, int> orderOf)
    {
        var isInOrder = true;
        for (var place = 1; place < history.Count; place++)
        {
            isInOrder &= history[place - 1].Stamp.At <= history[place].Stamp.At;
        }

        Deal? deal = null;
        var next = 0;
        for (var moment = 0; moment < moments.Count; moment++)
        {
            var from = next;
            if (isInOrder)
            {
                for (; next < history.Count && history[next].Stamp.At <= moments[moment]; next++)
                {
                    deal = DealFold.Apply(deal, history[next], orderOf);
                }
            }
            else
            {
                // What is written down later may have happened earlier: then the past is another one with it.
                (deal, next) = Fold(history, moments[moment], orderOf);
            }

            if (moment == 0 || next != from)
            {
                _changes[moment].Add((position, deal));
            }
        }
    }

    /// <returns>The deal, and how many of its events there were.</returns>
    private static (Deal? Deal, int Count) Fold(IReadOnlyList<DealEvent> history, DateTimeOffset until, Func<StageId, int> orderOf)
    {
        Deal? deal = null;
        var count = 0;
        foreach (var happened in history)
        {
            if (happened.Stamp.At <= until)
            {
                count++;

                // Clocks of two systems may disagree: what seems to come before the creation is not seen yet.
                deal = deal is not null || happened is DealEvent.Created ? DealFold.Apply(deal, happened, orderOf) : null;
            }
        }

        return (deal, count);
    }
}
