using System.CommandLine;
using RevBot.Exams;
using RevBot.Hosting;
using RevBot.Models;

namespace RevBot.Cli;

/// <summary><c>revbot eval</c>: asks a file of questions and holds their readings against the ones expected. What they would write goes to a copy.</summary>
internal static class EvalCommand
{
    public static Command Create(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "JSON lines {\"text\",\"kind\",\"expect\"} beside what a batch of ask may have; tests/RevBot.Tests/Questions/Evaluation says what is expected how." };
        var now = new Option<DateTimeOffset?>("--now") { CustomParser = GivenValues.Moment("--now"), Description = "Ask as the history stood then: 2026-06-04 or 2026-06-04T09:00:00Z." };
        var kind = new Option<string?>("--kind") { Description = "Only the lines of this kind." };
        var summary = new Option<bool>("--summary") { Description = "Only the accuracy, no sentences." };
        var json = new Option<bool>("--json") { Description = "The report as one line of JSON." };
        var least = new Option<decimal?>("--at-least") { CustomParser = GivenValues.Share("--at-least"), Description = "Exit with 1 when a smaller share is right, 0 to 1." };
        var model = new Option<bool>("--model") { Description = "Have the model of the settings help to read; without it none is asked, so that the same file always gives the same figures." };
        var command = new Command("eval", "Asks a file of questions and says how many were read as expected.") { file, now, kind, summary, json, least, model };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Existing(parsed.GetValue(data));
            var lines = await ReadAsync(parsed.GetRequiredValue(file), parsed.GetValue(kind), cancellationToken);
            using var copy = await DryRunFolder.CopyAsync(folder, cancellationToken);
            await using var tools = Tools.Open(copy.Folder, model: parsed.GetValue(model) ? ModelOptions.From(Tools.Settings()) : null);
            var asker = await AskSession.StartAsync(tools.Services, folder, cancellationToken);
            var results = new List<ExamResult>();
            await foreach (var (line, answer) in asker.AnswerAllAsync(lines.ToAsyncEnumerable(), line => line.Asked, null, parsed.GetValue(now), cancellationToken))
            {
                if (parsed.GetValue(kind) is not { } wanted || line.Kind == wanted)
                {
                    results.Add(new ExamResult(line, ExamReading.AllOfAnswer(answer)));
                }
            }

            var report = new ExamReport(results);
            var only = parsed.GetValue(summary);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonLine.Of(report.ToJson(!only))
                : only || report.Right == results.Count ? report.Accuracy() : string.Join('\n', report.Misses) + "\n\n" + report.Accuracy());
            return parsed.GetValue(least) is { } share && report.Share < share ? 1 : 0;
        });
        return command;
    }

    /// <summary>The lines of one kind, with the conversations they stand in.</summary>
    /// <exception cref="CommandException">There is no such file, or a line of it is not what it should be.</exception>
    private static async Task<IReadOnlyList<ExamLine>> ReadAsync(string file, string? kind, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new CommandException($"eval {file}: there is no such file.");
        }

        var lines = (await File.ReadAllLinesAsync(file, cancellationToken)).Index().Where(line => line.Item.Trim().Length > 0).Select(line => ExamLine.Read(line.Item, line.Index + 1, file)).ToList();
        var conversations = lines.Where(line => line.Kind == kind).Select(line => line.Asked.Conversation).ToHashSet(StringComparer.Ordinal);
        return kind is null ? lines
            : conversations.Count > 0 ? lines.FindAll(line => conversations.Contains(line.Asked.Conversation))
            : throw new CommandException($"--kind {kind}: {file} has {string.Join(", ", lines.Select(line => line.Kind).Distinct().Order(StringComparer.Ordinal))}.");
    }
}
