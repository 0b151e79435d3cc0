using System.Globalization;
using System.Text;

namespace RevBot.Conversation.Understanding;

/// <summary>A sentence prepared for reading.</summary>
/// <param name="Text">As the person wrote it, trimmed; case kept, for names and notes.</param>
/// <param name="Normalized">Lower case, single spaces, typographic quotes and dashes made plain, trailing punctuation gone.</param>
public sealed partial record Utterance(string Text, string Normalized)
{
    /// <summary>Like <see cref="Normalized"/> but with the person's case, character for character at the same place: what is found in one is cut out of the other.</summary>
    public string Plain => field ??= MakePlain(Text);

    /// <summary>The words of <see cref="Normalized"/>, with where they stand.</summary>
    public IReadOnlyList<Token> Tokens => field ??= Token.Split(Normalized);

    public static Utterance Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Utterance(text.Trim(), MakePlain(text).ToLowerInvariant());
    }

    private static string MakePlain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Compose(text))
        {
            var mapped = Map(letter);
            if (mapped == '\0' || (mapped == ' ' && (plain.Length == 0 || plain[^1] == ' ')))
            {
                continue;
            }

            plain.Append(mapped);
        }

        return plain.ToString().TrimEnd(' ', '?', '!', '.', ',', ';');
    }

    /// <summary>Text cut in the middle of a surrogate pair cannot be composed; it is read as it stands.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Map(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ when char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format => '\0',
        _ => letter,
    };
}
