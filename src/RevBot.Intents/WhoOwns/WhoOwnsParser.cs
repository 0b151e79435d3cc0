using System.Text.RegularExpressions;

namespace RevBot.Intents.WhoOwns;

/// <summary>Reads "who owns Globex now, and since when?", "since when does Dana have lead Jane Doe?", "who owned Acme before?", "who owns this?". Pure.</summary>
internal static partial class WhoOwnsParser
{
    private const string Polite = @"^(?:(?:please|hey|hi|ok|okay|so|and|but|well)[, ]+)*(?:(?:can|could|would) you (?:tell|show) me |(?:do|does) (?:you|anybody|anyone|somebody) know |(?:tell|remind) me |i(?:'d| would)? (?:want|like|need) to know )?";
    private const string Named = @"(?:the )?(?:(?<word>lead) |deal |account )?(?<what>.+?)(?: (?:deal|account|lead))?";

    /// <summary>Null for another question.</summary>
    public static WhoOwnsCall? Parse(string text)
    {
        var match = SinceWhen().Match(text);
        var asksSince = match.Success;
        if (!match.Success)
        {
            match = Owns().Match(text);
            asksSince = match.Groups["since"].Success;
        }

        return match.Success && match.Groups["what"] is { Length: > 0 } what ? new WhoOwnsCall(text, what.Index, what.Length, match.Groups["word"].Success, asksSince) : null;
    }

    [GeneratedRegex(Polite + @"(?:who (?:owns|has|had|owned|is the owner of|is responsible for|looks after|works on)|whose (?:is)|who's the owner of|who is on) " + Named + @"(?: (?:right )?now| at the moment| today| currently)?(?<since>,?(?: and)? (?:since when|how long(?: already)?|from when|before(?: that)?|before (?:her|him|them))(?: and (?:since when|how|before))?)?(?: please)?\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Owns();

    [GeneratedRegex(Polite + @"(?:since when|how long) (?:does|do|has|have|did|is) (?:.+? )?(?:own(?:ed)?|had|have|has|got|responsible for) " + Named + @"(?: (?:now|already))?\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SinceWhen();
}
