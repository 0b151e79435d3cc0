using System.Buffers;

namespace RevBot.Intents.Ask.Words;

/// <summary>Tells the "me" whose deals are meant ("closed won for me", "me vs Noah", "deals of me", "% to target, me") from the one who wants to be told ("for me please", "tell me").</summary>
internal static class AskerWord
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:-–—()?.");

    private static readonly LexiconEntry Mine = new(LexiconKind.Mine, "me");

    /// <summary>Turns such a word among the phrases found into one that names the asker.</summary>
    public static void Mark(Sentence sentence, List<LexiconSpan> spans)
    {
        for (var place = 0; place < spans.Count; place++)
        {
            var span = spans[place];
            if (span.Kind == LexiconKind.Small && ((span.Count == 1 && sentence[span.First] is "me" or "myself" && Names(sentence, spans, span.First)) || (sentence[span.First] == "i" && Acts(sentence, spans, span))))
            {
                spans[place] = new LexiconSpan(span.First, span.Count, Mine);
            }
        }
    }

    /// <summary>"Which deals could I still close", "deals I could win"; "could I just get" and "I just want to see" ask a favour.</summary>
    private static bool Acts(Sentence sentence, List<LexiconSpan> spans, LexiconSpan span) => Needs(sentence, span.First) ||
        sentence[span.First + 1] is "still" or "just" or "really" or "can" or "could"
        && sentence[span.First + 2] is not ("get" or "see" or "have" or "ask" or "know" or "find" or "check" or "look" or "view" or "pull" or "want" or "need" or "like")
        && (sentence[span.First - 1] is "can" or "could" or "may" or "might" or "did" or "do" or "have" or "should" || spans.Exists(deals => deals.Kind == LexiconKind.Deals && deals.End == span.First));

    /// <summary>"How much more do I need to hit quota", "what do I have to close"; but "what do I need to know".</summary>
    private static bool Needs(Sentence sentence, int at) => sentence[at - 1] is "do" or "must" or "should" && sentence[sentence[at + 1] == "still" ? at + 2 : at + 1] is "need" or "have" or "close" or "win" or "book" or "sell"
        && !Enumerable.Range(at + 2, 3).Any(verb => sentence[verb] is "know" or "see" or "get" or "look" or "check" or "tell" or "ask" or "do" or "present" or "report" or "worry");

    /// <summary>"What if I only look at Negotiation", "if I leave out partners": it says what is to be counted, not whose.</summary>
    public static bool Looks(Sentence sentence, int at) => IsWanting(sentence, at) || sentence[at] == "i"
        && sentence[sentence[at + 1] is "only" or "just" or "also" ? at + 2 : at + 1] is "look" or "count" or "consider" or "include" or "exclude" or "ignore" or "leave" or "focus" or "compare" or "restrict" or "filter" or "narrow" or "skip" or "take" or "drop" or "want" or "need" or "see"
        && (sentence[at - 1] is "if" or "when" or "can" or "could" or "may" or "should" || sentence[at + 1] is "only" or "just");

    /// <summary>"I am needing the pipeline", "I'm looking at bookings".</summary>
    private static bool IsWanting(Sentence sentence, int at) => (sentence[at] is "im" ? at + 1 : sentence[at] == "i" && sentence[at + 1] == "am" ? at + 2 : -1) is > 0 and var verb
        && sentence[sentence[verb] is "just" or "only" or "really" or "also" ? verb + 1 : verb] is "needing" or "wanting" or "looking" or "after" or "wondering" or "asking" or "trying" or "searching" or "checking" or "hoping" or "interested" or "requiring" or "requesting" or "preparing" or "curious" or "keen" or "seeking";

    private static bool Names(Sentence sentence, List<LexiconSpan> spans, int at)
    {
        var (before, behind) = (sentence[at - 1], sentence[at + 1]);
        if (before is "of" or "vs" or "versus" or "v" or "than" or "against" || behind is "vs" or "versus" or "only" or "against" || (before is "just" or "only" or "from" && EndsAt(sentence, at)))
        {
            return true;
        }

        // "How long does it take me to win a deal", "what does it cost me".
        if ((before is "take" or "takes" or "took" or "taken" or "taking" && behind == "to") || (before is "cost" or "costs" or "costing" && !IsAsked(sentence, at)))
        {
            return true;
        }

        if (spans.Exists(span => span.End == at && span.Kind is LexiconKind.Measure or LexiconKind.Deals))
        {
            return true;
        }

        if (before is "for")
        {
            return !IsAsked(sentence, at);
        }

        return StandsAlone(sentence, at);
    }

    /// <summary>"Add that up for me", "could you … for me", "how many did we … for me": who wants to be told.</summary>
    private static bool IsAsked(Sentence sentence, int me) => Enumerable.Range(0, sentence.Count).Any(at => at != me
        && (sentence.Stem(at) == "team" || sentence[at] is "you" or "u" or "we" or "our" or "us" or "ya" or "rep" or "reps" or "owner" or "everyone" or "everybody" or "who" or "whose"
            || (at < me && sentence[at] is "please" or "pls" or "can" or "could" or "would" or "make" or "bring" or "see" or "tally" or "write" || (at < me && sentence[at] is "is" or "are" && sentence[at + 1] is "it" or "there" or "that" or "this" or "they") || (at < me && sentence[at] is "add" or "split" or "break" or "pull" or "show" or "get" or "find" or "list" or "run" or "check" or "sum" or "count" or "calculate" or "compute" or "tell" or "give" or "look" or "work" or "figure" or "sort" or "rank" or "compare"
                or "filter" or "total" or "fetch" or "grab" or "dig" or "confirm" or "put" or "send" or "name" or "narrow" or "do" or "group" or "order" or "limit" or "summarize" or "summarise" or "display" or "explain" or "define" or "describe" or "print"))));

    /// <summary>"Win rate, me, last quarter", "me: bookings this month".</summary>
    private static bool StandsAlone(Sentence sentence, int at) => (at == 0 || Breaks(sentence, at - 1)) && EndsAt(sentence, at) && sentence.Count > 1;

    private static bool EndsAt(Sentence sentence, int at) => at + 1 >= sentence.Count || Breaks(sentence, at);

    private static bool Breaks(Sentence sentence, int at) => sentence.Text[sentence.Words[at].End..sentence.Words[at + 1].Start].AsSpan().ContainsAny(Ends);
}
