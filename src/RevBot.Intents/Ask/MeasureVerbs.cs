using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>What is measured by a verb and its object rather than by a name: "made their number", "brought us pipeline", "how fast does money flow", "beats us most often".</summary>
internal sealed class MeasureVerbs(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
{
    /// <summary>How many words may stand between a verb and what it is done to: "hit any of their quarterly".</summary>
    private const int Reach = 5;

    /// <summary>A quota was met or missed, whatever it is called: "who hit the highest attainment", "did EMEA make its number".</summary>
    public bool AttainsTarget { get; } = Enumerable.Range(0, sentence.Count).Any(at => (IsAttaining(sentence, at) || (sentence[at] is "get" or "getting" && sentence[at + 1] == "to")) && AimsAtTarget(sentence, at));

    /// <summary>"By how much did we miss plan".</summary>
    public bool MissesTarget => AttainsTarget && Speaks("miss", "missed", "misses", "missing");

    /// <summary>"What do we win on small deals, as a rate".</summary>
    public bool SaysAsRate => Enumerable.Range(1, sentence.Count).Any(at => sentence[at] is "rate" or "ratio" or "percentage" or "percent" or "%" or "share" && (sentence[at - 1] == "as" || (sentence[at - 1] == "a" && sentence[at - 2] == "as") || (at == sentence.Count - 1 && at > 2 && sentence.Words[at].Start - sentence.Words[at - 1].End > 1)));

    /// <summary>"What is still lacking until our target".</summary>
    public bool Lacks => Speaks("lacking", "lack", "lacks", "shy") || (Speaks("missing", "remains", "outstanding") && !Speaks("who", "whos", "reps") && Speaks("what", "whats", "much"));

    /// <summary>"Are our deals getting smaller".</summary>
    public bool GrowInSize => spans.Any(span => span.Kind == LexiconKind.Change && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "bigger" or "smaller" or "larger" || (sentence[at] is "shrinking" or "shrunk" && span.Count == 1)));

    public bool NeedsSome => Speaks("need", "needs", "needed", "required", "require", "requires", "should");

    /// <summary>"How far is Owen from his number".</summary>
    public bool IsFarFromTarget { get; } = Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "far" or "furthest" or "farthest" && Enumerable.Range(at + 1, Reach + 2).Any(from => sentence[from] is "from" or "off" or "behind" && Enumerable.Range(from + 1, 3).Any(behind => IsTarget(sentence, behind))));

    /// <summary>Something is still to be done for it: "what do I still need to make my number".</summary>
    public bool StillNeeds => Speaks("need", "needs", "needed", "left", "still", "missing", "remaining", "remains", "more") && !Speaks("pipeline", "coverage", "pipe", "leads");

    /// <summary>"What did partners bring us", "which source gave us the most": pipeline where that is spoken of, else money.</summary>
    public bool BringsIn => Enumerable.Range(0, sentence.Count).Any(at => IsBringing(sentence, at));

    /// <summary>"How much did Hooli spend with us", "what did we get from renewals".</summary>
    public bool EarnsFrom => Enumerable.Range(0, sentence.Count).Any(at => (sentence[at] is "came" or "come" or "comes" or "coming" && sentence[at + 1] == "from") || sentence[at] is "spend" or "spends" or "spent" or "pay" or "pays" or "paid" or "earn" or "earned" or "bank" or "banked"
        || (sentence[at] is "get" or "got" && (!IsOwning(at) || Enumerable.Range(at + 1, 4).Any(from => sentence[from] is "from"))));

    /// <summary>"How much have I got in Proposal", "what does Tara have": it is theirs and open.</summary>
    public bool Possesses => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "got" ? IsOwning(at) && !Enumerable.Range(at + 1, 4).Any(from => sentence[from] is "from" or "to")
        : sentence[at] == "have" && sentence[at - 2] is "do" or "does" && sentence[at + 1] is not ("to" or "left"));

    /// <summary>"Who have we been losing to, by competitor": how often, unless money is asked for.</summary>
    public bool AsksToWhom => spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" }) && BreakdownReader.EndsWithTo(sentence) && spans.Any(span => span is { Kind: LexiconKind.Dimension, Value: nameof(RevBot.Pipeline.Questions.Dimension.Competitor) } && spans.Any(by => by is { Kind: LexiconKind.Split, Value: "by" } && by.End == span.First));

    /// <summary>"Do inbound deals win more than outbound ones": how often they do.</summary>
    public bool DealsWin => Enumerable.Range(1, Math.Max(0, sentence.Count - 1)).Any(at => sentence[at] is "win" or "wins" or "convert" && sentence[at + 1] is "more" or "better" or "less" && sentence[at + 2] is not ("deals" or "money" or "business" or "revenue") && spans.Any(deals => deals.Kind == LexiconKind.Deals && deals.End == at));

    /// <summary>"Do Enterprise deals take longer than SMB ones", "are we closing faster than last quarter".</summary>
    public bool TakesLonger => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "longer" or "faster" or "slower" or "quicker" or "shorter" && CalendarWords.Number(sentence[at + 2]) is null
        && Enumerable.Range(at - 4, 9).Any(verb => sentence[verb] is "take" or "takes" or "took" or "taking" or "close" or "closes" or "closing" or "sell" or "selling" or "win" or "winning" or "sign" or "need" or "needs"));

    /// <summary>"How long have our open deals been lying around": since they were created, and in no stage of theirs.</summary>
    public bool LiesOpen => spans.Any(span => span is { Kind: LexiconKind.State, Value: "open" } || (span.Kind == LexiconKind.Measure && span.Value is MeasureIds.OpenAmount or MeasureIds.OpenCount));

    /// <summary>"What percentage of quota is in the bag", "how much of our number have we booked".</summary>
    public bool IsPartOfTarget(bool isShare) => isShare && Enumerable.Range(1, Math.Max(0, sentence.Count - 1)).Any(at => IsTarget(sentence, at) && Enumerable.Range(Math.Max(0, at - 4), Math.Min(at, 4)).Any(of => sentence[of] == "of"));

    /// <summary>"Have I got", "I've got", "has Tara got".</summary>
    private bool IsOwning(int got) => Enumerable.Range(Math.Max(0, got - 4), Math.Min(got, 4)).Any(at => sentence[at] is "have" or "has" or "ive" or "weve" or "theyve" or "whatve" or "ve" or "hes" or "shes" || (sentence.Words[at].IsPossessive && at == got - 1));

    /// <summary>"How fast does money flow", "how quickly does our pipeline turn into cash".</summary>
    public bool MoneyFlows => Speaks("money", "revenue", "cash", "dollars") && Speaks("fast", "quickly", "quick", "speed", "pace", "rapidly", "slowly", "slow")
        && Speaks("flow", "flows", "flowing", "move", "moves", "moving", "turn", "turns", "turning", "come", "comes", "coming", "make", "making", "earn", "earning", "generate", "generating", "of", "produce", "convert")
        && !spans.Any(span => span.Kind == LexiconKind.Deals);

    /// <summary>"Which competitor took the most deals": from us.</summary>
    public bool Takes => Speaks("took", "take", "takes", "taken", "taking", "grab", "grabs", "grabbed", "wins", "win", "winning");

    /// <summary>How often a competitor beat us, not for how much.</summary>
    public bool CountsDefeats => Speaks("beat", "beats", "beaten", "beating", "defeated", "often");

    /// <summary>A metric's own words speak of money: "lost revenue".</summary>
    public bool NamesMoney { get; } = spans.Any(span => span.Kind == LexiconKind.Measure && span.Value.EndsWith("_amount", StringComparison.Ordinal)
        && Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) is "amount" or "value" or "revenue" or "booking" or "dollar" or "pipeline" or "money"));

    /// <summary>"wins" as things, not "who wins".</summary>
    public bool CountsWins { get; } = Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "wins"
        && !spans.Any(span => span.End == at && span.Kind is LexiconKind.Dimension or LexiconKind.Asks or LexiconKind.Split && span.Value[0] != '+' && sentence[span.First] != "by"));

    /// <summary>"losses by stage", not "loss reasons".</summary>
    public bool CountsLosses { get; } = Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "losses");

    /// <summary>"was the forecast any good", "how far off were our forecasts".</summary>
    public bool AsksHowGood() => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "is" or "are" or "was" or "were" or "did")
        && Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "good" or "bad" or "well" or "better" or "worse" or "off" or "wrong" or "near" or "hold" or "exact" or "precise" or "accurate" or "reliable" or "true"
            || (sentence[at] == "close" && (sentence[at - 1] is "how" or "very" or "too" or "so" or "that" || sentence[at + 1] == "to")) || (sentence[at] == "right" && sentence[at + 1] != "now"));

    /// <summary>"How good is Tom at", "best at".</summary>
    public bool Judges() => spans.Any(span => span.Kind == LexiconKind.Rank && span.Value.Split(' ')[0] is "best" or "worst") || Speaks("good", "bad", "well", "strong", "weak", "great");

    public bool Sizes(bool plural) => spans.Any(span => span.Kind == LexiconKind.Deals
        && (sentence[span.First - 1] is "biggest" or "largest" or "smallest")
        && (sentence[span.End - 1] is "deals" or "opportunities" or "opps") == plural);

    public bool Ages() => spans.Any(span => span.Kind == LexiconKind.Rank && RankingReader.IsOfDays(sentence, span));

    public bool Lingers() => Enumerable.Range(0, sentence.Count).Any(at => sentence.Stem(at) is "sit" or "stay" or "spend" or "sitting" or "staying" or "spending" or "stayed" or "lingering" or "waiting" or "wait" or "linger" or "remain" or "keep" or "hold" or "hang" or "stick" or "rest" or "dwell");

    /// <summary>"Brought in", "made": won, unless what is new is spoken of.</summary>
    public bool WinsOutright { get; } = spans.Any(span => span is { Kind: LexiconKind.State, Value: "won" } && (sentence.Stem(span.First) is not ("brought" or "bring" or "made" or "make" or "land" or "landed" or "earn" or "earned") || sentence[span.End - 1] == "home"))
        || spans.Any(span => span.Kind == LexiconKind.Measure && span.Value.StartsWith("bookings.", StringComparison.Ordinal) && sentence.Stem(span.First) is not ("brought" or "bring"));

    /// <summary>"our largest loss", "the biggest wins": the deals are called by what became of them.</summary>
    public static bool IsOneOutcome(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan span) =>
        span.Kind == LexiconKind.State && sentence[span.First] is "loss" or "losses" or "win" or "wins"
        && spans.Any(rank => rank.Kind == LexiconKind.Rank && (rank.End == span.First || CalendarWords.Number(sentence[span.First - 1]) is not null));

    /// <summary>"End up winning", "won in the end".</summary>
    public bool TellsTheEnd => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "eventually" or "ultimately" || (sentence[at] is "end" or "ends" or "ended" && sentence[at + 1] == "up") || (sentence[at] == "the" && sentence[at + 1] == "end"));

    /// <summary>"EMEA vs quota", but not "quota last quarter vs the one before".</summary>
    public bool IsHeldAgainst(string family) => spans.Any(versus => versus is { Kind: LexiconKind.Versus, Value: "vs" }
        && spans.Any(measure => measure.Kind == LexiconKind.Measure && measure.First >= versus.End && measure.Value.StartsWith(family, StringComparison.Ordinal)));

    /// <summary>"Who beats us": nobody of ours.</summary>
    public static bool IsBeatenBy(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "us" && (sentence[at - 1] == "from" && Enumerable.Range(Math.Max(0, at - 6), Math.Min(6, at)).Any(verb => sentence[verb] is "takes" or "take" or "took" or "taking" or "steals" or "stole" or "wins" or "nicks" or "poaches")) || sentence[at] == "us" && sentence[sentence[at - 1] is "against" or "from" ? at - 2 : at - 1] is "win" or "wins" or "winning" or "won" or "steal" or "steals" or "stole" or "taking" or "takes" or "took" or "take" or "beat" or "beats" or "beating" or "beaten" or "defeated");

    /// <summary>True where the word itself is the verb, so that it says nothing when no target follows it.</summary>
    public static bool IsAttaining(Sentence sentence, int at) => sentence[at] is "hit" or "hits" or "hitting" or "miss" or "missed" or "misses" or "missing" or "make" or "makes" or "made" or "making" or "reach" or "reached" or "reaching" or "meet" or "met" or "meeting"
        or "beat" or "beats" or "beating" or "beaten" or "exceed" or "exceeded" or "exceeds" or "crush" or "crushed" or "crushing" or "achieve" or "achieved" or "achieving" or "attain" or "attained" or "smash" or "smashed" or "fulfil" or "fulfilled" or "deliver" or "delivered";

    /// <summary>"… their number", "… quota", "the target that was …ed".</summary>
    public static bool AimsAtTarget(Sentence sentence, int at) => Enumerable.Range(at + 1, Reach).Any(behind => IsTarget(sentence, behind))
        || ((sentence[at].EndsWith('d') || sentence[at] is "hit" or "met" or "made") && Enumerable.Range(Math.Max(at - Reach, 0), Math.Min(at, Reach)).Any(before => IsTarget(sentence, before)));

    private static bool IsTarget(Sentence sentence, int at) => sentence.Stem(at) is "quota" or "target" or "goal" or "plan" or "budget" or "attainment"
        || (sentence.Stem(at) == "number" && sentence[at - 1] is "our" or "my" or "their" or "his" or "her" or "its" or "the" or "your" or "quarterly" or "annual" && sentence[at + 1] != "of") || (sentence[at] == "number" && NamedPeriodReader.QuarterOf(sentence[at - 1]) is not null && sentence[at + 1] != "of");

    private static bool IsBringing(Sentence sentence, int at) => sentence.Stem(at) is "bring" or "brought" or "bringing" or "contribute" or "contributed" or "deliver" or "delivered" or "produce" or "produced"
        || (sentence[at] is "give" or "gives" or "gave" or "given" or "get" or "gets" or "got" && sentence[at + 1] == "us" && !(sentence[at] is "give" or "get" && (at == 0 || sentence[at - 1] is "you" or "please" or "pls" or "just" or "kindly" or "to" or "and" or "then" or "so" or "ok" or "hey" or "hi" or "now")));

    private bool Speaks(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            for (var at = 0; at < sentence.Count; at++)
            {
                if (sentence[at] == word)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
