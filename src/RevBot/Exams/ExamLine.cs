using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Cli;
using RevBot.Hosting;

namespace RevBot.Exams;

/// <summary>One line of an evaluation file: a sentence, what it is a test of, and how it is to be read.</summary>
/// <param name="Expected">One reading for each question of the sentence.</param>
internal sealed record ExamLine(BatchLine Asked, string Kind, IReadOnlyList<ExamReading> Expected)
{
    /// <exception cref="CommandException">The line says not what is to be asked, or not how it is to be read.</exception>
    public static ExamLine Read(string line, int number, string file)
    {
        var asked = BatchLine.Read(line, number, file);
        try
        {
            var node = JsonNode.Parse(line)!;
            var expected = ExamReading.AllOfExpected(node["expect"]!);
            return new ExamLine(asked, (string?)node["kind"] ?? "other", expected);
        }
        catch (Exception error) when (error is NullReferenceException or ArgumentNullException or InvalidOperationException or JsonException)
        {
            throw new CommandException($"{file} line {number}: \"expect\" says not how {asked.Id} is to be read. Write {{\"text\":\"…\",\"expect\":{{\"outcome\":\"answered\",\"measure\":\"…\"}}}}.", error);
        }
    }
}
