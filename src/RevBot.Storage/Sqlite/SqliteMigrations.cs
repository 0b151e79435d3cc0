using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using RevBot.Storage.Deals;

namespace RevBot.Storage.Sqlite;

/// <summary>Brings a store's schema up to date: numbered scripts, forward only, all pending ones in one transaction.</summary>
internal static class SqliteMigrations
{
    /// <summary>The script whose tables are filled by the fold of the events, which SQL cannot do.</summary>
    private const long PastValues = 6;

    /// <exception cref="InvalidOperationException">The store was written by a newer RevBot.</exception>
    public static void Apply(SqlSession session, string path, TimeProvider time)
    {
        var scripts = Scripts();
        var newest = scripts[^1].Number;
        if (VersionOf(session) == newest)
        {
            return;
        }

        // Somebody else may be doing the same: look again once the write lock is held.
        session["BEGIN IMMEDIATE"].Run();
        try
        {
            var version = VersionOf(session);
            if (version > newest)
            {
                throw new InvalidOperationException(
                    $"{path} has schema {version}, and this RevBot knows up to {newest}: it was written by a newer RevBot. Run that one, or restore a backup made before the upgrade.");
            }

            session["CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT"].Run();
            foreach (var (number, name) in scripts.Where(script => script.Number > version))
            {
                Run(session, name);
                if (number == PastValues)
                {
                    PastValueRows.FillFromEvents(session);
                }

                session["INSERT INTO schema_version VALUES ($1, $2)"].Run(number, SqlValues.Milliseconds(time.GetUtcNow()));
            }

            session["COMMIT"].Run();
        }
        catch
        {
            session["ROLLBACK"].Run();
            throw;
        }
    }

    private static long VersionOf(SqlSession session) =>
        session["SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'"].Scalar() is null
            ? 0
            : session["SELECT MAX(version) FROM schema_version"].Scalar() as long? ?? 0;

    /// <summary>Embedded as <c>….Migrations.0001_store.sql</c>.</summary>
    private static List<(long Number, string Name)> Scripts() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains(".Sqlite.Migrations.", StringComparison.Ordinal))
            .Select(name => (Number: long.Parse(name.Split(".Migrations.", 2)[1].Split('_', 2)[0], CultureInfo.InvariantCulture), Name: name))
            .OrderBy(script => script.Number),
    ];

    [SuppressMessage("Security", "CA2100", Justification = "The scripts are part of this assembly.")]
    private static void Run(SqlSession session, string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration {name} is missing from the program.");
        using var text = new StreamReader(stream);
        using var command = session.Connection.CreateCommand();
        command.CommandText = text.ReadToEnd();
        command.ExecuteNonQuery();
    }
}
