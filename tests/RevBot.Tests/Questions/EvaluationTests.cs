using RevBot.Tests.House;
using RevBot.Tests.Support;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>Two thousand seven hundred questions, written down with their readings before the parser could read them. What is misread is shown of the tuned half alone.</summary>
public sealed class EvaluationTests(DemoFolder demo, ITestOutputHelper output) : IClassFixture<DemoFolder>
{
    [Theory]
    [InlineData("tuned.jsonl", "0.99", null)]
    [InlineData("held-out.jsonl", ".95", "--summary")]
    public async Task The_questions_are_read_as_they_were_expected_to_be(string file, string share, string? how)
    {
        var path = Path.Combine(SourceTree.Root, "tests", "RevBot.Tests", "Questions", "Evaluation", file);
        string[] arguments = ["eval", path, "--now", "2026-11-20T22:00:00Z", "--data", demo.Path, "--at-least", share];

        var report = await RevBotProcess.RunAsync(how is null ? arguments : [.. arguments, how]);

        output.WriteLine(report.Output);
        Assert.True(report is { ExitCode: 0, Errors: "" }, report.Output + report.Errors);
    }
}
