namespace RevBot.Tests.Journeys;

/// <summary>One line of a script.</summary>
/// <param name="What">What is said, pressed, seen; the field for a line that fills one in.</param>
/// <param name="Value">What is filled in.</param>
internal sealed record ScriptStep(int Line, ScriptVerb Verb, string What = "", string Value = "")
{
    public override string ToString() => $"line {Line}, {Verb} {What}{(Value.Length == 0 ? "" : ": ")}{Value}".TrimEnd();
}
