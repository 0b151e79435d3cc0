using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>Approvals of deals, row by row.</summary>
internal static class ApprovalRows
{
    /// <summary>What <see cref="Read(DbDataReader, StringPool)"/> expects a query to select first.</summary>
    public const string Columns = "number, asked_by, asked_at, request, answers, withdrawn_at";

    private const string PutSql =
        """
        INSERT INTO approvals (deal, number, asked_by, asked_at, request, answers, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (deal, number) DO UPDATE SET
            asked_by = excluded.asked_by, asked_at = excluded.asked_at, request = excluded.request, answers = excluded.answers, withdrawn_at = excluded.withdrawn_at
        """;

    private const string ReadSql = $"SELECT {Columns} FROM approvals WHERE deal = $1 ORDER BY number";

    /// <summary>Writes the approvals that differ from what is stored; none is ever taken away.</summary>
    public static void Put(SqlSession session, long position, ImmutableArray<Approval> stored, ImmutableArray<Approval> approvals)
    {
        for (var at = 0; at < approvals.Length; at++)
        {
            var approval = approvals[at];
            if (at >= stored.Length || stored[at] != approval)
            {
                session[PutSql].Run(
                    position,
                    approval.Number,
                    approval.AskedBy?.Value,
                    SqlValues.Milliseconds(approval.AskedAt),
                    JsonSerializer.Serialize(StoredApproval.Of(approval.Request), StorageJson.Default.StoredApproval),
                    approval.Answers.IsEmpty ? null : JsonSerializer.Serialize([.. approval.Answers.Select(StoredAnswer.Of)], StorageJson.Default.StoredAnswerArray),
                    SqlValues.Milliseconds(approval.WithdrawnAt));
            }
        }
    }

    public static ImmutableArray<Approval> Read(SqlSession session, long position, StringPool pool) => [.. session[ReadSql].All(reader => Read(reader, pool), position)];

    public static Approval Read(DbDataReader reader, StringPool pool) => new(
        (int)reader.GetInt64(0),
        JsonSerializer.Deserialize(reader.GetString(3), StorageJson.Default.StoredApproval)?.ToRequest() ?? throw new InvalidDataException("An approval in the store does not say what was asked for."),
        pool.Share(reader.Text(1)) is { } by ? new PersonId(by) : null,
        reader.At(2))
    {
        Answers = reader.Text(4) is { } answers ? [.. (JsonSerializer.Deserialize(answers, StorageJson.Default.StoredAnswerArray) ?? []).Select(answer => answer.ToAnswer())] : [],
        WithdrawnAt = reader.AtOrNull(5),
    };
}
