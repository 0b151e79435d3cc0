using System.Data.Common;
using RevBot.Conversation.Forms.Usage;

namespace RevBot.Storage.Turns;

/// <summary>How forms are used, in SQL.</summary>
internal sealed class SqlFormUsage(ISqlDatabase database) : IFormUsage
{
    private const string InsertSql = "INSERT INTO form_steps (at, session, form, door, kind, fields, empty, by_hand) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    private const string AllSql = "SELECT at, session, form, door, kind, fields, empty, by_hand FROM form_steps WHERE at >= $1 AND at <= $2 ORDER BY number";

    public Task<IReadOnlyList<FormStep>> GetAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => Task.Run<IReadOnlyList<FormStep>>(
        () => database.Read(session => session[AllSql].All(Read, SqlValues.Milliseconds(from), SqlValues.Milliseconds(until))),
        cancellationToken);

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Insert(SqlSession session, FormStep step) => session[InsertSql].Run(
        SqlValues.Milliseconds(step.At), step.Session, step.Form, step.Door, step.Kind.ToString(), string.Join(' ', step.Fields), string.Join(' ', step.Empty), step.ByHand ? 1L : 0L);

    private static FormStep Read(DbDataReader row) => new()
    {
        At = SqlValues.Instant(row.GetInt64(0)),
        Session = row.GetString(1),
        Form = row.GetString(2),
        Door = row.GetString(3),
        Kind = Enum.Parse<FormStepKind>(row.GetString(4)),
        Fields = row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Empty = row.GetString(6).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ByHand = row.GetInt64(7) != 0,
    };
}
