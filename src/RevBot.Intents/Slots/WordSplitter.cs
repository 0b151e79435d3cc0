using System.Globalization;
using System.Text;

namespace RevBot.Intents.Slots;

/// <summary>Cuts sentences and names into words the same way, so that they can be compared. Amounts (<c>$1,200.50</c>), dates (<c>2025-03-01</c>), deal ids (<c>#D-102</c>) and comparison signs stay whole.</summary>
public static class WordSplitter
{
    /// <summary>The most words that are read; what follows is left out.</summary>
    public const int Limit = 200;

    public static List<Word> Split(string text)
    {
        // A hundred thousand names are split at the start: a list no longer than they are.
        var words = new List<Word>(Math.Min(16, (text.Length / 6) + 1));
        var quote = 0;
        var quotes = 0;
        var position = 0;
        while (position < text.Length && words.Count < Limit)
        {
            var sign = text[position];
            if (sign is '"' or '\u201C' or '\u201D')
            {
                quote = quote > 0 ? 0 : ++quotes;
                position++;
            }
            else if (sign is '<' or '>' || (sign == '=' && position > 0 && text[position - 1] is '<' or '>'))
            {
                var length = position + 1 < text.Length && text[position + 1] == '=' ? 2 : 1;
                words.Add(Make(text, position, position + length, false, quote));
                position += length;
            }
            else if (IsWordSign(text, position))
            {
                var end = position + 1;
                while (end < text.Length && (IsWordSign(text, end) || Joins(text, position, end)))
                {
                    end++;
                }

                var bare = end;
                var possessive = false;
                if (end < text.Length && IsApostrophe(text[end]))
                {
                    if (end + 1 < text.Length && text[end + 1] is 's' or 'S' && (end + 2 >= text.Length || !char.IsLetterOrDigit(text[end + 2])))
                    {
                        (possessive, end) = (true, end + 2);
                    }
                    else if (text[end - 1] is 's' or 'S' && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])))
                    {
                        (possessive, end) = (true, end + 1);
                    }
                    else
                    {
                        // "don't", "haven't": one word without the sign.
                        end++;
                        while (end < text.Length && char.IsLetterOrDigit(text[end]))
                        {
                            end++;
                        }

                        bare = end;
                    }
                }

                words.Add(Make(text, position, bare, possessive, quote) with { End = end });
                position = end;
            }
            else
            {
                position++;
            }
        }

        return words;
    }

    /// <summary>The words of a name joined for comparing: lower case, singular, without punctuation.</summary>
    public static string KeyOf(string name)
    {
        var words = Split(name);
        return words.Count == 1 ? words[0].Stem : string.Join(' ', words.Select(word => word.Stem));
    }

    /// <summary>The singular of a word, or the word: "partners" → "partner", "companies" → "company", "business" stays.</summary>
    public static string StemOf(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or 'a' || !char.IsLetter(word[^2]))
        {
            return word;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        }

        return word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2] : word[..^1];
    }

    private static bool IsApostrophe(char sign) => sign is '\'' or '\u2019' or '\u02BC';

    private static bool IsWordSign(string text, int at) => char.IsLetterOrDigit(text[at])
        || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark
        || text[at] is '$' or '€' or '£' or '#' or '%' or '_'
        || (text[at] == '+' && at > 0 && char.IsLetterOrDigit(text[at - 1]));

    /// <summary>A point, comma or dash inside a number or date, or anything but a space inside a <c>#id</c>.</summary>
    private static bool Joins(string text, int start, int at)
    {
        if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]))
        {
            return false;
        }

        if (text[start] == '#')
        {
            return text[at] is '-' or '.' or ':' or '/';
        }

        return text[at] switch
        {
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '-' or '/' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) && char.IsDigit(text[start]) && LooksLikeDate(text, start, at),
            _ => false,
        };
    }

    /// <summary>True when the first part is a year, or further dashes follow ("2025-03-01", "15/06/2025"); "10-50k" is a range of two words.</summary>
    private static bool LooksLikeDate(string text, int start, int at)
    {
        var sign = text[at];
        var first = start;
        while (first < at && char.IsDigit(text[first]))
        {
            first++;
        }

        if (first < at)
        {
            return text[first] == sign;
        }

        var next = at + 1;
        while (next < text.Length && char.IsDigit(text[next]))
        {
            next++;
        }

        return next + 1 < text.Length && text[next] == sign && char.IsDigit(text[next + 1]);
    }

    private static Word Make(string text, int start, int end, bool possessive, int quote)
    {
        var raw = text.AsSpan(start, end - start);
        var plain = Plain(raw);
        return new Word(plain, StemOf(plain), start, end, possessive, char.IsUpper(raw[0]), raw.Length > 1 && IsUpper(raw), quote);
    }

    private static bool IsUpper(ReadOnlySpan<char> raw)
    {
        foreach (var sign in raw)
        {
            if (!char.IsUpper(sign))
            {
                return false;
            }
        }

        return true;
    }

    private static string Plain(ReadOnlySpan<char> raw)
    {
        if (Ascii.IsValid(raw))
        {
            var lower = string.Create(raw.Length, raw, static (text, said) => said.ToLowerInvariant(text));
            return lower.Contains('\'', StringComparison.Ordinal) ? lower.Replace("'", string.Empty, StringComparison.Ordinal) : lower;
        }

        var plain = new StringBuilder(raw.Length);
        foreach (var sign in raw.ToString().Normalize(NormalizationForm.FormD))
        {
            if (!IsApostrophe(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
        }

        return plain.ToString();
    }
}
