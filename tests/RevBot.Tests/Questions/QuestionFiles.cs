using System.Text.Json;
using RevBot.Tests.House;
using RevBot.Tests.Journeys;

namespace RevBot.Tests.Questions;

/// <summary>Every sentence of every question file in the repository; a new file is found by its name or its folder.</summary>
internal static class QuestionFiles
{
    /// <summary>Lines of one conversation follow each other in a thread; every other sentence has a thread of its own.</summary>
    public static IReadOnlyList<AskedThread> Threads { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*.jsonl", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).StartsWith("questions", StringComparison.Ordinal) || Path.GetFileName(Path.GetDirectoryName(file)) == "Evaluation")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllLines(file).Select(line => (File: file, Line: JsonSerializer.Deserialize<JsonElement>(line))))
            .Select(asked => (asked.File, Text: Of(asked.Line, "text")!, Person: Of(asked.Line, "as") is { } person && person.Contains('@', StringComparison.Ordinal) ? person : null, Conversation: Of(asked.Line, "conversation")))
            .GroupBy(asked => (asked.Person, IsHeldOut: Path.GetFileName(asked.File) == "held-out.jsonl", Thread: asked.Conversation is { } conversation ? $"{asked.File} {conversation}" : asked.Text))
            .Select(thread => new AskedThread(thread.Key.Person, thread.First().Conversation is null ? [thread.First().Text] : [.. thread.Select(asked => asked.Text)], thread.Key.IsHeldOut)),
    ];

    private static string? Of(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.GetString() : null;
}
