using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Targets;

namespace RevBot.Storage.Deals;

/// <summary>What people add in chat beside deals, with who, when and through which turn.</summary>
internal static class RecordRows
{
    private const string ContactsSql = "SELECT account_id, name, title, email, role FROM contacts ORDER BY account_id, key";

    private const string AddAccountSql =
        "INSERT INTO accounts (id, name, segment, region, industry, made_by, made_at, turn) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING";

    private const string PutContactSql =
        """
        INSERT INTO contacts (account_id, key, name, title, email, role, made_by, made_at, turn) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (account_id, key) DO UPDATE SET
            name = excluded.name, title = excluded.title, email = excluded.email, role = excluded.role, made_by = excluded.made_by, made_at = excluded.made_at, turn = excluded.turn
        """;

    private const string PutNoteSql =
        "INSERT INTO forecast_notes (owner_id, start_date, end_date, submitted_at, note, made_by, turn) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";

    /// <summary>True when it was not there.</summary>
    public static bool Add(SqlSession session, Account account, EventStamp stamp) => session[AddAccountSql].Run(
        account.Id.Value, account.Name, account.Segment, account.Region, account.Industry, stamp.By?.Value, SqlValues.Milliseconds(stamp.At), stamp.Turn) > 0;

    public static void Put(SqlSession session, Contact contact, EventStamp stamp) => session[PutContactSql].Run(
        contact.Account.Value,
        contact.Name.ToLowerInvariant(),
        contact.Name,
        contact.Title,
        contact.Email,
        contact.Role,
        stamp.By?.Value,
        SqlValues.Milliseconds(stamp.At),
        stamp.Turn);

    /// <summary>What was said with a forecast, and who submitted it.</summary>
    public static void Note(SqlSession session, ForecastSubmission forecast, string? note, EventStamp stamp) => session[PutNoteSql].Run(
        forecast.Owner.Value,
        SqlValues.Day(forecast.Start),
        SqlValues.Day(forecast.End),
        SqlValues.Milliseconds(forecast.SubmittedAt),
        note,
        stamp.By?.Value,
        stamp.Turn);

    public static IReadOnlyList<Contact> ReadContacts(SqlSession session, StringPool pool) => session[ContactsSql].All(reader => new Contact(
        new AccountId(pool.Share(reader.GetString(0))),
        reader.GetString(1),
        reader.Text(2),
        reader.Text(3),
        pool.Share(reader.Text(4))));
}
