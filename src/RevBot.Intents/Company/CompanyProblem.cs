namespace RevBot.Intents.Company;

/// <summary>Something wrong in <c>company.yaml</c>, told so that a person can mend it at once.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">Where in the file, as in <c>stages[2].probability</c>.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record CompanyProblem(int Line, int Column, string Path, string Message, string Fix)
{
    public override string ToString() => $"company.yaml line {Line}, column {Column}: {Message} {Fix}";
}
