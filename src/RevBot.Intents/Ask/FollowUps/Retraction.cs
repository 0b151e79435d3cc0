using System.Collections.Frozen;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Takes a part of the last question back: "drop partner", "remove the amount filter", "undo that filter", "without the comparison", "clear the filters", "start over".</summary>
internal static class Retraction
{
    private const int MostWords = 9;

    private static readonly FrozenSet<string> Verbs = Set("drop", "remove", "clear", "forget", "undo", "reset", "ditch", "delete", "scrap", "lose", "cancel", "ignore", "lift", "disregard", "relax", "waive");
    private static readonly FrozenSet<string> Small = Set("ok", "okay", "please", "pls", "now", "and", "but", "no", "then", "actually", "can", "could", "you", "just");
    private static readonly FrozenSet<string> Filters = Set("filter", "filters", "condition", "conditions", "restriction", "restrictions", "criteria");
    private static readonly FrozenSet<string> Splits = Set("split", "splits", "breakdown", "grouping", "group", "dimension");
    private static readonly FrozenSet<string> Orders = Set("ranking", "rank", "order", "sorting", "sort", "limit", "top", "bottom");
    private static readonly FrozenSet<string> Comparisons = Set("comparison", "compare", "comparing", "compared", "vs", "versus");
    private static readonly FrozenSet<string> Times = Set("period", "dates", "date", "timeframe", "range", "time");

    /// <summary>The question without that part; null when nothing of it is taken back.</summary>
    public static Question? Of(SentenceParts parts, Question last)
    {
        var words = Enumerable.Range(0, parts.Sentence.Count).Select(at => parts.Sentence[at]).SkipWhile(Small.Contains).ToList();
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        if (Frees(words) is { } any && last.Filters.Any(any))
        {
            // "Any amount again", "whatever the size", "no matter how old".
            return last with { Filters = [.. last.Filters.Where(filter => !any(filter))] };
        }

        if (words is ["start", "over", ..] or ["reset"] or ["reset", "everything" or "all"] or ["clear", "everything" or "all"] or ["from", "scratch"])
        {
            return new Question { Measure = last.Measure };
        }

        var bare = words[0] is "without" or "no";
        var takes = Verbs.Contains(words[0]) || (words[0] is "take" or "leave" && words.Exists(word => word is "out" or "off" or "away")) || words is ["get", "rid", "of", ..];
        if ((!takes && !bare) || words.Count < 2)
        {
            return null;
        }

        if (last.Filters.Any(filter => filter is DealFilter.Amount) && words.Exists(word => word is "limit" or "threshold" or "minimum" or "maximum" or "floor" or "cap" or "cutoff" or "bar" or "bound")
            && (parts.Sentence.Text.Any(char.IsAsciiDigit) || words.Exists(word => word is "amount" or "size" or "value" or "money" or "dollar") || last.Ranking is not { Count: not null }))
        {
            // "Scrap the 20k limit", "no minimum amount".
            return last with { Filters = [.. last.Filters.Where(filter => filter is not DealFilter.Amount)] };
        }

        var changed = words.Exists(Comparisons.Contains) ? last with { CompareWith = null }
            : words.Exists(Splits.Contains) ? last with { Breakdown = [] }
            : takes && words.Exists(Times.Contains) && words.Exists(word => word is "limit" or "restriction" or "filter" or "limits" or "range" or "cutoff" or "window") ? last with { Period = null, PeriodIsDefault = false }
            : words.Exists(word => word is "limit" or "top" or "bottom") && last.Ranking is { Count: not null } few ? last with { Ranking = few with { Count = null } }
            : takes && KindOf(words) is { } kind && last.Filters.Any(kind) ? last with { Filters = [.. last.Filters.Where(filter => !kind(filter))] }
            : words.Exists(Orders.Contains) ? last with { Ranking = null }
            : takes ? WithoutPart(parts, last, words)
            : words.Exists(Filters.Contains) ? last with { Filters = [] }
            : last with { Breakdown = [.. last.Breakdown.Except(DimensionsIn(parts))] };
        return changed == last ? null : changed;
    }

    /// <summary>"Any amount", "of any size", "regardless of age", "whatever the next step": which deals it lets in again; null when it says more than that.</summary>
    private static Func<DealFilter, bool>? Frees(List<string> words)
    {
        var first = words is ["of" or "for" or "at", ..] ? 1 : 0;
        var count = (words.ElementAtOrDefault(first), words.ElementAtOrDefault(first + 1)) switch
        {
            ("regardless" or "irrespective", "of") => 2,
            ("matter" or "any" or "all" or "every" or "whatever" or "whichever" or "whatevers", _) => 1,
            _ => 0,
        };
        var rest = words.Skip(first + count).Where(word => word is not ("the" or "their" or "its" or "again" or "now" or "please" or "pls" or "what" or "how" or "deal" or "deals" or "ones" or "is" or "of" or "back" or "then" or "ok" or "when" or "they" or "were" or "it" or "was" or "are" or "last" or "often")).ToList();
        return count > 0 && rest.Count is 1 or 2 && KindOf(rest) is { } kind && rest.TrueForAll(word => word is "next" or "close" || KindOf([word]) is not null) ? kind : null;
    }

