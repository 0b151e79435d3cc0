using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask;

/// <summary>Reads orders that are said around a noun ("biggest book on top", "worst offender first") and tells words of order that put nothing in order: "better in October than in September" compares, the "latest commit" is the one that stands.</summary>
internal static class OrderWords
{
    /// <summary>How many words may stand between a superlative and where it comes.</summary>
    private const int Longest = 3;

    private static readonly LexiconEntry Nothing = new(LexiconKind.Small, string.Empty);

    public static void Read(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits, List<PeriodSpan> periods)
    {
        spans.RemoveAll(span => span is { Kind: LexiconKind.Asks, Value: "who", Count: 1 } && span.First > 0 && IsRelative(sentence, spans, span) && Taken(sentence, span));
        if (!spans.Exists(span => span.Kind is LexiconKind.Rank or LexiconKind.Versus) && !Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "last" or "next"))
        {
            return;
        }

        TakeComparatives(sentence, spans, periods);
        ReadLast(sentence, spans);
        ReadNext(sentence, spans);
        foreach (var tops in spans.FindAll(span => span is { Kind: LexiconKind.Rank, Value: "top", Count: 1 } && sentence[span.First] == "tops"))
        {
            spans[spans.IndexOf(tops)] = tops with { Entry = new LexiconEntry(LexiconKind.Rank, "highest") };
        }

        foreach (var rank in spans.FindAll(span => span is { Kind: LexiconKind.Rank, Count: <= 2 } && !RankingReader.IsOfAll(span.Value)))
        {
            if (Enumerable.Range(0, Longest + 1).FirstOrDefault(count => sentence.AreFree(rank.End, count) && !Enumerable.Range(rank.End, count).Any(at => IsJoint(sentence[at])) && ComesFirst(sentence, rank.End + count) > 0, -1) is >= 0 and var between
                && !hits.Exists(hit => hit.First < rank.End + between && hit.First + hit.Count > rank.End))
            {
                PutAround(sentence, spans, rank, between);
            }
            else if (IsNewest(sentence, rank) && !SpeaksOfDeals(sentence, spans))
            {
                // "Latest bookings", "the newest commit": as it stands now, and of no age.
                spans.Remove(rank);
                spans.Add(rank with { Entry = Nothing });
            }
        }

