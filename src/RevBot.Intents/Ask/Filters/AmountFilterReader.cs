using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds "over 50k", "between 10k and 50k", "at least $1m", "50k+", "under 20,000".</summary>
internal static class AmountFilterReader
{
    public static List<PlacedFilter> ReadAll(Sentence sentence)
    {
        var filters = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && (ReadBetween(sentence, at) ?? ReadFigures(sentence, at) ?? ReadBound(sentence, at) ?? ReadTrailing(sentence, at)) is var (said, start, words)
                && ExcludedRange.Of(sentence, said, start, words) is var (filter, first, count))
            {
                sentence.Take(first, count);
                filters.Add(new PlacedFilter(filter, first, first + count));
                at = first + count - 1;
            }
        }

        return filters;
    }

    private static (DealFilter Filter, int First, int Count)? ReadBetween(Sentence sentence, int at)
    {
        var opener = sentence[at] is "between" or "from" ? 1 : 0;
        if (opener == 0 && ReadDashed(sentence, at) is { } dashedRange)
        {
            return dashedRange;
        }

        if ((AmountAt(sentence, at + opener) ?? NumberAt(sentence, at + opener)) is not { } low)
        {
            return null;
        }

        var joint = at + opener + low.Count;
        var dashed = opener == 0 && joint < sentence.Count && sentence.Text[sentence.Words[joint - 1].End..sentence.Words[joint].Start].Trim() is "-" or "–" or "—";
        joint -= dashed ? 1 : 0;
        joint += sentence[joint] == "up" && sentence[joint + 1] is "to" or "until" or "till" ? 1 : 0;
        if ((!dashed && sentence[joint] is not ("and" or "to" or "till" or "until" or "through")) || (opener == 0 && sentence[joint] == "and") || AmountAt(sentence, joint + 1) is not { } high)
        {
            return null;
        }

        // "10 to 50k": the scale of the second is meant for both; a bare pair of small numbers is no amount.
        var (min, max) = (low.Amount, high.Amount);
        if (!high.IsMarked && !low.IsMarked && max < 1000)
        {
            return null;
        }

        if (!low.IsMarked && min < 1000 && max >= 1000)
        {
            min *= max >= 1_000_000 ? 1_000_000 : 1_000;
        }

        var first = Lead(sentence, at);
        var end = joint + 1 + high.Count;
        end += sentence[end] is "range" or "bracket" or "band" ? 1 : 0;
        return min <= max ? (new DealFilter.Amount(min, max), first, end - first) : null;
    }

    /// <summary>"50-100k", "$50k-$100k": an amount with a dash to a number is none by itself.</summary>
    private static (DealFilter Filter, int First, int Count)? ReadDashed(Sentence sentence, int at)
    {
        if (at + 1 >= sentence.Count || sentence[at].Length == 0 || sentence[at + 1].Length == 0 || sentence.Words[at + 1].Start - sentence.Words[at].End != 1 || sentence.Text[sentence.Words[at].End] != '-'
            || !AmountWords.TryRead(sentence.Written(at, 1), out var min, out _) || !AmountWords.TryRead(sentence.Written(at + 1, 1), out var max, out var currency)
            || (currency is null && !char.IsLetter(sentence[at + 1][^1])))
        {
            return null;
        }

        min *= min < 1000 && char.IsDigit(sentence[at][^1]) && max >= 1000 ? max >= 1_000_000 ? 1_000_000 : 1_000 : 1;
        var first = Lead(sentence, at);
        var end = at + 2 + (sentence[at + 2] is "range" or "bracket" or "band" ? 1 : 0);
        return min <= max ? (new DealFilter.Amount(min, max), first, end - first) : null;
    }

    /// <summary>"Six-figure deals", "deals in the seven figures".</summary>
    private static (DealFilter Filter, int First, int Count)? ReadFigures(Sentence sentence, int at)
    {
        if (CalendarWords.Number(sentence[at]) is not ({ } digits and >= 4 and <= 9) || sentence[at + 1] is not ("figure" or "figures") || sentence[at + 2] is "sum" or "sums")
        {
            return null;
        }

        var first = at;
        while (first > 0 && sentence.IsFree(first - 1) && sentence[first - 1] is "the" or "in" or "at" or "worth" or "with" or "for" or "a")
        {
            first--;
        }

        var least = 1m;
        for (var digit = 1; digit < digits; digit++)
        {
            least *= 10;
        }

        // As it is said of deals, six figures are the least of it.
        var open = sentence[at + 2] is "and" or "or" && sentence[at + 3] is "up" or "more" or "above" or "over" or "higher" or "bigger" or "beyond";
        var end = at + (open ? 4 : 2);
        return (new DealFilter.Amount(least, null), first, end - first);
    }

    private static (DealFilter Filter, int First, int Count)? ReadBound(Sentence sentence, int at)
    {
        var (count, isMin, included) = Cue(sentence, at);
        if (count == 0)
        {
            return null;
        }

        var number = at + count;
        number += sentence[number] == "the" ? 1 : 0;
        if (AmountAt(sentence, number) is not { } amount || IsBelowZero(sentence, number) || (!amount.IsMarked && amount.Amount < 100)
            || CalendarWords.Unit(sentence.Stem(number + amount.Count)) is not null || (!amount.IsMarked && sentence.Stem(number + amount.Count) is "deal" or "time" or "hour"))
        {
            return null;
        }

        var first = Lead(sentence, at);
        DealFilter filter = isMin ? new DealFilter.Amount(amount.Amount, null, included) : new DealFilter.Amount(null, amount.Amount, MaxIncluded: included);
        return (filter, first, number + amount.Count - first);
    }

    /// <summary>"50k+", "50k or more", "100k and up".</summary>
    private static (DealFilter Filter, int First, int Count)? ReadTrailing(Sentence sentence, int at)
    {
        if (sentence[at] is { Length: > 1 } word && word[^1] == '+' && AmountWords.TryRead(word[..^1], out var plus, out _) && plus >= 100)
        {
            return (new DealFilter.Amount(plus, null), at, 1);
        }

        if (AmountAt(sentence, at) is not { } amount || (!amount.IsMarked && amount.Amount < 100))
        {
            return null;
        }

        var next = at + amount.Count;
        var (count, isMin) = (sentence[next], sentence[next + 1]) switch
        {
            ("or" or "and", "more" or "above" or "over" or "up" or "upwards" or "higher" or "bigger" or "larger" or "greater" or "beyond") => (2, true),
            ("or" or "and", "less" or "below" or "under" or "lower" or "smaller" or "fewer" or "down") => (2, false),
            ("upwards" or "upward" or "plus", _) => (1, true),
            ("at", "least") => (2, true),
            ("at", "most") or ("at", "max") => (2, false),
            ("minimum" or "min", _) => (1, true),
            ("max" or "maximum" or "tops", _) => (1, false),
            _ => default,
        };
        if (count == 0)
        {
            return null;
        }

        var first = Lead(sentence, at - (sentence[at - 1] is "from" or "at" or "of" && isMin ? 1 : 0));
        return (isMin ? new DealFilter.Amount(amount.Amount, null) : new DealFilter.Amount(null, amount.Amount), first, next + count - first);
    }

    /// <summary>Back over "that are worth", "whose amount is", "valued at", which say no more.</summary>
    private static int Lead(Sentence sentence, int at)
    {
        var first = at;
        while (first > 0 && sentence.IsFree(first - 1)
            && (sentence[first - 1] is "worth" or "valued" or "sized" or "amount" or "amounts" or "that" or "are" or "with" or "value" or "values" or "of" or "an" or "is" or "amounting" or "totalling" or "totaling"
                || (sentence[first - 1] == "the" && sentence[first - 2] is "in" or "within") || (sentence[first - 1] is "in" or "within" && sentence[first] is "the")
                || (sentence[first - 1] == "at" && sentence[first - 2] is "valued" or "priced") || (sentence[first - 1] is "coming" && sentence[first] == "in")
                || (sentence[first - 1] == "whose" && sentence[first] is "amount" or "value" or "size") || (sentence[first - 1] == "size" && sentence[first - 2] is "whose" or "a" or "with")))
        {
            first--;
        }

        return first;
    }

    /// <summary>"Equal to or greater than", "over or equal to", "at or above": how many words set a bound, which, and whether it belongs to it.</summary>
    private static (int Count, bool IsMin, bool Included) Cue(Sentence sentence, int at)
    {
        if (sentence[at] is "equal" or "equals" or "exactly" or "at" or "of")
        {
            var next = at + (sentence[at + 1] is "to" ? 2 : 1);
            return sentence[next] == "or" && Bound(sentence, next + 1) is { Count: > 0 } bound ? (next + 1 - at + bound.Count, bound.IsMin, true) : Bound(sentence, at);
        }

        var said = Bound(sentence, at);
        var equal = at + said.Count;
        return said.Count == 0 && sentence[at] is "greater" or "less" or "more" or "smaller" or "bigger" or "larger" && sentence[at + 1] == "or" && sentence[at + 2] is "equal" ? (sentence[at + 3] is "to" or "than" ? 4 : 3, sentence[at] is not ("less" or "smaller"), true)
            : said.Count > 0 && sentence[equal] == "or" && sentence[equal + 1] is "equal" ? (said.Count + (sentence[equal + 2] is "to" ? 3 : 2), said.IsMin, true) : said;
    }

    private static (int Count, bool IsMin, bool Included) Bound(Sentence sentence, int at) => (sentence[at], sentence[at + 1], sentence[at + 2]) switch
    {
        (">=", _, _) => (1, true, true),
        (">", _, _) => (1, true, false),
        ("<=", _, _) => (1, false, true),
        ("<", _, _) => (1, false, false),
        ("in", "excess", "of") => (3, true, false),
        ("no" or "not", "over" or "above" or "exceeding" or "beyond", _) => (2, false, true),
        ("no" or "not", "under" or "below", _) => (2, true, true),
        ("no" or "not", "more" or "bigger" or "larger" or "greater", "than") => (3, false, true),
        ("no" or "not", "less" or "smaller" or "fewer", "than") => (3, true, true),
        ("more" or "greater" or "bigger" or "larger" or "higher", "than", _) => (2, true, false),
        ("less" or "smaller" or "lower" or "fewer", "than", _) => (2, false, false),
        ("at", "least", _) or ("north", "of", _) or ("upwards", "of", _) => (2, true, sentence[at] != "north"),
        ("at", "most", _) or ("up", "to", _) => (2, false, true),
        ("over" or "above" or "exceeding" or "beyond" or "topping", _, _) => (1, true, false),
        ("under" or "below" or "sub", _, _) => (1, false, false),
        ("minimum" or "min", _, _) => (1, true, true),
        ("maximum" or "max", _, _) => (1, false, true),
        _ => default,
    };

    /// <summary>"over -5k": no deal is worth that, so it is not read as 5k.</summary>
    private static bool IsBelowZero(Sentence sentence, int at) => sentence.Words[at].Start is > 0 and var start && sentence.Text[start - 1] is '-' or '−' && !(start > 1 && char.IsLetter(sentence.Text[start - 2]));

    /// <summary>"Between fifteen and forty grand": a number in words, whose scale is said behind the other.</summary>
    private static (decimal Amount, int Count, bool IsMarked)? NumberAt(Sentence sentence, int at) =>
        sentence[at].Length > 2 && !char.IsDigit(sentence[at][0]) && CalendarWords.Number(sentence[at]) is { } number && number > 1
            && (sentence[at + 1] is "and" or "to" && SpelledAmount.Read(sentence, at + 2) is not null) ? (number, 1, false) : null;

    /// <summary>An amount that begins with a word; marked when a currency or a scale was said.</summary>
    private static (decimal Amount, int Count, bool IsMarked)? AmountAt(Sentence sentence, int at)
    {
        if (SpelledAmount.Read(sentence, at) is { } spelled)
        {
            return (spelled.Amount, spelled.Count, true);
        }

        if (sentence[at] is not { Length: > 0 } word || !(char.IsDigit(word[0]) || word[0] is '$' or '€' or '£' || word is "usd" or "eur" or "gbp" or "chf"))
        {
            return null;
        }

        var start = sentence.Words[at].Start;
        if (AmountWords.Find(sentence.Text, start) is not { } found || found.Start != start)
        {
            return null;
        }

        var count = 1;
        while (at + count < sentence.Count && sentence.Words[at + count].Start < found.Start + found.Length)
        {
            count++;
        }

        var isYear = found.Currency is null && CalendarWords.Year(sentence.Text.Substring(found.Start, found.Length)) is not null;
        var bare = sentence.Text.AsSpan(found.Start, found.Length);
        return isYear ? null : (found.Amount, count, found.Currency is not null || char.IsLetter(bare[^1]));
    }
}
