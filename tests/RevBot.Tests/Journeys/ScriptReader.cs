using System.Text.RegularExpressions;

namespace RevBot.Tests.Journeys;

/// <summary>Reads a script: a comment that says what it shows, then one step a line. Names in braces stand for what the demo company happens to hold.</summary>
internal static partial class ScriptReader
{
    private static readonly (string Words, ScriptVerb Verb, bool TakesMore)[] Verbs =
    [
        ("as", ScriptVerb.As, true),
        ("in the direct chat", ScriptVerb.InDirectChat, false),
        ("in the room of", ScriptVerb.InRoom, true),
        ("say", ScriptVerb.Say, true),
        ("press", ScriptVerb.Press, true),
        ("open the form of", ScriptVerb.OpenForm, true),
        ("open the form", ScriptVerb.OpenForm, false),
        ("choose", ScriptVerb.Fill, true),
        ("fill", ScriptVerb.Fill, true),
        ("submit", ScriptVerb.Submit, false),
        ("see", ScriptVerb.See, true),
        ("miss", ScriptVerb.Miss, true),
        ("find the alert for", ScriptVerb.FindAlert, true),
        ("run the alerts", ScriptVerb.RunAlerts, false),
        ("restart", ScriptVerb.Restart, false),
    ];

    /// <exception cref="FormatException">The script cannot be gone through; its line is named, and what may stand there.</exception>
    public static Script Read(string name, string text, IReadOnlyDictionary<string, string> cast)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal))
        {
            throw Wrong(name, 1, "a script begins with a comment that says what it shows: # Sara loses a deal and takes it back.");
        }

        var steps = new List<ScriptStep>();
        foreach (var (index, line) in lines.Index().Where(line => line.Item.Length > 0 && line.Item[0] != '#'))
        {
            var step = Step(name, index + 1, line, cast);
            Follows(name, steps.LastOrDefault(), step);
            steps.Add(step);
        }

        return new Script(name, steps);
    }

    private static ScriptStep Step(string name, int number, string line, IReadOnlyDictionary<string, string> cast)
    {
        var (words, verb, takesMore) = Verbs.FirstOrDefault(known => line == known.Words || line.StartsWith(known.Words + " ", StringComparison.Ordinal));
        var rest = words is null ? string.Empty : line[words.Length..].Trim();
        if (words is null || takesMore != rest.Length > 0)
        {
            throw Wrong(name, number, $"“{line}” is no step. A step is one of: {string.Join(", ", Verbs.Select(known => known.TakesMore ? known.Words + " …" : known.Words))}.");
        }

        var what = Name().Replace(rest, match => cast.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw Wrong(name, number, $"nobody and nothing is called {match.Value}. There is {string.Join(", ", cast.Keys.Order(StringComparer.Ordinal).Select(known => $"{{{known}}}"))}."));
        if (verb != ScriptVerb.Fill)
        {
            return new ScriptStep(number, verb, what);
        }

        return what.Split(": ", 2) is [var field, var value]
            ? new ScriptStep(number, verb, field, value)
            : throw Wrong(name, number, $"“{line}” fills nothing in. Write the field, a colon and the value: {words} Loss reason: Too expensive.");
    }

    /// <summary>What cannot come after what stood before it.</summary>
    private static void Follows(string name, ScriptStep? before, ScriptStep step)
    {
        var problem = (step.Verb, before?.Verb) switch
        {
            (ScriptVerb.See or ScriptVerb.Miss, null or ScriptVerb.As or ScriptVerb.InRoom or ScriptVerb.InDirectChat or ScriptVerb.Restart) => "nothing is shown yet that could be seen",
            (ScriptVerb.Press or ScriptVerb.OpenForm, null or ScriptVerb.As or ScriptVerb.InRoom or ScriptVerb.InDirectChat) => "nothing is shown yet that could be pressed",
            (ScriptVerb.Fill or ScriptVerb.Submit, not (ScriptVerb.OpenForm or ScriptVerb.Fill or ScriptVerb.Submit or ScriptVerb.See or ScriptVerb.Miss)) => "no form is open; “open the form” comes first",
            _ => null,
        };
        if (problem is not null)
        {
            throw Wrong(name, step.Line, problem + ".");
        }
    }

    private static FormatException Wrong(string name, int line, string problem) => new($"{name}.txt line {line}: {problem}");

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Name();
}
