namespace RevBot.Intents.AssistedReading;

/// <summary>A prompt file as it is shipped: what the model is told, and the schema its answer must fit, both with their inputs still in braces.</summary>
internal sealed record ReadingPrompt(string Name, string Instruction, string Schema)
{
    private const string FileName = "read-question.v1.md";

    public static ReadingPrompt Shipped { get; } = Read();

    private static ReadingPrompt Read()
    {
        using var stream = typeof(ReadingPrompt).Assembly.GetManifestResourceStream("prompts/" + FileName)
            ?? throw new InvalidOperationException($"The prompt {FileName} is not part of this build.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new ReadingPrompt(Path.GetFileNameWithoutExtension(FileName), Behind(text, "## Prompt\n"), Behind(text, "```json\n").Split("```")[0].Trim());
    }

    private static string Behind(string text, string mark) => text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].Trim();
}