    /// <summary>True for what takes back a part by its kind ("drop the comparison"): where there is none, nothing is to be done.</summary>
    public static bool IsOfKind(Sentence sentence) => (Verbs.Contains(sentence[0]) || sentence[0] is "without" or "no" or "take" or "leave") && sentence.Count < MostWords
        && Enumerable.Range(1, sentence.Count).Any(at => Comparisons.Contains(sentence[at]) || sentence[at] is "filter" or "filters" or "split" or "breakdown" or "ranking" or "limit");

    /// <summary>True for a sentence that can only take something back: where there is nothing to take, it is about something else.</summary>
    public static bool IsNothingElse(Sentence sentence) => Verbs.Contains(sentence[0]) && sentence[0] is not ("ignore" or "disregard");

    private static Question WithoutPart(SentenceParts parts, Question last, List<string> words)
    {
        var named = parts.Scope.Filters().OfType<DealFilter.In>().ToList();
        if (named.Count > 0)
        {
            var left = last with { Filters = [.. last.Filters.Select(filter => Without(filter, named)).OfType<DealFilter>()] };

            // "Drop EMEA" where it was not asked for alone: all but those.
            return left.Filters.Length < last.Filters.Length || left != last || words[0] is "lose" or "delete" or "cancel" || named.Exists(filter => filter.Negated || filter.Dimension == Dimension.Account) ? left
                : last with { Filters = ScopeMerge.Of(last.Filters, named.Select(filter => filter with { Negated = true }), false, false) };
        }

        if (parts.Periods is [var days] && last.CompareWith is { Start: { } start } && (start == days.Reading.Happened.Start || start == days.Reading.Expected.Start))
        {
            // "Forget September" of what was set against it.
            return last with { CompareWith = null };
        }

        if (KindOf(words) is { } kind)
        {
            return last with { Filters = [.. last.Filters.Where(filter => !kind(filter))] };
        }

        var dimensions = DimensionsIn(parts);
        if (dimensions.Count > 0)
        {
            var filters = ScopeMerge.Without(last.Filters, dimensions);
            return filters.Length < last.Filters.Length ? last with { Filters = filters } : last with { Breakdown = [.. last.Breakdown.Except(dimensions)] };
        }

        return words.Exists(Times.Contains) ? last with { Period = null, PeriodIsDefault = false }
            : words.Exists(word => word is "filters" or "conditions" or "restrictions" or "all") ? last with { Filters = [] }
            : words.Exists(Filters.Contains) && last.Filters.Length > 0 ? last with { Filters = last.Filters[..^1] }
            : last;
    }

    private static List<Dimension> DimensionsIn(SentenceParts parts) =>
        [.. parts.Spans.Select(span => span.Dimension).OfType<Dimension>()];

    /// <summary>The filter without what is named; null when nothing is left of it.</summary>
    private static DealFilter? Without(DealFilter filter, List<DealFilter.In> named)
    {
        if (filter is not DealFilter.In values || named.Find(other => other.Dimension == values.Dimension) is not { } gone)
        {
            return filter;
        }

        var left = values.Values.RemoveAll(value => gone.Values.Contains(value));
        return left.IsEmpty ? null : values with { Values = left };
    }

    private static Func<DealFilter, bool>? KindOf(List<string> words)
    {
        foreach (var word in words)
        {
            switch (word)
            {
                case "amount" or "amounts" or "size" or "sizes" or "value" or "values" or "threshold" or "worth" or "big":
                    return filter => filter is DealFilter.Amount;
                case "touched" or "untouched" or "touch" or "activity":
                    return filter => filter is DealFilter.Untouched;
                case "age" or "ages" or "days" or "old":
                    return filter => filter is DealFilter.OpenLonger or DealFilter.InStageLonger;
                case "pushed" or "pushes" or "push":
                    return filter => filter is DealFilter.Pushed;
                case "paused" or "pause" or "pauses" or "hold":
                    return filter => filter is DealFilter.Paused;
                case "created" or "creation":
                    return filter => filter is DealFilter.Created;
                case "step" or "steps":
                    return filter => filter is DealFilter.Missing;
                default:
                    break;
            }
        }

        return null;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
