using System.Collections.Immutable;
using System.Data.Common;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>Stays in stages, row by row.</summary>
internal static class VisitRows
{
    /// <summary>What <see cref="Read(DbDataReader, StringPool)"/> expects a query to select first.</summary>
    public const string Columns = "stage, entered_at, exited_at, exit_kind";

    private const string PutSql =
        """
        INSERT INTO visits (deal, number, stage, entered_at, exited_at, exit_kind) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (deal, number) DO UPDATE SET
            stage = excluded.stage, entered_at = excluded.entered_at, exited_at = excluded.exited_at, exit_kind = excluded.exit_kind
        """;

    private const string CutSql = "DELETE FROM visits WHERE deal = $1 AND number >= $2";
    private const string ReadSql = $"SELECT {Columns} FROM visits WHERE deal = $1 ORDER BY number";

    /// <summary>Writes the visits that differ from what is stored, and takes away those that an undo has left no trace of.</summary>
    public static void Put(SqlSession session, long position, ImmutableArray<StageVisit> stored, ImmutableArray<StageVisit> visits)
    {
        for (var number = 0; number < visits.Length; number++)
        {
            var visit = visits[number];
            if (number < stored.Length && stored[number] == visit)
            {
                continue;
            }

            session[PutSql].Run(
                position,
                number,
                visit.Stage.Value,
                SqlValues.Milliseconds(visit.EnteredAt),
                SqlValues.Milliseconds(visit.ExitedAt),
                (int)visit.Exit);
        }

        if (visits.Length < stored.Length)
        {
            session[CutSql].Run(position, visits.Length);
        }
    }

    public static ImmutableArray<StageVisit> Read(SqlSession session, long position, StringPool pool)
    {
        using var reader = session[ReadSql].Query(position);
        var visits = ImmutableArray.CreateBuilder<StageVisit>();
        while (reader.Read())
        {
            visits.Add(Read(reader, pool));
        }

        return visits.ToImmutable();
    }

    public static StageVisit Read(DbDataReader reader, StringPool pool) => new(
        new StageId(pool.Share(reader.GetString(0))),
        reader.At(1),
        reader.AtOrNull(2),
        (ExitKind)reader.GetInt64(3));
}
