namespace RevBot.Tests.Journeys;

/// <summary>A conversation as a plain file: it goes through every door without another line.</summary>
/// <param name="Name">The file's name without its ending.</param>
internal sealed record Script(string Name, IReadOnlyList<ScriptStep> Steps)
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Journeys", "Scripts");

    /// <summary>Every script there is, in the order in which each door goes through them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static Script Read(string name, IReadOnlyDictionary<string, string> cast) => ScriptReader.Read(name, File.ReadAllText(Path.Combine(Folder, name + ".txt")), cast);
}