        ReadBooks(sentence, spans);
    }

    /// <summary>What stands between nouns, and in none of them: "longest before the first touch".</summary>
    private static bool IsJoint(string word) => word is "before" or "after" or "the" or "a" or "an" or "to" or "of" or "in" or "for" or "at" or "from" or "with" or "by" or "and" or "or" or "until" or "their" or "our" or "we" or "i" or "they" or "then" or "is" or "are";

    /// <summary>"Who's got the thinnest book": what is in it is open, and nothing was booked.</summary>
    private static void ReadBooks(Sentence sentence, List<LexiconSpan> spans)
    {
        foreach (var book in spans.FindAll(span => span is { Kind: LexiconKind.State, Value: "won", Count: 1 } && sentence[span.First] is "book" or "books" && spans.Exists(rank => rank.Kind == LexiconKind.Rank && rank.End == span.First)))
        {
            spans[spans.IndexOf(book)] = book with { Entry = new LexiconEntry(LexiconKind.Measure, MeasureIds.OpenAmount) };
        }
    }

    /// <summary>"The last five wins", "last 10 deals lost": the newest of them.</summary>
    private static void ReadLast(Sentence sentence, List<LexiconSpan> spans)
    {
        if (Enumerable.Range(0, sentence.Count).FirstOrDefault(at => sentence[at] == "last" && sentence.IsFree(at) && CalendarWords.Number(sentence[at + 1]) is > 1 && sentence.IsFree(at + 1)
            && spans.Exists(noun => noun.First == at + 2 && (noun.Kind is LexiconKind.Deals or LexiconKind.State || (noun.Kind == LexiconKind.Measure && Enumerable.Range(noun.First, noun.Count).Any(word => sentence[word] is "deals" or "wins" or "losses" or "opps" or "opportunities")))), -1) is >= 0 and var last)
        {
            spans.RemoveAll(span => span.First <= last && last < span.End);
            spans.Add(new LexiconSpan(last, 1, new LexiconEntry(LexiconKind.Rank, "fastest")));
        }
    }

    /// <summary>"The next three deals to close", "next deal due": those that close soonest.</summary>
    private static void ReadNext(Sentence sentence, List<LexiconSpan> spans)
    {
        if (!spans.Exists(span => span is { Kind: LexiconKind.State, Value: "closing" }) || spans.Exists(span => span.Kind == LexiconKind.Rank))
        {
            return;
        }

        if (Enumerable.Range(0, sentence.Count).FirstOrDefault(at => sentence[at] == "next" && sentence.IsFree(at) && (CalendarWords.Number(sentence[at + 1]) is > 1 ? at + 2 : at + 1) is var thing && spans.Exists(noun => noun.First == thing && noun.Kind is LexiconKind.Deals), -1) is >= 0 and var next)
        {
            spans.RemoveAll(span => span.First <= next && next < span.End);
            spans.Add(new LexiconSpan(next, 1, new LexiconEntry(LexiconKind.Rank, "soonest")));
        }
    }

    /// <summary>"first", "on top", "at the top": how many words; 0 where the noun comes nowhere.</summary>
    private static int ComesFirst(Sentence sentence, int at)
    {
        var count = (sentence[at], sentence[at + 1], sentence[at + 2]) switch
        {
            ("at", "the", "top") => 3,
            ("on" or "up" or "at", "top", _) or ("up", "front", _) => 2,
            ("first" or "upfront", _, _) => 1,
            _ => 0,
        };
        return count > 0 && (CalendarWords.Unit(sentence.Stem(at + count)) is not null || sentence[at + count] is "of" or "time" or "half" or "touch" or "response" or "contact" or "reply" or "call" || CalendarWords.Number(sentence[at + count]) is not null) ? 0 : count;
    }

    private static void PutAround(Sentence sentence, List<LexiconSpan> spans, LexiconSpan rank, int between)
    {
        var (first, end) = (rank.End, rank.End + between + ComesFirst(sentence, rank.End + between));

        // A dimension or a measure among them is one that is asked for; all else only says what comes first.
        var kept = spans.FindAll(span => span.First >= first && span.End <= first + between && span.Kind is LexiconKind.Dimension or LexiconKind.Measure && !(span.Kind == LexiconKind.Measure && spans.Exists(other => other.Kind == LexiconKind.Measure && other.End <= rank.First)));
        spans.RemoveAll(span => (span == rank || (span.First < end && span.End > first)) && !kept.Contains(span));
        spans.Add(rank with { Entry = new LexiconEntry(LexiconKind.Rank, (rank.Value == "top" ? "highest" : rank.Value) + " all") });
        spans.Sort((one, other) => one.First.CompareTo(other.First));
        for (var at = first; at < end; at++)
        {
            if (!kept.Exists(span => span.First <= at && at < span.End))
            {
                sentence.Take(at, 1);
            }
        }
    }

    /// <summary>"Deals who enter in Qualification", "pipeline whose deals have been around": says which, and asks for nobody.</summary>
    private static bool IsRelative(Sentence sentence, List<LexiconSpan> spans, LexiconSpan who) => sentence.Words[who.First].Start - sentence.Words[who.First - 1].End <= 1
        && spans.Exists(noun => noun.End == who.First && (noun.Kind == LexiconKind.Deals || (noun.Kind == LexiconKind.Measure && (sentence[who.First] == "whose" || sentence[noun.End - 1] is "deals" or "opps" or "opportunities"))));

    private static bool Taken(Sentence sentence, LexiconSpan span)
    {
        sentence.Take(span.First, span.Count);
        return true;
    }

    /// <summary>"Better in October than in September", "fewer deals this month than last": two periods are held against each other, and nothing is put in order.</summary>
    private static void TakeComparatives(Sentence sentence, List<LexiconSpan> spans, List<PeriodSpan> periods)
    {
        var than = spans.Find(span => span.Kind == LexiconKind.Versus && sentence[span.First] == "than" && periods.Exists(period => period.First >= span.End && period.First - span.End <= 3));
        var either = periods is [var one, var other] && one.First + one.Count == other.First - 1 && sentence[other.First - 1] == "or";
        if (than is null && !either)
        {
            return;
        }

        for (var at = 0; at < (than?.First ?? sentence.Count); at++)
        {
            if (!BreakdownReader.IsComparative(sentence[at]) && sentence[at] is not "fewer" and not "less")
            {
                continue;
            }

            spans.RemoveAll(span => span.Kind is LexiconKind.Rank or LexiconKind.Small && span.First <= at && at < span.End);
            sentence.Take(at, 1);
            if (CalendarWords.Unit(sentence.Stem(at + 1)) is not null && sentence[at - 1] is "a" or "the")
            {
                // "A better month than September".
                spans.RemoveAll(span => span.First == at + 1);
                sentence.Take(at + 1, 1);
            }
        }
    }

    private static bool IsNewest(Sentence sentence, LexiconSpan rank) => sentence[rank.End - 1] is "latest" or "recent" or "newest" or "freshest";

    private static bool SpeaksOfDeals(Sentence sentence, List<LexiconSpan> spans) => spans.Exists(span => span.Kind is LexiconKind.Deals or LexiconKind.State
        || (span.Kind == LexiconKind.Measure && (span.Value is MeasureIds.Age || Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) is "deal" or "opportunity" or "opp" or "pipeline" or "win" or "loss"))) || (span.Kind == LexiconKind.Asks && span.Value == "who"));
}
