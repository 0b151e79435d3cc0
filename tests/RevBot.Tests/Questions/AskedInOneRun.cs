using System.Text.Json.Nodes;
using RevBot.Tests.Support;

namespace RevBot.Tests.Questions;

/// <summary>The demo company of seed 20, and all <c>questions*.jsonl</c> beside this file asked of it by the real program in one run.</summary>
public sealed class AskedInOneRun : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _data = new();

    internal IReadOnlyList<(ExpectedQuestion Expected, JsonNode Answer)> Lines { get; private set; } = [];

    internal string Store => _data.File("revbot.db");

    public async Task InitializeAsync()
    {
        var demo = await RevBotProcess.RunAsync(["demo", "--seed", "20", "--deals", "2500", "--until", "2026-11-20", "--data", _data.Path]);
        Assert.Equal((0, ""), (demo.ExitCode, demo.Errors));
        string[] lines = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Questions"), "questions*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
        var questions = _data.File("questions.jsonl");
        await File.WriteAllLinesAsync(questions, lines);
        var asked = await RevBotProcess.RunAsync(["ask", "--batch", questions, "--now", "2026-11-20T22:00:00Z", "--data", _data.Path]);
        Assert.Equal((0, ""), (asked.ExitCode, asked.Errors));
        var expected = lines.Select(ExpectedQuestion.Parse).ToList();
        var answers = asked.Output.Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(expected.Select(line => line.Id), answers.Select(answer => (string?)answer["id"]));
        Lines = [.. expected.Zip(answers)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _data.Dispose();
}
