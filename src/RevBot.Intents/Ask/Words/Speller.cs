using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask.Words;

/// <summary>Reads misspelt words as the known ones they were meant to be: words of questions and names alike, glued together or cut in two. What is a word of English, or known to anybody, stays.</summary>
internal sealed class Speller(Lexicon lexicon, NameMatcher names)
{
    private const int NameHandicap = 1;
    private const int CapitalBonus = 3;
    private const int ShortestGlued = 5;
    private const int ShortestBeginning = 3;

    private const int LongestAcronym = 4;

    private static readonly string[] Openings = ["by", "my", "in", "to", "us", "vs", "no"];

    /// <summary>The words as they were meant; null when all of them are known, or none is like a known one.</summary>
    public List<Word>? Correct(List<Word> words)
    {
        List<Word>? corrected = null;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (Joined(words, at) is { } whole)
            {
                corrected ??= words[..at];
                corrected.Add(whole);
                at++;
            }
            else if ((!IsKnown(word) || Spellings.Depends(word.Text)) && Meant(words, at) is { } meant)
            {
                corrected ??= words[..at];
                corrected.AddRange(Parts(word with { IsPossessive = word.IsPossessive || word.Text == meant + "s" }, meant));
            }
            else
            {
                corrected?.Add(word);
            }
        }

