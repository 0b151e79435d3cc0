using System.Collections.Frozen;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>People and accounts, row by row.</summary>
internal static class DirectoryRows
{
    private const string PeopleSql = "SELECT id, name, email, role, team, manager_id, active FROM people";
    private const string AccountsSql = "SELECT id, name, segment, region, industry FROM accounts";

    private const string PutPersonSql =
        """
        INSERT INTO people (id, name, email, role, team, manager_id, active) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, email = excluded.email, role = excluded.role, team = excluded.team, manager_id = excluded.manager_id, active = excluded.active
        WHERE name <> excluded.name OR email IS NOT excluded.email OR role <> excluded.role OR team IS NOT excluded.team
            OR manager_id IS NOT excluded.manager_id OR active <> excluded.active
        """;

    private const string PutAccountSql =
        """
        INSERT INTO accounts (id, name, segment, region, industry) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, segment = excluded.segment, region = excluded.region, industry = excluded.industry
        WHERE name <> excluded.name OR segment IS NOT excluded.segment OR region IS NOT excluded.region OR industry IS NOT excluded.industry
        """;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, Person person) => session[PutPersonSql].Run(
        person.Id.Value,
        person.Name,
        person.Email,
        person.Role.ToString().ToLowerInvariant(),
        person.Team,
        person.Manager?.Value,
        person.Active) > 0;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, Account account) =>
        session[PutAccountSql].Run(account.Id.Value, account.Name, account.Segment, account.Region, account.Industry) > 0;

    public static FrozenDictionary<PersonId, Person> ReadPeople(SqlSession session, StringPool pool) => session[PeopleSql].All(reader => new Person(
        new PersonId(pool.Share(reader.GetString(0))),
        reader.GetString(1),
        reader.Text(2),
        Enum.Parse<PersonRole>(reader.GetString(3), ignoreCase: true),
        pool.Share(reader.Text(4)),
        pool.Share(reader.Text(5)) is { } manager ? new PersonId(manager) : null,
        reader.GetInt64(6) != 0)).ToFrozenDictionary(person => person.Id);

    public static FrozenDictionary<AccountId, Account> ReadAccounts(SqlSession session, StringPool pool) => session[AccountsSql].All(reader => new Account(
        new AccountId(pool.Share(reader.GetString(0))),
        reader.GetString(1),
        pool.Share(reader.Text(2)),
        pool.Share(reader.Text(3)),
        pool.Share(reader.Text(4)))).ToFrozenDictionary(account => account.Id);
}
