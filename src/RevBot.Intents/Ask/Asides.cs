using System.Text.RegularExpressions;

namespace RevBot.Intents.Ask;

/// <summary>Where a sentence has a piece before or behind it that may say nothing of what is asked: "was out sick, …", "…, the call starts in a minute".</summary>
internal static partial class Asides
{
    /// <summary>The place of the first comma, dash or colon; -1 where there is none.</summary>
    public static int First(string text) => Joint().Match(text) is { Success: true } joint ? joint.Index : -1;

    /// <summary>The place of the last one.</summary>
    public static int Last(string text) => Joint().Matches(text) is { Count: > 0 } joints ? joints[^1].Index : -1;

    /// <summary>True for a piece that would say which deals are meant, known or not: "in Zephyrland", "only big ones".</summary>
    public static bool Narrows(string piece) => Narrowing().IsMatch(piece);

    /// <summary>True for a piece that says by what something is split: "conversion by segment".</summary>
    public static bool Splits(string piece) => Splitting().IsMatch(piece);

    /// <summary>What somebody else wants to know: "Dana is asking where deals break down, can you check?"; null when nothing is reported.</summary>
    public static string? Reported(string text) => Reporting().Match(text) is { Success: true } reported ? reported.Groups["asked"].Value.Trim() : null;

    [GeneratedRegex(@"\b(?:by|per|for each|for every|split|broken down)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Splitting();

    [GeneratedRegex(@"^\W*(?:[\w'’.-]+ ){1,4}?(?:is |was |are |were |keeps |kept |just )?(?:asking|asks|asked|wants to (?:know|see|hear|understand)|wanted to (?:know|see|hear|understand)|would like to (?:know|see)|needs to know|wonders|wondering|curious)(?: me| us)?(?: about)? (?<asked>(?:what|which|where|when|who|how|whether|if|for the|why)\b.+?)(?:,? (?:can|could|would|will) you (?:please )?(?:check|look|look it up|find out|help|tell (?:me|them|him|her))(?: that| it| into (?:it|that))?(?: please| pls)?)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"[,;:.!](?=\s)|\s[-–—](?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\W*(?:and |but |or |so )?(?:in|for|of|by|from|with|without|only|just|not|no|except|excluding|at|under|over|above|below|since|until|per|vs|versus|within|across|among|where|whose|which|that|split|grouped|top|bottom)\b|\bonly\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Narrowing();
}
