using System.Runtime.CompilerServices;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Storage.Deals;

namespace RevBot.Storage.Upkeep;

/// <summary>Every event there is, for exports: read in pages, so that it needs little memory and holds nothing open.</summary>
public sealed class EventLog
{
    private const int PageSize = 2_000;

    private const string PageSql =
        $$"""
        SELECT {{EventRows.Columns}}, events.deal, events.seq, deals.id FROM events JOIN deals ON deals.position = events.deal
        WHERE (events.deal, events.seq) > ($1, $2) ORDER BY events.deal, events.seq LIMIT $3
        """;

    private readonly ISqlDatabase _database;

    internal EventLog(ISqlDatabase database) => _database = database;

    /// <summary>Deal by deal in order of their creation in the store, each oldest first.</summary>
    public async IAsyncEnumerable<DealEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (deal, sequence) = (-1L, 0L);
        while (true)
        {
            var page = await Task.Run(() => ReadPage(deal, sequence), cancellationToken);
            foreach (var (happened, _, _) in page)
            {
                yield return happened;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (_, deal, sequence) = page[^1];
        }
    }

    private List<(DealEvent Happened, long Deal, long Sequence)> ReadPage(long deal, long sequence) => _database.Read(session => session[PageSql].All(
        reader => (EventRows.Read(reader, new DealId(reader.GetString(9))), reader.GetInt64(7), reader.GetInt64(8)),
        deal,
        sequence,
        PageSize));
}
