using System.Text.Json.Nodes;
using RevBot.Tests.Support;

namespace RevBot.Tests.Questions;

/// <summary>The demo company of seed 20, and all <c>questions*.jsonl</c> beside this file asked of it by the real program in one run.</summary>
public sealed class AskedInOneRun : IAsyncLifetime, IDisposable
{
    private readonly DemoFolder _demo = new();

    internal IReadOnlyList<(ExpectedQuestion Expected, JsonNode Answer)> Lines { get; private set; } = [];

    internal string Store => _demo.Store;

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        string[] lines = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Questions"), "questions*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
        var questions = _demo.File("questions.jsonl");
        await File.WriteAllLinesAsync(questions, lines);
        var asked = await RevBotProcess.RunAsync(["ask", "--batch", questions, "--now", "2026-11-20T22:00:00Z", "--data", _demo.Path], patience: DemoFolder.Patience);
        Assert.Equal((0, ""), (asked.ExitCode, asked.Errors));
        var expected = lines.Select(ExpectedQuestion.Parse).ToList();
        var answers = asked.Output.Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(expected.Select(line => line.Id), answers.Select(answer => (string?)answer["id"]));
        Lines = [.. expected.Zip(answers)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _demo.Dispose();
}
