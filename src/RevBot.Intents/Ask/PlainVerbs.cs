using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Settles what people say who do not know the words of the trade: deals that somebody "starts", days that are "needed to close", "from the first call to the signature", "current deals", and who is to have the number.</summary>
internal static class PlainVerbs
{
    private static readonly LexiconEntry Created = new(LexiconKind.State, "created");
    private static readonly LexiconEntry Won = new(LexiconKind.State, "won");
    private static readonly LexiconEntry Open = new(LexiconKind.State, "open");
    private static readonly LexiconEntry Lost = new(LexiconKind.State, "lost");
    private static readonly LexiconEntry WinRate = new(LexiconKind.Measure, MeasureIds.WinRate);
    private static readonly LexiconEntry Long = new(LexiconKind.Aspect, "long");
    private static readonly LexiconEntry Cycle = new(LexiconKind.Measure, MeasureIds.Cycle);
    private static readonly LexiconEntry NextStage = new(LexiconKind.Measure, MeasureIds.NextStage);
    private static readonly LexiconEntry TimeInStage = new(LexiconKind.Measure, MeasureIds.TimeInStage);
    private static readonly LexiconEntry Nothing = new(LexiconKind.Small, string.Empty);

    private static readonly FrozenSet<string> Beginnings = Set("start beginning first initial creation creating opening open created intake hello outset day one talk call meeting contact conversation chat touch demo the our a an we of them it deal deals opportunity from very");
    private static readonly FrozenSet<string> Endings = Set("finish end close closing signature signing contract order win winning won sale done completion handshake ink paper");

    /// <summary>Who may be given a number, and is nobody whose deals are meant.</summary>
    private static readonly FrozenSet<string> Readers = Set("finance legal marketing procurement accounting controlling controllers hr audit auditors board leadership management execs executives investors ops operations revops ceo cfo cro coo cmo vp boss bosses everyone directors accountants analysts planning sales folks people");

    public static void Settle(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        Asked(sentence, spans);
        Odds(sentence, spans, hits);
        SlippedAway(sentence, spans);
        Started(sentence, spans, hits);
        Needed(sentence, spans);
        Course(sentence, spans, hits);
        OnwardStage(sentence, spans, hits);
        Current(sentence, spans);
        UnitBehind(sentence, spans);
    }

    /// <summary>"Could finance have the gap to quota", "may the board see bookings", "can you give legal the list".</summary>
    private static void Asked(Sentence sentence, List<LexiconSpan> spans)
    {
        var first = sentence[0] is "please" or "hi" or "hey" or "hello" ? 1 : 0;
        if (sentence[first] is "can" or "could" or "may" or "might" or "would" or "will" or "should")
        {
            var who = first + (sentence[first + 1] is "the" or "our" or "my" ? 2 : 1);
            var verb = who + (Readers.Contains(sentence[who]) ? sentence[who + 1] is "team" or "department" or "folks" or "guys" or "people" ? 2 : 1 : 0);
            verb += sentence[verb] is "please" or "also" or "kindly" ? 1 : 0;
            var end = verb + (sentence[verb] is "have" or "get" or "see" or "know" or "receive" ? 1 : sentence[verb] is "be" && sentence[verb + 1] is "given" or "shown" or "told" or "sent" ? 2 : 0);
            if (verb > who && end > verb)
            {
                Put(sentence, spans, first, end - first, Nothing);
                return;
            }
        }

        for (var at = 0; at + 2 < sentence.Count; at++)
        {
            if (sentence[at] == "drop" && sentence[at + 1] is "me" or "us" && (at == 0 || sentence[at - 1] is "you" or "please" or "pls" or "and" or "then" or "just" or "kindly" || sentence.Words[at].Start - sentence.Words[at - 1].End > 1))
            {
                // "Drop us the list": customers do not.
                Put(sentence, spans, at, 2, Nothing);
                return;
            }

            var who = at + (sentence[at + 1] is "the" or "our" ? 2 : 1);
            if (sentence[at] is "give" or "send" or "get" or "hand" or "show" or "tell" or "prepare" && Readers.Contains(sentence[who]) && sentence[who] is not "sales" && sentence[who + 1] is "the" or "a" or "our" or "my" or "all" or "each" or "some")
            {
                Put(sentence, spans, at, who + 1 - at, Nothing);
                return;
            }
        }
    }

