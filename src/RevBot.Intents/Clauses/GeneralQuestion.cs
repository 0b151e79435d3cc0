using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Clauses;

/// <summary>A question that asks in general, before words that say which figure answers it: "What do our Platform deals go for? Average won deal", "Who keeps pushing dates? Most pushes this year". Whom, which deals and which days it names are those of the figure.</summary>
internal static class GeneralQuestion
{
    private const int LongestFigure = 10;

    /// <summary>The figure with what the question before it names; null when they are two questions, or something could not be kept.</summary>
    /// <param name="end">Where the question ends.</param>
    /// <param name="figure">What is said behind it.</param>
    public static string? Of(SentenceParts parts, int end, string figure)
    {
        var sentence = parts.Sentence;
        if (sentence.Count - end > LongestFigure || sentence[end] is "and" or "also" or "plus" or "or" or "but" or "then" or "only" or "just" || !SaysFigure(parts, end, sentence.Count) || NamesFigure(parts, end)
            || parts.Filters.Any(filter => filter.First < end) || parts.Spans.Any(span => span.Kind == LexiconKind.Not && span.First < end))
        {
            return null;
        }

        var days = parts.Periods.FindAll(period => period.First < end);
        if (days.Count > 1 || parts.Spans.Any(span => span.Kind == LexiconKind.Change && span.First < end))
        {
            return null;
        }

        var named = parts.Scope.Named().ToList();
        var kept = named.Where(name => name.First < end && !named.Exists(other => other.First >= end && other.Dimension == name.Dimension)).GroupBy(name => name.Dimension)
            .Select(group => string.Join(sentence.Text.Contains(" than ", StringComparison.OrdinalIgnoreCase) ? " vs " : " and ", group.Select(name => sentence.Written(name.First, name.End - name.First)).Distinct())).ToList();
        if (days is [var only] && !parts.Periods.Exists(period => period.First >= end))
        {
            kept.Add(sentence.Written(only.First, only.Count));
        }

        var mine = parts.Spans.FirstOrDefault(span => span.Kind == LexiconKind.Mine && span.First < end);
        var text = figure.TrimEnd(' ', '.', '?');
        text = mine is null ? text : mine.Value == "team" ? $"{text}, {sentence.Written(mine.First, mine.Count)}" : $"my {text}";
        text = kept.Count == 0 ? text : $"{text}, {string.Join(", ", kept)}";
        if (Whom(parts, end) is not { } whom)
        {
            return kept.Count == 0 && mine is null ? null : text;
        }

        var rank = parts.Spans.FirstOrDefault(span => span.Kind == LexiconKind.Rank);
        return rank is null ? $"{text} by {whom}" : rank.First >= end ? $"which {whom} has the {text}" : $"which {whom} has the {sentence.Written(rank.First, rank.Count)} {text}";
    }

    /// <summary>"Who", "which competitor": by what the figure is split.</summary>
    private static string? Whom(SentenceParts parts, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (parts.Sentence[at] is "who" or "whos" or "whose")
            {
                return "rep";
            }

            var next = parts.Sentence[at + 1] == "of" ? at + (parts.Sentence[at + 2] is "the" or "our" or "my" ? 3 : 2) : at + 1;
            if (parts.Sentence[at] is "which" or "what" && parts.Spans.FirstOrDefault(span => span.Kind == LexiconKind.Dimension && span.First == next && span.End <= end) is { } noun && noun.Value[0] != '+')
            {
                return noun.Count == 1 ? parts.Sentence.Stem(noun.First) : parts.Sentence.Written(noun.First, noun.Count);
            }
        }

        return null;
    }

    /// <summary>"How quick are we with inbound leads? (first response)": the figure is one of leads.</summary>
    private static bool OfLeads(SentenceParts parts, int first) => parts.Spans.Any(span => span.First >= first && span.Kind == LexiconKind.Measure && LeadReader.IsOfLeads(span.Value) && span.Value != LeadReader.Count);

    private static bool SaysFigure(SentenceParts parts, int first, int end) => NamesFigure(parts, first, end)
        || parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind == LexiconKind.Aspect && span.Value is "median" or "average");

    private static bool NamesFigure(SentenceParts parts, int end) => NamesFigure(parts, 0, end);

    private static bool NamesFigure(SentenceParts parts, int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end
        && ((span.Kind == LexiconKind.Measure && !(end < parts.Sentence.Count && span.Value == LeadReader.Count && OfLeads(parts, end))) || span is { Kind: LexiconKind.State, Value: "won" or "lost" or "open" or "created" }));
}
