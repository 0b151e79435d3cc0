using System.Text.Json;
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
        INSERT INTO contacts (account_id, key, name, title, email, role, made_by, made_at, turn, before) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (account_id, key) DO UPDATE SET
            name = excluded.name, title = excluded.title, email = excluded.email, role = excluded.role, made_by = excluded.made_by, made_at = excluded.made_at, turn = excluded.turn,
            before = excluded.before
        """;

    private const string ContactSql = "SELECT name, title, email, role, made_by, made_at, turn FROM contacts WHERE account_id = $1 AND key = $2";

    private const string MadeAccountSql = "SELECT id, name, segment, region, industry, made_by, made_at FROM accounts WHERE turn = $1";

    private const string MadeContactSql = "SELECT account_id, name, title, email, role, made_by, made_at, before FROM contacts WHERE turn = $1";

    private const string StandsSql = "SELECT 1 WHERE EXISTS (SELECT 1 FROM deals WHERE account_id = $1 AND removed = 0) OR EXISTS (SELECT 1 FROM contacts WHERE account_id = $1)";

    private const string RemoveAccountSql = "DELETE FROM accounts WHERE id = $1 AND turn = $2";

    private const string BeforeSql = "SELECT before FROM contacts WHERE account_id = $1 AND key = $2 AND turn = $3";

    private const string RemoveContactSql = "DELETE FROM contacts WHERE account_id = $1 AND key = $2 AND turn = $3";

    private const string PutNoteSql =
        "INSERT INTO forecast_notes (owner_id, start_date, end_date, submitted_at, note, made_by, turn) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";

    /// <summary>True when it was not there.</summary>
    public static bool Add(SqlSession session, Account account, EventStamp stamp) => session[AddAccountSql].Run(
        account.Id.Value, account.Name, account.Segment, account.Region, account.Industry, stamp.By?.Value, SqlValues.Milliseconds(stamp.At), stamp.Turn) > 0;

    public static void Put(SqlSession session, Contact contact, EventStamp stamp)
    {
        var before = session[ContactSql].All(
            reader => new StoredContact(reader.GetString(0), reader.Text(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.GetInt64(5), reader.Text(6)), contact.Account.Value, KeyOf(contact)).Find(_ => true);
        Put(session, contact.Account, new StoredContact(contact.Name, contact.Title, contact.Email, contact.Role, stamp.By?.Value, SqlValues.Milliseconds(stamp.At), stamp.Turn), before);
    }

    /// <summary>What a turn added or changed and nobody has changed since.</summary>
    public static MadeRecord? FindMade(SqlSession session, string turn) =>
        session[MadeContactSql].All(
            reader =>
            {
                var account = new AccountId(reader.GetString(0));
                var before = reader.Text(7) is { } json ? JsonSerializer.Deserialize(json, StorageJson.Default.StoredContact) : null;
                return new MadeRecord(
                    turn,
                    reader.Text(5) is { } by ? new PersonId(by) : null,
                    reader.At(6),
                    Contact: new Contact(account, reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4)),
                    Before: before is null ? null : new Contact(account, before.Name, before.Title, before.Email, before.Role));
            },
            turn).Find(_ => true)
        ?? session[MadeAccountSql].All(
            reader => new MadeRecord(
                turn,
                reader.Text(5) is { } by ? new PersonId(by) : null,
                reader.At(6),
                new Account(new AccountId(reader.GetString(0)), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4))),
            turn).Find(_ => true);

    /// <summary>False once something has come to stand on it, or somebody has changed it: then what was decided on is no more so.</summary>
    public static bool MayBeTakenBack(SqlSession session, MadeRecord made) =>
        FindMade(session, made.Turn) is not null && (made.Account is not { } account || session[StandsSql].Scalar(account.Id.Value) is null);

    public static void TakeBack(SqlSession session, MadeRecord made)
    {
        if (made.Account is { } account)
        {
            session[RemoveAccountSql].Run(account.Id.Value, made.Turn);
        }
        else if (made.Contact is { } contact)
        {
            var before = session[BeforeSql].Scalar(contact.Account.Value, KeyOf(contact), made.Turn) is string json
                ? JsonSerializer.Deserialize(json, StorageJson.Default.StoredContact) : null;
            if (before is null)
            {
                session[RemoveContactSql].Run(contact.Account.Value, KeyOf(contact), made.Turn);
            }
            else
            {
                Put(session, contact.Account, before, null);
            }
        }
    }

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

    private static string KeyOf(Contact contact) => contact.Name.ToLowerInvariant();

    private static void Put(SqlSession session, AccountId account, StoredContact contact, StoredContact? before) => session[PutContactSql].Run(
        account.Value,
        contact.Name.ToLowerInvariant(),
        contact.Name,
        contact.Title,
        contact.Email,
        contact.Role,
        contact.By,
        contact.At,
        contact.Turn,
        before is null ? null : JsonSerializer.Serialize(before, StorageJson.Default.StoredContact));
}
