using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using RevBot.Tests.House;
using RevBot.Tests.Support;

namespace RevBot.Tests.Questions;

/// <summary>A demo company with spend and revenue beside its deals, and every sentence of <see cref="FigureQuestions"/> and of the question files asked of it by the real program.</summary>
public sealed class AskedForFigures : IAsyncLifetime, IDisposable
{
    /// <summary>One question in so many is compared, which still asks for every metric.</summary>
    private static readonly int Every = TestShare.OneIn(unlessTold: 3);

    private readonly DemoFolder _demo = new();

    internal IReadOnlyList<JsonNode> Answers { get; private set; } = [];

    internal string Store => _demo.Store;

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        TakeForReal();
        await ImportAsync("spend", Spend());
        await ImportAsync("revenue", Revenue());
        var questions = _demo.File("figures.jsonl");
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Questions"), "questions*.jsonl").Order(StringComparer.Ordinal), Path.Combine(SourceTree.Root, "tests", "RevBot.Tests", "Questions", "Evaluation", "tuned.jsonl")];
        string[] lines = [.. FigureQuestions.All.Select(question => question.ToJsonString()), .. files.SelectMany(File.ReadAllLines)];
        await File.WriteAllLinesAsync(questions, lines.Where((_, place) => place % Every == 0));
        var asked = await RevBotProcess.RunAsync(["ask", "--batch", questions, "--now", "2026-11-20T22:00:00Z", "--data", _demo.Path], patience: DemoFolder.Patience);
        Assert.Equal((0, ""), (asked.ExitCode, asked.Errors));
        Answers = [.. asked.Output.Split('\n').Select(line => JsonNode.Parse(line)!)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _demo.Dispose();

    /// <summary>Nothing is imported beside a demo company: this one is made to look like an imported one.</summary>
    private void TakeForReal()
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE meta SET origin = 'import'";
        command.ExecuteNonQuery();
    }

    private async Task ImportAsync(string kind, string rows)
    {
        var file = _demo.File($"{kind}.csv");
        await File.WriteAllTextAsync(file, rows);
        var import = await RevBotProcess.RunAsync(["import", kind, file, "--data", _demo.Path], patience: DemoFolder.Patience);
        Assert.True(import.ExitCode == 0, import.Output + import.Errors);
    }

    /// <summary>Fifteen months, by source and segment, with some for all of them.</summary>
    private static string Spend()
    {
        var rows = new StringBuilder("Month,Category,Amount,Currency,Source,Segment\n");
        string[] sources = ["Inbound", "Outbound", "Partner", "Event", ""];
        string[] segments = ["SMB", "Mid-Market", "Enterprise", ""];
        for (var month = new DateOnly(2025, 9, 1); month <= new DateOnly(2026, 11, 1); month = month.AddMonths(1))
        {
            foreach (var (source, place) in sources.Select((source, place) => (source, place)))
            {
                var segment = segments[(place + month.Month) % segments.Length];
                rows.AppendLine(CultureInfo.InvariantCulture, $"{month:yyyy-MM},{(place % 2 == 0 ? "marketing" : "sales")},{10_000 + (1_250 * place) + (333 * month.Month)},USD,{source},{segment}");
            }
        }

        return rows.ToString();
    }

    /// <summary>Sixty customers: some begin, some grow, some pay less, some leave.</summary>
    private string Revenue()
    {
        using var store = new DemoStore(Store);
        var rows = new StringBuilder("Customer,Month,MRR,Currency,Gross Margin\n");
        var customers = store.Rows("SELECT name FROM accounts GROUP BY name HAVING count(*) = 1 ORDER BY name LIMIT 60").Select(row => (string)row[0]!).ToList();
        for (var place = 0; place < customers.Count; place++)
        {
            var (begins, ends) = (place % 5 == 0 ? place % 12 : 0, place % 7 == 3 ? 6 + (place % 8) : 15);
            for (var month = begins; month < ends; month++)
            {
                var mrr = 500 + (37 * place) + (place % 3 == 1 ? 40 * (month / 4) : 0) - (place % 4 == 2 ? 15 * (month / 3) : 0);
                rows.AppendLine(CultureInfo.InvariantCulture, $"\"{customers[place]}\",{new DateOnly(2025, 9, 1).AddMonths(month):yyyy-MM},{mrr},USD,{70 + (place % 20)}%");
            }
        }

        return rows.ToString();
    }
}
