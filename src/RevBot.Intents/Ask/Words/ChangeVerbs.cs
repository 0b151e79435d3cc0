namespace RevBot.Intents.Ask.Words;

/// <summary>"Becoming longer", "got worse", "grown more expensive": a verb of becoming and what a number becomes.</summary>
internal static class ChangeVerbs
{
    private static readonly string[] Verbs = ["become", "becomes", "becoming", "became", "get", "gets", "getting", "got", "gotten", "growing", "grown", "turning", "turned", "going", "gone", "trending", "trended", "running", "moving", "heading"];

    private static readonly string[] Ends =
    [
        "better", "worse", "longer", "shorter", "faster", "slower", "quicker", "higher", "lower", "bigger", "smaller", "larger", "stronger", "weaker", "thinner", "fatter", "healthier", "cleaner", "messier", "dirtier", "tidier", "older", "younger", "steeper", "more accurate", "less accurate", "tighter", "any better", "any worse", "upwards", "downwards", "upward", "downward",
    ];

    /// <summary>"Get any shorter", "got a bit worse".</summary>
    private static readonly string[] Degrees = ["", "any ", "a bit ", "a little ", "much ", "even ", "slightly "];

    public static (LexiconKind Kind, string Value, string Phrases) Row { get; } =
        (LexiconKind.Change, "previous", string.Join('|', Verbs.SelectMany(verb => Degrees.SelectMany(degree => Ends.Select(end => $"{verb} {degree}{end}")))));
}
