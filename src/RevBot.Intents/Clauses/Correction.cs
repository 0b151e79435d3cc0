using System.Text.RegularExpressions;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Several;

namespace RevBot.Intents.Clauses;

/// <summary>Reads what somebody says anew in the same breath: "since the summer... ok since 1 September", "how many logos... sorry, how many deals", "revenue in Q2, no wait, Q3".</summary>
internal static partial class Correction
{
    private const int LongestSlip = 5;

    /// <summary>Where what was said before the correction may end, and the texts that may be meant, the likeliest first; none when nothing is corrected.</summary>
    /// <param name="partsOf">Finds the parts of a text.</param>
    public static List<string> Of(string text, Func<string, SentenceParts> partsOf)
    {
        var (wrong, right) = Behind().Match(text) is { Success: true } last ? (last.Groups["wrong"].Value, last.Groups["right"].Value)
            : Anew().Match(text) is { Success: true } said ? (text[..said.Index], text[(said.Index + said.Length)..])
            : Broken().Match(text) is { Success: true } broken ? (text[..broken.Index], text[(broken.Index + broken.Length)..])
            : (string.Empty, string.Empty);
        var breaks = right.Length > 0 && !Behind().IsMatch(text) && !Anew().IsMatch(text);
        if (right.Length == 0 || right.StartsWith("not ", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var (before, after) = (partsOf(wrong), partsOf(right));
        if (before.Sentence.Count == 0 || after.Sentence.Count == 0)
        {
            return [];
        }

        if (breaks)
        {
            return TakesTheWord(before, after) ? [Joined(before.Sentence, before.Sentence.Count - 1, right)] : [];
        }

        List<string> meant = [];
        if (Asks().IsMatch(right))
        {
            meant.Add(right);
        }

        if (OtherFigure(before, after) is { } figure)
        {
            meant.Add($"{before.Sentence.Text[..before.Sentence.Words[figure.First].Start]}{right.TrimEnd('.', '!', '?', ' ')}{before.Sentence.Text[before.Sentence.Words[figure.End - 1].End..]}");
        }

        if (Same(before.Sentence, after.Sentence) is { } at)
        {
            // "By team last quarter, wait, by rep" takes back the team, and not the days.
            if (after.Sentence[0] is "by" or "per" && OfAKind(before, after) is { } rest && !new ModifierMap(before).Kinds(at, before.Sentence.Count).IsSubsetOf(new ModifierMap(after).Kinds(0, after.Sentence.Count)))
            {
                meant.Add($"{rest} {right}");
            }

            meant.Add(Joined(before.Sentence, at, right));
        }

        if (OfAKind(before, after) is { } kept)
        {
            meant.Add($"{kept} {right}");
        }

        if (after.Sentence.Count == 1 && IsOutcome(after.Sentence[0]) && before.Sentence.Words.Where(word => IsOutcome(word.Text)).ToList() is [var outcome])
        {
            // "Deals lost last month. Sorry, won."
            meant.Add($"{before.Sentence.Text[..outcome.Start]}{right.TrimEnd('.', '!', ' ')}{before.Sentence.Text[outcome.End..]}");
        }

        for (var slip = 1; slip <= Math.Min(LongestSlip, before.Sentence.Count - 1); slip++)
        {
            meant.Add(Joined(before.Sentence, before.Sentence.Count - slip, right));
        }

        return meant;
    }

    /// <summary>"How many did we lose... win", "last month... quarter", "open pip-- pipeline": the next word is of the kind of the last, or the last is none.</summary>
    private static bool TakesTheWord(SentenceParts before, SentenceParts after)
    {
        var last = before.Sentence.Count - 1;
        return before.Sentence.Count > 1 && (before.Unknown().Contains(last)
            || (before.Spans.Any(span => span.Kind == LexiconKind.State && span.End == last + 1) && after.Spans.Any(span => span.Kind == LexiconKind.State && span.First == 0))
            || (CalendarWords.Unit(before.Sentence.Stem(last)) is not null && CalendarWords.Unit(after.Sentence.Stem(0)) is not null));
    }

    private static bool IsOutcome(string word) => word is "won" or "lost" or "win" or "lose" or "open" or "created" or "slipped";

    /// <summary>"ACV by segment last quarter, I mean average deal size": another figure of the same; null where the correction says more than that.</summary>
    private static LexiconSpan? OtherFigure(SentenceParts before, SentenceParts after) =>
        before.Spans.Where(span => span.Kind is LexiconKind.Measure or LexiconKind.Deals).ToList() is [var only] && after.Unknown().Count == 0 && after.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Deals)
        && after.Periods.Count + after.Filters.Count == 0 && !after.Scope.Named().Any() && !after.Spans.Any(span => span.Kind is LexiconKind.Dimension or LexiconKind.Rank or LexiconKind.Asks) ? only : null;

    /// <summary>Where a word that is said again stood, and the words before it in the correction: "since the summer … since 1 September".</summary>
    private static int? Same(Sentence before, Sentence after)
    {
        for (var word = 0; word < Math.Min(after.Count, 3); word++)
        {
            if (after[word] is "the" or "a" or "and" or "of")
            {
                continue;
            }

            for (var at = before.Count - 1; at > 0; at--)
            {
                if (before.Stem(at).Length > 0 && before.Stem(at) == after.Stem(word))
                {
                    return Math.Max(1, at - word);
                }
            }
        }

        return null;
    }

    /// <summary>What is left of the first try without the parts of the kinds that the second one names; null when it names none of them.</summary>
    private static string? OfAKind(SentenceParts before, SentenceParts after)
    {
        var (said, anew) = (new ModifierMap(before), new ModifierMap(after));
        var kinds = anew.Kinds(0, after.Sentence.Count);
        if (kinds.Count == 0 || !kinds.Overlaps(said.Kinds(0, before.Sentence.Count)))
        {
            return null;
        }

        return string.Join(' ', Enumerable.Range(0, before.Sentence.Count).Where(at => !said.Says(at, kinds)).Select(at => before.Sentence.Written(at, 1)));
    }

    private static string Joined(Sentence before, int count, string right) => $"{before.Written(0, count)} {right}";

    [GeneratedRegex(@"(?:\s*(?:\.\.+|…)\s*(?:oh,? |no,? |ok(?:ay)?,? |well,? |err*,? |uh*m*,? |ah,? )*(?:(?:sorry|i mean|i meant|scratch that|scrap that|strike that|no wait|wait,? no|wait|correction|or rather|rather|make that|make it|actually|just|ok(?:ay)?|no)\b[,:]?\s+)(?:just )?|\s*(?:[,;(–—]|\s-\s)\s*(?:oh,? |no,? |err*,? |uh*m*,? )*(?:(?:sorry|i mean|i meant|scratch that|scrap that|strike that|no wait|wait,? no|correction|or rather|make that)\b[,:]?|no,)\s+|\s*,\s*wait,\s+|\s*\.\s+(?:sorry|correction|no),\s+(?=\w+[\s.?!]*$)|\s+(?:no wait|wait no|i mean|i meant|scratch that|scrap that|strike that|or rather)\b[,:]?\s+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Anew();

    /// <summary>Somebody breaks off and goes on.</summary>
    [GeneratedRegex(@"(?<=\w)(?:\s*(?:\.\.+|…)\s*|\s?--+\s+)(?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();

    /// <summary>"… in July - August I mean".</summary>
    [GeneratedRegex(@"^(?<wrong>.+?)\s*(?:\.\.+|…|,|[?.](?=\s)|\s-|[–—])\s*(?<right>[^,.…]{2,60}?),?\s+(?:i mean|i meant)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?:what|how|who|which|where|show|list)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asks();
}
