namespace RevBot.Intents.ImportData;

/// <summary>One thing a file may tell about a row, and the headers it is known by.</summary>
/// <param name="Key">Our own name for it; a plain file and an export use it as header.</param>
/// <param name="Names">Other headers, reduced to their letters and digits.</param>
internal sealed record ImportField(string Key, bool Mandatory, FieldContent Content, IReadOnlyList<string> Names);