        return corrected;
    }

    /// <summary>One word read as several: each where it stands, or all behind the first where that cannot be told.</summary>
    public static IEnumerable<Word> Parts(Word word, string meant)
    {
        var parts = meant.Split(' ');
        var stand = parts.Sum(part => part.Length) == word.End - word.Start;
        var start = word.Start;
        for (var at = 0; at < parts.Length; at++)
        {
            var end = stand ? start + parts[at].Length : word.End;
            yield return word with { Text = parts[at], Stem = WordSplitter.StemOf(parts[at]), Start = start, End = end };
            start = end;
        }
    }

    private bool IsKnown(Word word) => word.Quote > 0 || !char.IsAsciiLetter(word.Text[0]) || lexicon.Knows(word.Stem) || lexicon.Knows(word.Text) || EnglishWords.Contains(word.Text) || names.Knows(word);

    /// <summary>"pipe line", "book ings": two words that are one, at least one of which is none by itself.</summary>
    private Word? Joined(List<Word> words, int at)
    {
        if (at + 1 >= words.Count || words[at].Quote > 0 || words[at + 1].Quote > 0 || words[at].Text.Length + words[at + 1].Text.Length < ShortestGlued || words[at + 1].Start - words[at].End > 1
            || !char.IsAsciiLetter(words[at].Text[0]) || !char.IsAsciiLetter(words[at + 1].Text[0]) || (IsKnown(words[at]) && IsKnown(words[at + 1])))
        {
            return null;
        }

        var text = words[at].Text + words[at + 1].Text;
        var stem = WordSplitter.StemOf(text);
        return lexicon.Knows(stem) || names.Knows(words[at] with { Text = text, Stem = stem })
            ? words[at + 1] with { Text = text, Stem = stem, Start = words[at].Start, IsCapital = words[at].IsCapital }
            : null;
    }

    private string? Meant(List<Word> words, int at)
    {
        var word = words[at];
        var (before, after) = (at > 0 ? words[at - 1].Stem : string.Empty, at + 1 < words.Count ? words[at + 1].Stem : string.Empty);
        if (Spellings.Of(word.Text, after) is { } said)
        {
            return said;
        }

        if (Spellings.Depends(word.Text))
        {
            return null;
        }

        if (word.Text == word.Stem && word.Text is [.. var bare, 's'] && bare.Length > 2 && names.Find(bare, kind => kind == NameKind.Person) is not null)
        {
            // "Mayas wins".
            return bare;
        }

        if (!word.Text.All(char.IsAsciiLetter))
        {
            return Cut(word.Text);
        }

        if (word.IsUpper && word.Text.Length <= LongestAcronym && words.Exists(other => !other.IsUpper))
        {
            return null;
        }

        var known = lexicon.Nearest(word.Text, before, after);
        var name = names.NearestWord(word.Text);
        if (ValueOf(words, at) is { } kind)
        {
            // "The Martian segment" names a segment, known or not, and no other thing that is written alike.
            return name is { } value && names.Find(value.Word, its => its == kind) is not null ? value.Word : known is { } usual && Lexicon.IsUsual(usual.Word) ? usual.Word : null;
        }

        if (word.Stem != word.Text && names.NearestWord(word.Stem) is { } one && !(name?.Cost < one.Cost))
        {
            name = (one.Word + "s", one.Cost);
        }

        var best = name is { } named && (known is not { } plain || named.Cost + (word.IsCapital && at > 0 ? -CapitalBonus : NameHandicap) < plain.Cost) ? name : known;
        if (Glued(word.Text) is { } parts && (best is null || best.Value.Cost > SlipCost.Limit(3)))
        {
            return parts;
        }

        return best is { } found ? found.Word : word.Text.Length >= ShortestBeginning ? names.Beginning(word.Text) : null;
    }

    /// <summary>What a word names by the noun beside it: "in the Martian segment", "region Zephyrland"; null for any other word.</summary>
    private static NameKind? ValueOf(List<Word> words, int at)
    {
        string Text(int place) => place >= 0 && place < words.Count ? words[place].Text : string.Empty;
        var named = KindOf(Text(at + 1)) is { } behind && (words[at].IsCapital || Text(at - 1) is "the" or "in" or "for" or "from" or "our") ? behind
            : words[at].IsCapital && at > 0 && Text(at - 2) is not ("by" or "per" or "each") ? KindOf(Text(at - 1))
            : null;
        return named;
    }

    private static NameKind? KindOf(string noun) => noun switch
    {
        "region" or "territory" or "geo" or "geography" => NameKind.Region,
        "segment" => NameKind.Segment,
        "source" or "channel" => NameKind.Source,
        "industry" or "vertical" or "sector" => NameKind.Industry,
        "product" => NameKind.Product,
        "stage" => NameKind.Stage,
        _ => null,
    };

    /// <summary>"lastquarter", "opendeals", "byrep": known words without the space between them.</summary>
    private string? Glued(string text)
    {
        for (var cut = text.Length - 3; cut >= 2; cut--)
        {
            var (left, right) = (text[..cut], text[cut..]);
            if (cut > 2 && lexicon.MakePhrase(left, right))
            {
                // "howmany", "timein": words that say little each.
                return $"{left} {right}";
            }

            if ((cut > 2 || Openings.Contains(left)) && (IsWord(left) || (IsWord(right) && IsLongWord(left))) && (IsWord(right) || (IsWord(left) && IsLongWord(right)) ? right : right.Length > ShortestGlued ? Glued(right) : null) is { } rest)
            {
                return $"{left} {rest}";
            }
        }

        return null;
    }

    /// <summary>"top5", "last30days", "deals50k": words and numbers without the space between them.</summary>
    private string? Cut(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var letters = char.IsAsciiLetter(text[at]);
            while (at < text.Length && char.IsAsciiLetter(text[at]) == letters)
            {
                at++;
            }

            parts.Add(text[start..at]);
        }

        return parts.Count > 1 && parts.TrueForAll(part => !char.IsAsciiLetter(part[0]) || IsWord(part)) ? string.Join(' ', parts) : null;
    }

    private bool IsLongWord(string text) => text.Length > 3 && lexicon.Knows(WordSplitter.StemOf(text));

    private bool IsWord(string text) => text.Length > 1 && (lexicon.Means(WordSplitter.StemOf(text)) || Openings.Contains(text) || names.Knows(new Word(text, WordSplitter.StemOf(text), 0, 0, false, false, false, 0)));
}
