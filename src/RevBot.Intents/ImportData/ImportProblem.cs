namespace RevBot.Intents.ImportData;

/// <summary>Why one row was not imported.</summary>
/// <param name="Line">Line of the file the row begins on, from 1.</param>
/// <param name="Column">The file's own header.</param>
public sealed record ImportProblem(int Line, string Column, string Value, string Reason)
{
    public override string ToString() => $"line {Line}, {Column}: {Reason}";
}