    /// <summary>"What are our odds against Bluefin": how often we win there.</summary>
    private static void Odds(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Aspect, Value: "odds" }) is { } odds && hits.Find(hit => hit.Things.Any(thing => thing.Kind == NameKind.Competitor)) is { } rival && sentence[rival.First - 1] is "against" or "vs" or "versus" or "with"
            && !hits.Exists(hit => hit.Things.Any(thing => thing.Kind == NameKind.Stage)))
        {
            spans[spans.IndexOf(odds)] = odds with { Entry = WinRate };
        }
    }

    /// <summary>"How much money slipped away": it was lost, and no date was moved.</summary>
    private static void SlippedAway(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span.Kind == LexiconKind.Measure && span.Value.StartsWith("slippage.", StringComparison.Ordinal) && sentence[span.End - 1].StartsWith("slip", StringComparison.Ordinal) && (sentence[span.End] == "away" || (sentence[span.End] == "through" && sentence[span.End + 1] is "our" or "the" or ""))) is not { } slip)
        {
            return;
        }

        Put(sentence, spans, slip.End - 1, sentence[slip.End + 1] is "our" or "the" && sentence[slip.End + 2] is "fingers" or "hands" or "net" or "cracks" ? 4 : 2, Lost);
        if (slip.Count > 1)
        {
            spans.Add(new LexiconSpan(slip.First, slip.Count - 1, new LexiconEntry(LexiconKind.Aspect, Enumerable.Range(slip.First, slip.Count).Any(at => sentence[at] == "many") ? "count" : "amount")));
        }
    }

    /// <summary>"How many deals did we start last month", "new deals Nadia has begun": they were created.</summary>
    private static void Started(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        var at = First(sentence, 1, at => sentence[at] is "start" or "begin" or "begun" or "began" or "launch" or "launched" or "initiate" or "initiated");
        if (at < 0 || hits.Exists(hit => hit.First <= at && at < hit.First + hit.Count) || spans.Exists(span => span.First <= at && at < span.End && span.Kind is not LexiconKind.Small)
            || sentence[at + 1] is "with" or "from" or "off" or "at" or "to" or "over" or "again" or "of" or "date" or "day" || sentence[at - 1] is "from" or "the" or "at" or "a" or "since" or "to" or "lets" or "let" or "its" or "their"
            || !spans.Exists(span => span.Kind == LexiconKind.Deals || span is { Kind: LexiconKind.State, Value: "created" } || (span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(word => sentence.Stem(word) is "deal" or "opp" or "opportunity"))))
        {
            return;
        }

        if (sentence[at] is "begun" or "launched" or "initiated" || Enumerable.Range(0, at).Any(word => sentence[word] is "did" or "have" or "has" or "had" or "were" or "was" or "we" or "i" or "they"))
        {
            Put(sentence, spans, at, 1, Created);
        }
    }

    /// <summary>"How many days do we need to close a deal": time is needed, and no quota is to be made.</summary>
    private static void Needed(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Aspect, Value: "long" }) is not { } time
            || spans.Find(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.QuotaGap } && span.First >= time.End && span.First - time.End < 5) is not { } gap
            || !Enumerable.Range(gap.First, gap.Count).Any(at => sentence[at] is "need" or "needs" or "have"))
        {
            return;
        }

        spans.Remove(gap);
        for (var at = gap.First; at < gap.End; at++)
        {
            spans.Add(new LexiconSpan(at, 1, sentence[at] is "close" or "win" or "sell" or "book" or "sign" or "land" ? Won : Nothing));
        }
    }

    /// <summary>"From the first call to the signature", "our sales process from beginning to end".</summary>
    private static void Course(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (!spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "long" or "average" or "median" }) || spans.Exists(span => span.Kind == LexiconKind.Lifecycle || (span.Kind == LexiconKind.Measure && LeadReader.IsOfLeads(span.Value))))
        {
            return;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence[at] is "process" or "journey" or "road" or "path" or "ride" && !spans.Exists(span => span.First <= at && at < span.End && span.Kind is not LexiconKind.Small) && !spans.Exists(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Stage) }))
            {
                Put(sentence, spans, at, 1, Nothing);
            }

            if (sentence[at] != "from" || hits.Exists(hit => hit.First == at + 1))
            {
                continue;
            }

            var to = at + 1;
            while (Beginnings.Contains(sentence[to]))
            {
                to++;
            }

            var end = to + 1;
            while (sentence[end] is "the" or "a" or "its" or "our" or "we" or "deal" or "contract" or "signed" or "getting" or "being" or "final" or "is" && sentence[end] != "contract")
            {
                end++;
            }

            if (to - at is > 1 and < 7 && sentence[to] is "to" or "till" or "until" && end - to < 5 && Endings.Contains(sentence[end]) && Enumerable.Range(at, to - at).Any(word => sentence[word] is "start" or "beginning" or "first" or "initial" or "hello" or "outset" or "talk" or "call" or "meeting" or "conversation" or "chat" or "demo" or "contact"))
            {
                Put(sentence, spans, at, end + 1 - at, Cycle);
            }
        }
    }

    /// <summary>"What percent of deals get from one stage to the next", "how well do we move deals on to the next stage".</summary>
    private static void OnwardStage(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        var end = -1;
        var first = First(sentence, 0, at => (end = Onward(sentence, at)) > 0);
        var named = hits.Count(hit => hit.Things.Any(thing => thing.Kind == NameKind.Stage)) > 1;
        if (first < 0 && !named)
        {
            return;
        }

        foreach (var moves in spans.FindAll(span => span is { Kind: LexiconKind.Change, Count: 1 } && sentence[span.First] is "moving" or "moved" or "move" && Enumerable.Range(span.End, 4).Any(at => sentence.Stem(at) is "deal" or "opp" or "opportunity" or "them" or "it" || sentence[at] == "from")))
        {
            // "Good at moving deals from Discovery to Proposal": nothing is compared.
            spans[spans.IndexOf(moves)] = moves with { Entry = Nothing };
        }

        if (first >= 0 && spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "long" }) && spans.Find(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.NextStage } && span.First < end && span.End > first) is { } passage)
        {
            // "How long does it take to get from one stage to the next".
            spans[spans.IndexOf(passage)] = passage with { Entry = TimeInStage };
            return;
        }

        if (first < 0 || spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "long" } || (span.Kind == LexiconKind.Measure && (span.First < first || span.First >= end) && (span.Value.StartsWith("time_in", StringComparison.Ordinal) || span.Value == MeasureIds.ToWon))))
        {
            return;
        }

        if (spans.Exists(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.NextStage } && span.First < end && span.End > first))
        {
            return;
        }

        foreach (var aspect in spans.FindAll(span => span.Kind == LexiconKind.Aspect && span.Value is "passage" or "count" && span.First < first))
        {
            spans[spans.IndexOf(aspect)] = aspect with { Entry = Nothing };
        }

        for (var at = Math.Max(0, first - 5); at < first; at++)
        {
            if (sentence[at] is "get" or "gets" or "getting" or "go" or "goes" or "going" or "move" or "moves" or "moving" or "make" or "makes" or "making" or "it" or "pass" or "passes" or "advance" or "progress" or "on" or "onwards" or "forward" or "carry" or "bring" or "bringing" && !spans.Exists(span => span.First <= at && at < span.End))
            {
                Put(sentence, spans, at, 1, Nothing);
            }
        }

        Put(sentence, spans, first, end - first, NextStage);
    }

    /// <summary>Where "from one stage to the next", "on to the next stage" ends; 0 where nothing of the kind begins.</summary>
    private static int Onward(Sentence sentence, int at)
    {
        var stage = at + (sentence[at] == "from" ? 1 : 0);
        if (sentence[stage] is "one" or "a" or "each" or "every" or "any" && IsStage(sentence, stage + 1) && sentence[stage + 2] is "to" or "into" or "and" or "on")
        {
            var next = stage + 3;
            while (sentence[next] is "to" or "the" or "on" or "onto" or "into")
            {
                next++;
            }

            return sentence[next] is "next" or "following" or "another" or "other" ? next + 1 + (IsStage(sentence, next + 1) || sentence[next + 1] is "one" ? 1 : 0) : 0;
        }

        if (sentence[at] == "from" && IsStage(sentence, at + 1) && sentence[at + 2] == "to" && IsStage(sentence, at + 3))
        {
            return at + 4;
        }

        return sentence[at] is "to" or "into" or "onto" && sentence[at + 1] == "the" && sentence[at + 2] is "next" or "following" && IsStage(sentence, at + 3)
            && Enumerable.Range(Math.Max(0, at - 5), Math.Min(5, at)).Any(word => sentence[word] is "get" or "gets" or "getting" or "go" or "goes" or "going" or "move" or "moves" or "moving" or "make" or "makes" or "making" or "pass" or "passes" or "advance" or "advances" or "progress" or "progresses" or "bring" or "bringing") ? at + 4 : 0;
    }

    private static bool IsStage(Sentence sentence, int at) => sentence.Stem(at) is "stage" or "step" or "phase";

    /// <summary>"Our current deals" are open.</summary>
    private static void Current(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Small, Count: 1 } && sentence[span.First] is "current" or "existing" && spans.Exists(deals => deals.Kind == LexiconKind.Deals && deals.First == span.End && sentence.Stem(deals.First) is "deal" or "opp" or "opportunity")) is { } current && !spans.Exists(span => span.Kind == LexiconKind.State))
        {
            spans[spans.IndexOf(current)] = current with { Entry = Open };
        }
    }

    /// <summary>"Usual time to close, days?": the unit of a time that is asked for; "days to get out of Discovery" asks for it outright.</summary>
    private static void UnitBehind(Sentence sentence, List<LexiconSpan> spans)
    {
        if (sentence[0] is "days" or "weeks" or "time" && sentence[1] is "to" or "until" or "before" or "for" && !spans.Exists(span => span.First == 0 && span.Kind is not LexiconKind.Small))
        {
            Put(sentence, spans, 0, 1, Long);
        }

        var last = sentence.Count - 1;
        if (last > 1 && sentence[last] is "days" or "weeks" or "months" or "hours" && sentence.IsFree(last) && sentence.Text[sentence.Words[last - 1].End..sentence.Words[last].Start].Contains(',', StringComparison.Ordinal)
            && !spans.Exists(span => span.First <= last && last < span.End)
            && spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "long" } || (span.Kind == LexiconKind.Measure && (span.Value.StartsWith("sales_cycle", StringComparison.Ordinal) || span.Value.StartsWith("time_in", StringComparison.Ordinal) || span.Value.EndsWith("_time", StringComparison.Ordinal) || span.Value == MeasureIds.Age))))
        {
            Put(sentence, spans, last, 1, Nothing);
        }
    }

    /// <summary>Reads words as one thing, whatever they were parts of.</summary>
    internal static void Put(Sentence sentence, List<LexiconSpan> spans, int first, int count, LexiconEntry entry)
    {
        spans.RemoveAll(span => span.First < first + count && span.End > first);
        spans.Add(new LexiconSpan(first, count, entry));
        spans.Sort((one, other) => one.First.CompareTo(other.First));
        sentence.Take(first, count);
    }

    internal static int First(Sentence sentence, int from, Func<int, bool> fits)
    {
        for (var at = from; at < sentence.Count; at++)
        {
            if (fits(at))
            {
                return at;
            }
        }

        return -1;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
