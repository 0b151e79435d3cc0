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

    [GeneratedRegex(@"[,;:.!](?=\s)|\s[-–—](?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\W*(?:and |but |or |so )?(?:in|for|of|by|from|with|without|only|just|not|no|except|excluding|at|under|over|above|below|since|until|per|vs|versus|within|across|among|where|whose|which|that|split|grouped|top|bottom)\b|\bonly\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Narrowing();
}
