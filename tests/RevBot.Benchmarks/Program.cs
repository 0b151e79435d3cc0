using System.Globalization;
using RevBot.Benchmarks;

// dotnet run -c Release --project tests/RevBot.Benchmarks [-- acks turns questions import start nightly] [--quick]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bare", var port, var file, .. var rest])
{
    await BareEndpoint.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file, rest is [var replyTo] ? replyTo : null);
    return;
}

var quick = args.Contains("--quick");
var wanted = args.Where(name => !name.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
var benchmarks = new (string Name, Func<bool, Task> RunAsync)[]
{
    ("acks", DoorBenchmarks.AcknowledgeAsync),
    ("turns", DoorBenchmarks.AnswerAsync),
    ("start", StartBenchmark.RunAsync),
    ("questions", QuestionBenchmark.RunAsync),
    ("import", ImportBenchmark.RunAsync),
    ("nightly", NightlyBenchmark.RunAsync),
};
Disk.PrintFlushTime();
foreach (var (name, run) in benchmarks.Where(entry => wanted.Count == 0 || wanted.Contains(entry.Name)))
{
    Console.WriteLine();
    Console.WriteLine($"== {name}");
    await run(quick);
}
