using Microsoft.Data.Sqlite;

namespace RevBot.Tests.Support;

/// <summary>Looks into a store with plain SQL, apart from the code that wrote it.</summary>
internal sealed class StoreFile(string path)
{
    public static StoreFile In(string data) => new(Path.Combine(data, "revbot.db"));

    public IReadOnlyList<IReadOnlyList<string?>> Rows(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))]);
        }

        return rows;
    }

    /// <summary>Changes the store behind the bot's back, to see whether it notices.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public string? One(string sql, params (string Name, object Value)[] parameters) => Rows(sql, parameters) is [[var value, ..], ..] ? value : null;
}
