using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RevBot.Intents.Several;

/// <summary>Cuts a message where one question ends and the next begins: at numbers, lines, question marks and full stops, and at "and how many …". Whether the pieces are questions is not decided here.</summary>
internal static partial class MessageParts
{
    /// <summary>A point behind these ends no sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "vs", "v", "inc", "ltd", "corp", "co", "llc", "gmbh", "approx", "no", "nr", "st", "mr", "ms", "mrs", "dr", "jr", "sr", "etc", "eg", "ie", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "avg", "max", "min", "opp", "opps",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsAbbreviation(string word) => Abbreviations.Contains(word);

    public static List<string> Of(string text)
    {
        var numbers = Number().Matches(text);
        if (numbers.Count > 1 && numbers[0].Groups["n"].Value is "1" or "a" or "A")
        {
            var parts = new List<string> { text[..numbers[0].Index] };
            for (var at = 0; at < numbers.Count; at++)
            {
                parts.Add(text[(numbers[at].Index + numbers[at].Length)..(at + 1 < numbers.Count ? numbers[at + 1].Index : text.Length)]);
            }

            return Trimmed(parts);
        }

        return Trimmed(text.Split(['\n', '\r']).SelectMany(Sentences).SelectMany(sentence => (Asking().IsMatch(sentence) ? Comma() : Joint()).Split(sentence)));
    }

    private static List<string> Trimmed(IEnumerable<string> parts) =>
        [.. parts.Select(part => Order().Replace(Bullet().Replace(part, string.Empty).Trim(), string.Empty).TrimEnd(',', ';', ' ')).Where(part => part.Any(char.IsLetterOrDigit))];

    private static IEnumerable<string> Sentences(string line)
    {
        var start = 0;
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            quoted ^= line[at] is '"' or '\u201C' or '\u201D';
            if (!quoted && Ends(line, at))
            {
                yield return line[start..(at + 1)];
                start = at + 1;
            }
        }

        yield return line[start..];
    }

    private static bool Ends(string line, int at)
    {
        if (line[at] is not ('?' or '!' or '.' or ';') || at + 1 >= line.Length || line[at + 1] is '?' or '!' or '.' || (!char.IsWhiteSpace(line[at + 1]) && line[at] != '?'))
        {
            return false;
        }

        if (line[at] != '.')
        {
            return true;
        }

        var first = at;
        while (first > 0 && char.IsLetter(line[first - 1]))
        {
            first--;
        }

        return at - first != 1 && !Abbreviations.Contains(line[first..at]);
    }

    [GeneratedRegex(@"(?:^|(?<=[\s,;:?.!]))\(?(?<n>\d{1,2}|[a-hA-H])\)\s+|(?:^|(?<=[\s,;:?!]))(?<n>\d)\.\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>"First, …", "Also, …", "Second the forecast".</summary>
    [GeneratedRegex(@"^(?:(?:also|first|firstly|second|secondly|third|thirdly|next|finally|lastly)\s*[,:]\s*|(?:first|second|third|finally|lastly)\s+(?=(?:the|what|how|who|which|show|list|tell|give|our|my)\b))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"^\s*(?:[-*•–]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    /// <summary>"What did Kofi win, what did Jonas win?": behind a question a comma is enough.</summary>
    [GeneratedRegex(@"(?:,\s*|\s+)(?:and|also|and also|and then|then|plus|as well as)\s+(?=(?:what|what's|whats|how|who|who's|whos|which|where|show me|list|tell me|give me)\b)|,\s+(?=(?:what|what's|whats|how|who|who's|whos|where|which)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\W*(?:what|what's|whats|how|who|who's|whos|which|where)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"(?:,\s*|\s+)(?:and|also|and also|and then|then|plus|as well as)\s+(?=(?:what|what's|whats|how|who|who's|whos|which|where|show me|list|tell me|give me)\b)|,\s*(?:and then|then|and also|also)\s+|,?\s+(?:and )?(?:after that|followed by)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
