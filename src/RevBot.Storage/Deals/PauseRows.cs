using System.Collections.Immutable;
using System.Data.Common;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>Pauses of deals, row by row.</summary>
internal static class PauseRows
{
    /// <summary>What <see cref="Read(DbDataReader, StringPool)"/> expects a query to select first.</summary>
    public const string Columns = "since, until, reason, paused_by, ended_at";

    private const string PutSql =
        """
        INSERT INTO pauses (deal, number, since, until, reason, paused_by, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (deal, number) DO UPDATE SET
            since = excluded.since, until = excluded.until, reason = excluded.reason, paused_by = excluded.paused_by, ended_at = excluded.ended_at
        """;

    private const string CutSql = "DELETE FROM pauses WHERE deal = $1 AND number >= $2";
    private const string ReadSql = $"SELECT {Columns} FROM pauses WHERE deal = $1 ORDER BY number";

    /// <summary>Writes the pauses that differ from what is stored, and takes away those that an undo has left no trace of.</summary>
    public static void Put(SqlSession session, long position, ImmutableArray<DealPause> stored, ImmutableArray<DealPause> pauses)
    {
        for (var number = 0; number < pauses.Length; number++)
        {
            var pause = pauses[number];
            if (number >= stored.Length || stored[number] != pause)
            {
                session[PutSql].Run(position, number, SqlValues.Milliseconds(pause.Since), SqlValues.Day(pause.Until), pause.Reason, pause.By?.Value, SqlValues.Milliseconds(pause.EndedAt));
            }
        }

        if (pauses.Length < stored.Length)
        {
            session[CutSql].Run(position, pauses.Length);
        }
    }

    public static ImmutableArray<DealPause> Read(SqlSession session, long position, StringPool pool) => [.. session[ReadSql].All(reader => Read(reader, pool), position)];

    public static DealPause Read(DbDataReader reader, StringPool pool) => new(
        reader.At(0),
        reader.Date(1) ?? throw new InvalidDataException("A pause in the store has no review date."),
        reader.GetString(2),
        pool.Share(reader.Text(3)) is { } by ? new PersonId(by) : null,
        reader.AtOrNull(4));
}
