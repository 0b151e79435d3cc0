using System.Text.Json;
using RevBot.Tests.House;

namespace RevBot.Tests.Questions;

/// <summary>Every sentence of every question file in the repository; a new file is found by its name.</summary>
internal static class QuestionFiles
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "questions*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadAllLines)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("text").GetString()!)
            .Distinct(),
    ];
}
