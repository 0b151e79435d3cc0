using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds what was done to deals lately, or was not: "not touched for 2 weeks", "no activity since Monday", "updated this week", "pushed at least twice", "never pushed".</summary>
internal sealed class TouchFilterReader(Sentence sentence, PeriodReader periods, DateOnly today)
{
    private static readonly string[] Between = ["been", "have", "has", "had", "any", "a", "being", "were", "was", "recent", "anyone", "ever", "got", "seen", "sales", "rep", "by", "one"];
    private static readonly string[] Leading = ["that", "which", "havent", "hasnt", "have", "has", "are", "were", "was", "with", "been", "where", "we", "nobody", "theyve"];

    public List<PlacedFilter> ReadAll()
    {
        var filters = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && (ReadTouched(at) ?? ReadPushed(at)) is { } filter && sentence.AreFree(filter.First, filter.End - filter.First))
            {
                sentence.Take(filter.First, filter.End - filter.First);
                filters.Add(filter);
                at = filter.End - 1;
            }
        }

        return filters;
    }

    private PlacedFilter? ReadTouched(int at)
    {
        var next = at;
        var (quiet, last) = (false, sentence[at] == "last");
        if (IsNot(sentence[at]) || last)
        {
            quiet = !last;
            next = Over(at + 1);
        }

        if (IsQuiet(next) is > 0 and var words)
        {
            (quiet, next) = (!quiet || next == at, next + words);
        }
        else if (quiet && sentence[next] == "looked" && sentence[next + 1] == "at")
        {
            next += 2;
        }
        else if (quiet && sentence[next] is "did" or "done" or "do" && sentence[next + 1] is "anything" or "something" or "nothing")
        {
            // "No one did anything in the last 30 days".
            next += 2;
        }
        else if (sentence[at] == "nothing" && sentence[Over(at + 1)] is "happened" or "done" or "moved" or "changed")
        {
            (quiet, next) = (true, Over(at + 1) + 1);
        }
        else if (quiet ? IsTouch(sentence[next]) : sentence[next] is "touched" or "updated" or "modified" or "edited" or "contacted")
        {
            next++;
        }
        else
        {
            return null;
        }

        if (Since(ref next, out var before) is not { } since)
        {
            // "Have gone cold: no activity for 30 days".
            return quiet && ReadTouched(next) is { Filter: DealFilter.Untouched { Negated: false } } again ? again with { First = Lead(at) } : null;
        }

        TakeSaidAgain(next);
        return new PlacedFilter(new DealFilter.Untouched(since, Negated: !(quiet || before)), Lead(at), next);
    }

    /// <summary>"Quiet since 1 November, i.e. nobody touched them": the same in other words.</summary>
    private void TakeSaidAgain(int at)
    {
        var first = at;
        while (sentence[at] is "ie" or "i" or "e" or "meaning" or "so" or "that" or "is" or "namely" or "as" or "in" && at - first < 3)
        {
            at++;
        }

        if (at > first && sentence[at] is "nobody" or "no" or "not" or "none" && Over(at + (sentence[at + 1] == "one" ? 2 : 1)) is var verb && IsTouch(sentence[verb]))
        {
            sentence.Take(first, verb + (sentence[verb + 1] is "them" or "it" or "these" or "those" ? 2 : 1) - first);
        }
    }

    /// <summary>The first day of the time that is meant; "more than 30 days ago" and "before 1 May" are the time before it.</summary>
    private DateOnly? Since(ref int next, out bool before)
    {
        var at = next;
        at += sentence[at] is "their" or "his" or "her" or "any" or "our" or "the" or "my" && sentence.Stem(at + 1) is "deal" or "opp" or "opportunity" or "record" or "pipeline" ? 2 : sentence.Stem(at) is "deal" or "opp" or "record" ? 1 : 0;
        while ((sentence[at] is "for" or "in" or "within" or "about" or "them" or "it" or "on" or "at" && Durations.More(sentence, at) == 0) || (sentence[at] == "since" && Durations.Read(sentence, at + 1 + Durations.More(sentence, at + 1)) is { Count: var count } && sentence[at + 1 + Durations.More(sentence, at + 1) + count] is not ("ago" or "back")))
        {
            at++;
        }

        // "Since two weeks": so long until today.
        at += sentence[at] == "since" && Durations.Read(sentence, at + 1 + Durations.More(sentence, at + 1)) is not null ? 1 : 0;
        var more = Durations.More(sentence, at);
        before = more > 0 || sentence[at] == "before";
        if (Durations.Read(sentence, at + more) is { } said)
        {
            next = at + more + said.Count;
            before = before && sentence[next] is "ago" or "back";
            next += sentence[next] is "ago" or "back" or "now" ? 1 : 0;
            return said.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year
                ? today.AddMonths(-said.Number * (said.Unit switch { PeriodUnit.Month => 1, PeriodUnit.Quarter => 3, _ => 12 }))
                : today.AddDays(-Durations.Days(said.Number, said.Unit));
        }

        if (periods.ReadAt(at + (sentence[at] is "since" or "before" or "after" ? 1 : 0)) is not { Reading.Happened.Start: { } start } period)
        {
            return null;
        }

        next = period.First + period.Count;
        return start;
    }

    private PlacedFilter? ReadPushed(int at)
    {
        var never = sentence[at] is "never" || (IsNot(sentence[at]) && IsPush(Over(at + 1)));
        var verb = IsNot(sentence[at]) || never ? Over(at + 1) : at;
        if (!IsPush(verb))
        {
            return null;
        }

        var next = verb + 1;
        while (sentence[next] is "out" or "back" or "off" or "later" or "along" or "forward" || (sentence[next] is "down" or "the" && sentence[next + 1] is "road" or "the" or "line") || (sentence[next] is "road" or "line" && sentence[next - 1] == "the"))
        {
            next++;
        }

        // "Moved their close date three times".
        var moved = next;
        while (sentence[moved] is "the" or "their" or "its" or "our" or "a" or "close" or "closing" or "expected" or "due")
        {
            moved++;
        }

        next = sentence[moved] is "date" or "dates" ? moved + 1 : next;
        next += sentence[next] == "to" && sentence[next + 1] is "a" or "some" && sentence[next + 2] == "later" ? 4 : 0;
        var more = Durations.More(sentence, next);
        var less = Durations.Less(sentence, next);
        var (times, count) = Times(next + more + less);
        if (count == 0)
        {
            return never ? new PlacedFilter(new DealFilter.Pushed(1, Negated: true), Dates(Lead(at)), next) : null;
        }

        times += more > 0 && sentence[next] is not ("at" or "atleast" or ">=") ? 1 : 0;
        times += less > 0 && sentence[next] is "at" or "<=" ? 1 : 0;
        var end = next + more + less + count;
        end += sentence[end] is "or" && sentence[end + 1] is "more" or "over" ? 2 : 0;
        return new PlacedFilter(new DealFilter.Pushed(times, less > 0), Dates(Lead(at)), end);
    }

    /// <summary>"twice", "3 times", "3+ times", "three or more times", "3x".</summary>
    private (int Times, int Count) Times(int at)
    {
        var word = sentence[at].TrimEnd('+');
        var once = word switch { "once" => 1, "twice" => 2, "thrice" => 3, _ => word.EndsWith('x') ? CalendarWords.Number(word[..^1]) ?? 0 : 0 };
        if (once > 0)
        {
            return (once, 1);
        }

        var count = sentence[at + 1] is "or" && sentence[at + 2] is "more" ? 3 : 1;
        return CalendarWords.Number(word) is { } number && sentence[at + count] is "times" or "time" or "x" ? (number, count + 1) : default;
    }

    private int Over(int at)
    {
        while (Between.Contains(sentence[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Back over "that have been", which say no more.</summary>
    private int Lead(int at)
    {
        while (at > 1 && sentence.IsFree(at - 1) && Leading.Contains(sentence[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>Back over "whose close date", "with close dates": what was pushed is always the date.</summary>
    private int Dates(int at)
    {
        if (sentence[at - 1] is not ("date" or "dates" or "it" or "them"))
        {
            return at;
        }

        at--;
        while (at > 0 && sentence.IsFree(at - 1) && sentence[at - 1] is "close" or "closing" or "expected" or "whose" or "with" or "the" or "their" or "its" or "had" or "where" or "behind" or "stuck")
        {
            at--;
        }

        return at;
    }

    private bool IsPush(int at) => sentence[at] is "pushed" or "postponed" || (sentence[at] is "slipped" or "moved" or "delayed" or "kicked" or "bumped" or "slid" or "shoved" or "shifted" or "rescheduled" or "put" && Enumerable.Range(at + 1, 8).Any(next => Times(next).Count > 0));

    private static bool IsNot(string word) => word is "not" or "no" or "never" or "havent" or "hasnt" or "without" or "zero" or "nobody" or "wasnt" or "werent" or "isnt" or "arent";

    private static bool IsTouch(string word) => word is "touched" or "touch" or "updated" or "update" or "updates" or "activity" or "activities" or "contact" or "contacted" or "modified" or "edited" or "movement" or "worked";

    /// <summary>"untouched", "gone quiet": how many words say that nothing was done.</summary>
    private int IsQuiet(int at) => (sentence[at], sentence[at + 1]) switch
    {
        ("ghosted" or "ghosting", "us") => 2,
        ("untouched" or "idle" or "dormant" or "inactive" or "unattended" or "neglected", _) => 1,
        ("quiet" or "silent" or "cold" or "dark", "since" or "for") => 1,
        ("gone" or "went" or "been" or "going", "quiet" or "cold" or "dark" or "silent" or "untouched" or "idle" or "dormant" or "inactive") => 2,
        _ => 0,
    };
}
