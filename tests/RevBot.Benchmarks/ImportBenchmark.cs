using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RevBot.Benchmarks;

/// <summary>Rows a second of a Salesforce export through the import verb, process start and learning included, beside plain rows inserted in one transaction.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(bool quick)
    {
        var rows = quick ? 20_000 : 100_000;
        using var folder = new Scratch();
        var file = folder.File("deals.csv");
        await File.WriteAllLinesAsync(file, Rows(rows));
        var started = Stopwatch.GetTimestamp();
        var summary = await BotData.RunVerbAsync("import", "deals", file, "--data", folder.File("data"), "--json", "--dates", "mdy");
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var report = JsonDocument.Parse(summary);
        var reference = InsertPlain(folder.File("plain.db"), file);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Import of {rows:N0} deals: {took:0.0} s, {rows / took:N0} rows/s ({report.RootElement.GetProperty("imported").GetInt32():N0} imported, {report.RootElement.GetProperty("rejected").GetInt32():N0} rejected). Reference, the same lines as plain rows in one transaction: {rows / reference:N0} rows/s."));
    }

    private static IEnumerable<string> Rows(int count)
    {
        yield return "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Lead Source,Type,Next Step";
        string[] stages = ["Qualification", "Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"];
        var random = new Random(7);
        for (var number = 0; number < count; number++)
        {
            var created = new DateOnly(2025, 1, 1).AddDays(random.Next(500));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"006{number:d12},\"Deal {number}, phase {number % 3}\",Account {number % 20_000},{stages[random.Next(6)]},\"${random.Next(1, 900)},{random.Next(100, 999)}.50\",{created.AddDays(60):M/d/yyyy},{created:M/d/yyyy},Owner {number % 150},{(number % 2 == 0 ? "Web" : "Partner")},New Business,Call back");
        }
    }

    private static double InsertPlain(string database, string file)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE plain (line TEXT)";
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO plain VALUES ($line)";
        var line = insert.Parameters.Add("$line", Microsoft.Data.Sqlite.SqliteType.Text);
        foreach (var row in File.ReadLines(file))
        {
            line.Value = row;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
