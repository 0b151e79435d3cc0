using System.Collections.Frozen;

namespace RevBot.Intents.Ask.Words;

/// <summary>Common words that never tell which deals, days or people are meant: "how many leads landed", "for the territory redraw, bookings laid out by region". Whatever could be a name, a state or a kind of deal is none of them.</summary>
internal static class IdleWords
{
    private static readonly FrozenSet<string> Anywhere = WordList.Load("idle-words.txt");

    /// <summary>Occasions, papers, feelings: before a noun, or behind "from" and the like, they could name a kind of deal.</summary>
    private static readonly FrozenSet<string> Nouns = WordList.Load("idle-nouns.txt");

    /// <summary>Where a sentence that asks something has words that nobody understood and that are idle there.</summary>
    public static List<int> In(SentenceParts parts) =>
        parts.Spans.Any(IsSaid) ? parts.Unknown().FindAll(at => IsIdle(parts.Sentence, parts.Spans, at)) : [];

    private static bool IsIdle(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int at)
    {
        var word = sentence.Words[at];
        if (word.Quote > 0 || word.IsPossessive || (word.IsCapital && at > 0 && !EndsSentence(sentence, at - 1)))
        {
            return false;
        }

        return Anywhere.Contains(word.Text) || (Nouns.Contains(word.Text) && (IsCut(sentence, at) || !spans.Any(span => span.First == at + 1 && IsNoun(span))) && !IsValue(sentence, spans, at));
    }

    /// <summary>"Deals in planning", "pipeline from lunch": which ones.</summary>
    private static bool IsValue(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int at)
    {
        var before = at - 1;
        while (sentence[before] is "the" or "a" or "an" or "my" or "our" or "your" or "their" or "this" or "that" or "some")
        {
            before--;
        }

        return sentence[before] switch
        {
            "from" or "with" or "without" or "by" or "per" or "via" or "like" or "except" or "not" or "no" or "through" or "against" or "under" or "over" or "since" or "before" or "after" or "until" or "till" or "during" or "past" or "each" or "every" or "many" or "much" => true,
            "in" or "of" or "at" or "on" => spans.Any(span => span.End == before && IsNoun(span)),
            _ => false,
        };
    }

    private static bool EndsSentence(Sentence sentence, int at) => sentence.Text.AsSpan(sentence.Words[at].End).TrimStart() is ['.' or '?' or '!' or ':' or '\n', ..];

    private static bool IsCut(Sentence sentence, int at) => sentence.Text.AsSpan(sentence.Words[at].End).TrimStart() is [',' or '.' or '?' or '!' or ':' or ';' or '-' or '\u2013' or '\u2014' or '\n', ..];

    private static bool IsSaid(LexiconSpan span) => span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals;

    private static bool IsNoun(LexiconSpan span) => span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Lifecycle or LexiconKind.Aspect;
}
