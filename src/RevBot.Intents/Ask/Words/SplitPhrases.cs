namespace RevBot.Intents.Ask.Words;

/// <summary>"One point per month", "a single figure for each rep": one of something for each of those a number is split by.</summary>
internal static class SplitPhrases
{
    private static readonly string[] Ones = ["one", "1", "a single", "one single", "just one"];

    private static readonly string[] Things = ["row", "line", "number", "figure", "bar", "point", "data point", "dot", "entry", "column", "slice", "result"];

    private static readonly string[] Each = ["per", "for each", "for every", "a", "each", "every"];

    public static (LexiconKind Kind, string Value, string Phrases) Row { get; } =
        (LexiconKind.Split, "by", string.Join('|', Ones.SelectMany(one => Things.SelectMany(thing => Each.Select(each => $"{one} {thing} {each}")))));
}
