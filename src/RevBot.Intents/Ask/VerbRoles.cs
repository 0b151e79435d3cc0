using System.Collections.Frozen;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Settles verbs whose object says what they mean: pipeline that "lands" is due, "where will EMEA land" is a forecast, "what did we take last week" was won, "pinched off us" was lost, reps who "pick up" leads change nothing.</summary>
internal static class VerbRoles
{
    private static readonly LexiconEntry Won = new(LexiconKind.State, "won");
    private static readonly LexiconEntry Lost = new(LexiconKind.State, "lost");
    private static readonly LexiconEntry Open = new(LexiconKind.State, "open");
    private static readonly LexiconEntry Closing = new(LexiconKind.State, "closing");
    private static readonly LexiconEntry Simulated = new(LexiconKind.Measure, MeasureIds.Simulated);
    private static readonly LexiconEntry Weighted = new(LexiconKind.Measure, MeasureIds.Weighted);
    private static readonly LexiconEntry HighCycle = new(LexiconKind.Measure, MeasureIds.HighCycle);
    private static readonly LexiconEntry Deals = new(LexiconKind.Deals, "deals");
    private static readonly LexiconEntry Count = new(LexiconKind.Aspect, "count");
    private static readonly LexiconEntry Nothing = new(LexiconKind.Small, string.Empty);

    /// <summary>What a competitor does where we are, too.</summary>
    private static readonly FrozenSet<string> Competing = Set("compete competes competed competing bid bids bidding pitch pitches pitched pitching circling lurking sniffing involved knocking battle battles battling fight fights fighting rivalling challenge challenges challenging contesting contest contests");

    /// <summary>How what we had is gone, before "off us".</summary>
    private static readonly FrozenSet<string> Taking = Set("pinch pinches pinched pinching nab nabs nabbed nabbing swipe swipes swiped swiping grab grabs grabbed grabbing take takes took taken taking snap snapped snaffle snaffled prise prised pry pried win wins won poach poached lift lifted steal stole stolen");

    /// <summary>What becomes of every deal in the end, however it ends.</summary>
    private static readonly FrozenSet<string> Ending = Set("finish finishes finished decide decides decided conclude concludes concluded complete completes completed resolve resolved settle settled end ends ended ending");

    public static void Settle(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits, List<PeriodSpan> periods)
    {
        Forecast(sentence, spans);
        Due(sentence, spans);
        Taken(sentence, spans, periods);
        Dropped(sentence, spans, hits);
        OffUs(sentence, spans, hits);
        Compete(sentence, spans, hits);
        PickedUp(sentence, spans);
        Worked(sentence, spans);
        Decided(sentence, spans);
        Probable(sentence, spans);
        Volume(sentence, spans);
        OfLeads(sentence, spans, hits);
        NineInTen(sentence, spans);
        StayVerbs.Take(sentence, spans, hits);
    }

    /// <summary>"90% of our EMEA wins close within how many days".</summary>
    private static void NineInTen(Sentence sentence, List<LexiconSpan> spans)
    {
        var at = First(sentence, 0, at => (sentence[at] == "90%" || (sentence[at] is "90" or "ninety" && sentence[at + 1] is "percent" or "%")) && sentence[sentence[at] == "90%" ? at + 1 : at + 2] is "of");
        if (at >= 0 && Any(sentence, word => word is "days" or "long" or "weeks" or "quickly" or "fast" or "time") && !spans.Exists(span => span.Value == MeasureIds.HighCycle))
        {
            Put(sentence, spans, at, sentence[at] == "90%" ? 2 : 3, HighCycle);
        }
    }

