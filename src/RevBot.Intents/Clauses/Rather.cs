using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Clauses;

/// <summary>Takes out of a sentence what is said not to be meant: "mean rather than median", "EMEA instead of AMER", "by region as opposed to by rep". Only what something of its kind stands beside is taken; else it is left to be read, or not understood.</summary>
internal static class Rather
{
    private static readonly string[] Small = ["by", "per", "in", "for", "the", "of", "on", "a", "from", "with", "our", "to", "than"];

    /// <summary>False where nothing can be set aside so, which spares finding out what the words are.</summary>
    public static bool MayBeIn(List<Word> words)
    {
        for (var at = 0; at + 2 < words.Count; at++)
        {
            if (Begins(words[at].Text, words[at + 1].Text, at > 0 ? words[at - 1].Text : string.Empty))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without it; null when nothing is set aside.</summary>
    public static string? Without(SentenceParts parts)
    {
        var sentence = parts.Sentence;
        for (var at = 0; at + 2 < sentence.Count; at++)
        {
            if (!Begins(sentence[at], sentence[at + 1], sentence[at - 1]))
            {
                continue;
            }

            var first = at + 2;
            while (Small.Contains(sentence[first]))
            {
                first++;
            }

            if (Part(parts, first) is not var (kind, end) || !Others(parts, kind, at, end))
            {
                return null;
            }

            var from = sentence[at - 1] == "as" ? at - 1 : at;
            var before = from == 0 ? string.Empty : sentence.Text[..sentence.Words[from - 1].End];
            return $"{before} {sentence.Text[sentence.Words[end - 1].End..].TrimStart(',', ' ')}".Trim();
        }

        return null;
    }

    private static bool Begins(string word, string next, string before) => (word == "rather" && next == "than") || (word == "instead" && next == "of") || (word == "opposed" && next == "to" && before == "as");

    private static (string Kind, int End)? Part(SentenceParts parts, int first)
    {
        if (parts.Periods.Find(period => period.First <= first && period.First + period.Count > first) is { } period)
        {
            return ("period", period.First + period.Count);
        }

        foreach (var (dimension, from, end) in parts.Scope.Named())
        {
            if (from <= first && end > first)
            {
                return (dimension.ToString(), end);
            }
        }

        return parts.Spans.FirstOrDefault(span => span.First <= first && span.End > first && span.Kind is LexiconKind.Aspect or LexiconKind.Measure or LexiconKind.Dimension) is { } span ? (KindOf(span), span.End) : null;
    }

    private static bool Others(SentenceParts parts, string kind, int at, int end) =>
        (kind == "period" && parts.Periods.Exists(other => other.First + other.Count <= at || other.First >= end))
        || parts.Scope.Named().Any(name => name.Dimension.ToString() == kind && (name.End <= at || name.First >= end))
        || parts.Spans.Any(span => (span.End <= at || span.First >= end) && (KindOf(span) == kind || (kind == "figure" && span.Kind == LexiconKind.Deals)));

    private static string KindOf(LexiconSpan span) => span.Kind is LexiconKind.Aspect or LexiconKind.Measure ? "figure" : span.Kind == LexiconKind.Dimension ? "split" : string.Empty;
}
