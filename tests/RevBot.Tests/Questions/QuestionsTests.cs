using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Exams;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>Two hundred questions and more, asked of the real program: read as a careful person reads them, and every figure equal to plain SQL over the same store.</summary>
public sealed class QuestionsTests(AskedInOneRun run, ITestOutputHelper output) : IClassFixture<AskedInOneRun>
{
    [Fact]
    public void The_questions_are_read_as_a_careful_person_reads_them()
    {
        var misread = run.Lines.Where(line => !line.Expected.IsReadRightly(line.Answer)).ToList();

        output.WriteLine($"{run.Lines.Count - misread.Count} of {run.Lines.Count} questions are read rightly.");
        Assert.True(run.Lines.Count >= 200);
        Assert.True(misread.Count == 0, string.Join('\n', misread.Select(line =>
            $"{line.Expected.Id} “{line.Expected.Text}”\n  expected {line.Expected.Reading}\n  read     {string.Join(" AND ", ExamReading.AllOfAnswer(line.Answer))} {line.Answer["reason"]}{line.Answer["question"]}")));
    }

    [Fact]
    public void Every_figure_equals_plain_SQL_over_the_same_store()
    {
        using var store = new DemoStore(run.Store);
        var figures = 0;
        var wrong = new List<string>();
        foreach (var (expected, answer) in run.Lines.Where(line => line.Expected.HasFigure && line.Expected.IsReadRightly(line.Answer)))
        {
            var comparison = new FigureComparison(expected, answer);
            comparison.Run(new SqlReckoning(store, expected));
            figures += comparison.Figures;
            wrong.AddRange(comparison.Differences.Select(difference => $"{expected.Id} “{expected.Text}”: {difference}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures} figures are equal to SQL's."));
        Assert.True(figures > 1_000, $"only {figures} figures were compared");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_answered_question_says_where_its_number_comes_from()
    {
        foreach (var (expected, answer) in run.Lines.Where(line => line.Expected is { HasFigure: true, Lists: false }))
        {
            Assert.Equal(expected.Measure, (string?)answer["definition"]!["id"]);
            Assert.False(string.IsNullOrEmpty((string?)answer["definition"]!["owner"]), expected.Id);
            Assert.Equal("2026-11-20T22:00:00Z", (string?)answer["asOf"]);
            Assert.Contains((string)answer["measure"]!, (string)answer["text"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_be_answered_is_refused_with_questions_that_can()
    {
        foreach (var answer in run.Lines.Select(line => line.Answer).Where(answer => (string?)answer["outcome"] == "refused"))
        {
            Assert.Equal(3, Assert.IsType<JsonArray>(answer["suggestions"]).Count);
        }
    }
}