    /// <summary>"Where do you expect bookings to end up", "where will AMER land by quarter end".</summary>
    private static void Forecast(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Asks, Value: "where" }) is not { } where || spans.Exists(span => span.Kind == LexiconKind.Measure && span.Value.StartsWith("forecast.", StringComparison.Ordinal)))
        {
            return;
        }

        var ahead = First(sentence, where.End, at => sentence[at] is "expect" or "expects" or "expected" or "expecting" or "will" or "ll" or "going" or "likely" or "see" or "think" or "projected" or "predict" or "foresee" or "reckon" or "anticipate" or "should" or "might");
        var verb = First(sentence, where.End, at => sentence[at] is "land" or "landing" or "finish" or "finishing" || (sentence[at] is "end" or "ending" or "come" or "coming" or "wind" or "winding" or "wrap" or "shake" && sentence[at + 1] is "up" or "in" or "out"));
        if (ahead < 0 || verb < ahead)
        {
            return;
        }

        var words = sentence[verb + 1] is "up" or "in" or "out" && !(sentence[verb + 1] == "in" && sentence[verb] is "land" or "landing" or "finish" or "finishing") ? 2 : 1;
        spans.RemoveAll(span => span == where || (span.First < verb + words && span.End > verb) || (span.First <= ahead && ahead < span.End));
        sentence.Take(verb - (sentence[verb - 1] == "to" ? 1 : 0), words + (sentence[verb - 1] == "to" ? 1 : 0));
        sentence.Take(ahead, 1);
        Put(sentence, spans, where.First, where.Count, Simulated);
    }

    /// <summary>"How much of my pipe lands before New Year", "deals that sign next month": what is open may do so yet.</summary>
    private static void Due(Sentence sentence, List<LexiconSpan> spans)
    {
        foreach (var land in spans.FindAll(span => span is { Kind: LexiconKind.State, Value: "won", Count: 1 } && sentence[span.First] is "lands" or "land" or "signs" or "sign"))
        {
            if (spans.Exists(open => open.End <= land.First && ((open.Kind == LexiconKind.Measure && open.Value.StartsWith("pipeline.open", StringComparison.Ordinal)) || (open.Kind == LexiconKind.Deals && (open.End == land.First || sentence[land.First - 1] is "that" or "which" or "to")))) && !Any(sentence, word => word is "did" or "have" or "has" or "had"))
            {
                spans[spans.IndexOf(land)] = land with { Entry = Closing };
            }
        }
    }

    /// <summary>"What did we take last week", "how much did the team take over the summer".</summary>
    private static void Taken(Sentence sentence, List<LexiconSpan> spans, List<PeriodSpan> periods)
    {
        if (spans.Exists(span => span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals or LexiconKind.Lifecycle or LexiconKind.Beyond || span is { Kind: LexiconKind.Aspect, Value: not ("amount" or "list") }))
        {
            return;
        }

        var at = First(sentence, 1, at => sentence[at] is "take" or "took" or "taken" or "taking" && sentence[at - 1] is "we" or "i" or "they" or "team" or "reps" or "she" or "he" or "been" or "everyone" or "have" or "weve" or "ive");
        if (at > 0 && (at + 1 == sentence.Count || periods.Exists(period => period.First == at + 1) || sentence[at + 1] is "in" or "from" or "on" or "by" or "for" or "per" or "so" or "home" or "during" or "across" or "out"))
        {
            Put(sentence, spans, at, sentence[at + 1] is "in" && !periods.Exists(period => period.First == at + 1) ? 2 : 1, Won);
        }
    }

    /// <summary>"How much did I drop in lost deals", "how many deals have we dropped": they were lost, and nothing went down.</summary>
    private static void Dropped(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Change, Count: 1 } && sentence[span.First] is "drop" or "dropped" or "dropping") is { } drop
            && (sentence[drop.First - 1] is "i" or "we" or "they" or "she" or "he" or "team" or "you" or "been" or "ive" or "weve" || hits.Exists(hit => hit.First + hit.Count == drop.First && hit.Things[0].Kind is NameKind.Person or NameKind.Team))
            && !spans.Exists(span => span.Kind == LexiconKind.Measure && span.End <= drop.First && !span.Value.StartsWith("losses.", StringComparison.Ordinal)))
        {
            spans[spans.IndexOf(drop)] = drop with { Entry = Lost };
        }
    }

    /// <summary>"Deals Acumen pinched off us", "who has taken the most dollars off us".</summary>
    private static void OffUs(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        for (var off = 1; off + 1 < sentence.Count; off++)
        {
            if (sentence[off] is not ("off" or "from" or "under") || sentence[off + 1] is not ("us" or "our"))
            {
                continue;
            }

            var verb = Enumerable.Range(1, 4).Select(back => off - back).FirstOrDefault(at => at >= 0 && (Taking.Contains(sentence[at]) || (sentence[off] == "off" && sentence[at].EndsWith("ed", StringComparison.Ordinal) && !spans.Exists(span => span.First <= at && at < span.End))), -1);
            if (verb < 0 || (sentence[off] != "off" && !spans.Exists(who => who is { Kind: LexiconKind.Asks, Value: "who" }) && !hits.Exists(hit => hit.Things.Any(thing => thing.Kind == NameKind.Competitor)) && !spans.Exists(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Competitor) })) || spans.Exists(span => span is { Kind: LexiconKind.State, Value: "lost" } && span.First <= off && off < span.End))
            {
                continue;
            }

            spans.RemoveAll(span => (span.First <= verb && verb < span.End && span.Kind is LexiconKind.State or LexiconKind.Small) || (span.First < off + 2 && span.End > off));
            sentence.Take(off, 2);
            Put(sentence, spans, verb, 1, Lost);
            return;
        }
    }

    /// <summary>"When we compete with Bluefin", "deals Corvus is bidding on": the competitor's name says it all.</summary>
    private static void Compete(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (!hits.Exists(hit => hit.Things.Any(thing => thing.Kind == NameKind.Competitor)))
        {
            return;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (Competing.Contains(sentence[at]) && sentence.IsFree(at) && !spans.Exists(span => span.First <= at && at < span.End) && !hits.Exists(hit => at >= hit.First && at < hit.First + hit.Count))
            {
                spans.Add(new LexiconSpan(at, 1, Nothing));
            }
        }
    }

    /// <summary>"Slowest team at picking up MQLs": leads are taken on.</summary>
    private static void PickedUp(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Change, Count: 2 } && sentence[span.First].StartsWith("pick", StringComparison.Ordinal)) is { } pick
            && spans.Exists(lead => lead.First >= pick.End && (lead.Kind == LexiconKind.Lifecycle || (lead.Kind == LexiconKind.Measure && LeadReader.IsOfLeads(lead.Value)))))
        {
            spans.Remove(pick);
            sentence.Take(pick.First + 1, 1);
        }
    }

    /// <summary>"The deals we're working right now", "what is Tara working on": they are open.</summary>
    private static void Worked(Sentence sentence, List<LexiconSpan> spans)
    {
        var at = First(sentence, 1, at => sentence[at] == "working" && sentence.IsFree(at) && (sentence[at - 1] is "are" or "is" or "am" or "theyre" or "im" or "shes" or "hes" or "actively" or "currently" or "now" or "still" or "he" or "she" or "i" or "they" or "we" || (sentence[at - 1] == "were" && DayReader.IsCut(sentence, at - 1))));
        if (at > 0 && at + 2 == sentence.Count && sentence[at + 1] == "on" && sentence[0] is "what" or "whats" && !spans.Exists(span => span.Kind is LexiconKind.Deals or LexiconKind.Measure))
        {
            // "What is Tara working on".
            Put(sentence, spans, at, 2, Deals);
            return;
        }

        if (at > 0 && sentence.Stem(at + 1) is not ("day" or "hour" or "lead") && spans.Exists(span => span.Kind is LexiconKind.Deals || (span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(word => sentence.Stem(word) is "deal" or "opportunity" or "opp"))) && !spans.Exists(span => span.Kind == LexiconKind.State && span.First <= at && at < span.End))
        {
            Put(sentence, spans, at, sentence[at + 1] == "on" ? 2 : 1, Open);
        }
    }

    /// <summary>"Out of every hundred deals we finish, how many do we win", "the business we decided on": of a share that is the whole anyway.</summary>
    private static void Decided(Sentence sentence, List<LexiconSpan> spans)
    {
        var at = First(sentence, 1, at => Ending.Contains(sentence[at]) && !spans.Exists(span => span.First <= at && at < span.End && span.Kind != LexiconKind.Small));
        if (at > 0 && Any(sentence, word => word is "win" or "won" or "wins" or "winning") && (spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "rate" }) || Any(sentence, word => word is "share" or "percent" or "percentage" or "%" or "proportion" or "rate" or "fraction" or "portion" or "often")))
        {
            Put(sentence, spans, at, sentence[at + 1] is "on" or "up" or "off" or "with" or "in" ? 2 : 1, Nothing);
        }
    }

    /// <summary>"Once you apply the stage probabilities", "with the probabilities applied", "adjusted for probability".</summary>
    private static void Probable(Sentence sentence, List<LexiconSpan> spans)
    {
        var odds = First(sentence, 0, at => sentence.Stem(at) is "probability" or "likelihood" or "odds" or "weighting");
        if (odds < 0 || spans.Exists(span => span.Kind == LexiconKind.Measure && span.Value is MeasureIds.Weighted or MeasureIds.ToWon))
        {
            return;
        }

        var verb = Enumerable.Range(Math.Max(0, odds - 5), Math.Min(5, odds)).Concat(Enumerable.Range(odds + 1, 4)).FirstOrDefault(at => sentence[at] is "apply" or "applies" or "applied" or "applying" or "adjust" or "adjusted" or "adjusting" or "discount" or "discounted" or "discounting" or "factor" or "factored" or "factoring" or "multiplied" or "multiply" or "account" or "weighed", -1);
        if (verb < 0)
        {
            return;
        }

        var (first, end) = (Math.Min(verb, odds), Math.Max(verb, odds) + 1);
        end += sentence[end] is "in" or "to" ? 1 : 0;
        while (first > 0 && sentence[first - 1] is "you" or "we" or "i" or "they" or "once" or "when" or "after" or "if" or "with" or "the" or "stage" or "are" or "is" or "have" or "been" or "their" or "our" or "and" or "take" or "taking" or "into" or "win")
        {
            first--;
        }

        spans.RemoveAll(span => span.First < end && span.End > first);
        Put(sentence, spans, first, end - first, Weighted);
    }

    /// <summary>"What volume of new opportunities": how many.</summary>
    private static void Volume(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Aspect, Value: "amount" } && sentence[span.First] == "volume" && span.Count < 3) is { } volume && sentence.Stem(Next(sentence, volume.End)) is "deal" or "opportunity" or "opp" or "lead" or "win")
        {
            spans[spans.IndexOf(volume)] = volume with { Entry = Count };
        }

        static int Next(Sentence sentence, int at) => sentence[at] is "new" or "open" or "fresh" or "our" or "the" or "won" or "lost" ? Next(sentence, at + 1) : at;
    }

    /// <summary>"Deals we won from Event leads": where they came from.</summary>
    private static void OfLeads(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Measure, Value: LeadReader.Count, Count: 1 } && sentence[span.First] is "leads" or "lead") is { } leads
            && hits.Exists(hit => hit.First + hit.Count == leads.First && hit.Things[0].Kind == NameKind.Source && sentence[hit.First - 1] is "from" or "via" or "through" or "by" or "off")
            && spans.Exists(span => span is { Kind: LexiconKind.State, Value: "won" or "lost" } || span.Kind == LexiconKind.Deals || (span.Kind == LexiconKind.Measure && span != leads && !LeadReader.IsOfLeads(span.Value))))
        {
            spans[spans.IndexOf(leads)] = leads with { Entry = Nothing };
        }
    }

    private static void Put(Sentence sentence, List<LexiconSpan> spans, int first, int count, LexiconEntry entry)
    {
        spans.RemoveAll(span => span.First < first + count && span.End > first && span.Kind == LexiconKind.Small);
        spans.Add(new LexiconSpan(first, count, entry));
        spans.Sort((one, other) => one.First.CompareTo(other.First));
        for (var at = first; at < first + count && at < sentence.Count; at++)
        {
            // What stood in a longer phrase is read by this one.
            sentence.Take(at, 1);
        }
    }

    private static int First(Sentence sentence, int from, Func<int, bool> fits)
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

    private static bool Any(Sentence sentence, Func<string, bool> fits) => First(sentence, 0, at => fits(sentence[at])) >= 0;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
