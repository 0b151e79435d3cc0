using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Refusals;

/// <summary>Finds what a number is to be split by that no dimension is called: "win rate by headcount", "bookings per payment term", "by owner tenure". To leave it out would answer something else.</summary>
internal static class UnknownSplit
{
    /// <summary>Behind "by" and "per" these split nothing: "by the way", "per se", "by hand".</summary>
    private static readonly FrozenSet<string> Idioms = Set("way us me them it itself you hand default chance any far now then that this these those which what who whom how much more comparison contrast mistake accident se usual request email mail phone chat dm end eod cob noon close day night then said same and or, of one each year-end");

    private static readonly FrozenSet<string> Articles = Set("the our my a an all their its different various individual single of every each");

    /// <summary>The words, as they were written; null where every split is by something that is known.</summary>
    public static string? Of(SentenceParts parts)
    {
        foreach (var split in parts.Spans.Where(span => span is { Kind: LexiconKind.Split, Value: "by" } && parts.Sentence[span.End - 1] is "by" or "per"))
        {
            var at = split.End;
            while (Articles.Contains(parts.Sentence[at]) && !parts.Spans.Any(span => span.First == at && span.Kind != LexiconKind.Small))
            {
                at++;
            }

            if (at >= parts.Sentence.Count || IsRead(parts, at) || Idioms.Contains(parts.Sentence[at]))
            {
                continue;
            }

            var said = parts.Spans.FirstOrDefault(span => span.First <= at && at < span.End);
            if (said is { Kind: LexiconKind.Dimension } && Behind(parts, said) is { } behind)
            {
                return parts.Sentence.Written(at, behind.End - at);
            }

            if (said is { Kind: LexiconKind.Aspect } && Behind(parts, said) is { } counted)
            {
                return parts.Sentence.Written(at, counted.End - at);
            }

            if (said is { Kind: LexiconKind.Beyond } || (said is { Kind: LexiconKind.Measure } && IsAttribute(parts, split, said)) || (said is { Kind: LexiconKind.Small } && End(parts, said.End) is { } end))
            {
                return parts.Sentence.Written(at, Math.Max(said.End, End(parts, said.End) ?? 0) - at);
            }
        }

        return null;
    }

    /// <summary>"By owner tenure", "by deal owner's tenure": of whoever is named, something that is not known.</summary>
    private static LexiconSpan? Behind(SentenceParts parts, LexiconSpan dimension) => parts.Spans.FirstOrDefault(span => span.First == dimension.End && span.Kind == LexiconKind.Beyond && !IsCut(parts, span.First));

    /// <summary>"Win rate by age": no figure is split by another. "Top reps by bookings" puts in order, and "bookings by value" says it again.</summary>
    private static bool IsAttribute(SentenceParts parts, LexiconSpan split, LexiconSpan measure) => measure.Value is MeasureIds.Age or MeasureIds.Quota
        && parts.Spans.Any(other => other.Kind == LexiconKind.Measure && other.End <= split.First && other.Value != measure.Value) && !parts.Spans.Any(span => span.Kind == LexiconKind.Rank);

    /// <summary>Where the small words end that stand behind "by"; null where they lead to something that is known.</summary>
    private static int? End(SentenceParts parts, int at)
    {
        for (var words = 0; words < 3 && at < parts.Sentence.Count && !IsCut(parts, at); words++)
        {
            if (IsRead(parts, at) || parts.Spans.Any(span => span.First == at && span.Kind is not LexiconKind.Small))
            {
                return parts.Spans.Any(span => span.First == at && span.Kind is LexiconKind.Small or LexiconKind.Split or LexiconKind.Not or LexiconKind.Versus or LexiconKind.Mine) || parts.Periods.Exists(period => period.First == at) ? at : null;
            }

            if (parts.Sentence[at] is "for" or "in" or "from" or "with" or "of" or "this" or "last" or "please" or "pls" or "and" or "on" or "at" or "over" or "during" or "to")
            {
                return at;
            }

            at++;
        }

        return at;
    }

    private static bool IsRead(SentenceParts parts, int at) => parts.Scope.Holds(at) || parts.Periods.Exists(period => period.First <= at && at < period.First + period.Count) || parts.Filters.Any(filter => filter.First <= at && at < filter.End) || char.IsDigit(parts.Sentence[at].FirstOrDefault('x'));

    private static bool IsCut(SentenceParts parts, int at) => parts.Sentence.Words[at].Start - parts.Sentence.Words[at - 1].End > 1;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
