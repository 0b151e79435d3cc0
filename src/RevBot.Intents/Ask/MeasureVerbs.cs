using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>What is measured by a verb and its object rather than by a name: "made their number", "brought us pipeline", "how fast does money flow", "beats us most often".</summary>
internal sealed class MeasureVerbs(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
{
    /// <summary>How many words may stand between a verb and what it is done to: "hit any of their quarterly".</summary>
    private const int Reach = 5;

    /// <summary>A quota was met or missed, whatever it is called: "who hit the highest attainment", "did EMEA make its number".</summary>
    public bool AttainsTarget { get; } = Enumerable.Range(0, sentence.Count).Any(at => IsAttaining(sentence, at) && AimsAtTarget(sentence, at));

    /// <summary>"By how much did we miss plan".</summary>
    public bool MissesTarget => AttainsTarget && Speaks("miss", "missed", "misses", "missing");

    /// <summary>Something is still to be done for it: "what do I still need to make my number".</summary>
    public bool StillNeeds => Speaks("need", "needs", "needed", "left", "still", "missing", "remaining", "remains", "more") && !Speaks("pipeline", "coverage", "pipe", "leads");

    /// <summary>"What did partners bring us", "which source gave us the most": pipeline where that is spoken of, else money.</summary>
    public bool BringsIn => Enumerable.Range(0, sentence.Count).Any(at => IsBringing(sentence, at));

    /// <summary>"How much did Hooli spend with us", "what did we get from renewals".</summary>
    public bool EarnsFrom => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "spend" or "spends" or "spent" or "pay" or "pays" or "paid" or "get" or "got" or "earn" or "earned" or "bank" or "banked");

    /// <summary>"How fast does money flow", "how quickly does our pipeline turn into cash".</summary>
    public bool MoneyFlows => Speaks("money", "revenue", "cash", "dollars") && Speaks("fast", "quickly", "quick", "speed", "pace", "rapidly", "slowly", "slow")
        && Speaks("flow", "flows", "flowing", "move", "moves", "moving", "turn", "turns", "turning", "come", "comes", "coming", "make", "making", "earn", "earning", "generate", "generating", "of", "produce", "convert")
        && !spans.Any(span => span.Kind == LexiconKind.Deals);

    /// <summary>How often a competitor beat us, not for how much.</summary>
    public bool CountsDefeats => Speaks("beat", "beats", "beaten", "beating", "defeated", "often");

    /// <summary>"Who beats us": nobody of ours.</summary>
    public static bool IsBeatenBy(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "us" && sentence[at - 1] is "beat" or "beats" or "beating" or "beaten" or "defeated");

    /// <summary>True where the word itself is the verb, so that it says nothing when no target follows it.</summary>
    public static bool IsAttaining(Sentence sentence, int at) => sentence[at] is "hit" or "hits" or "hitting" or "miss" or "missed" or "misses" or "missing" or "make" or "makes" or "made" or "making" or "reach" or "reached" or "reaching" or "meet" or "met" or "meeting"
        or "beat" or "beats" or "beating" or "beaten" or "exceed" or "exceeded" or "exceeds" or "crush" or "crushed" or "crushing" or "achieve" or "achieved" or "achieving" or "attain" or "attained" or "smash" or "smashed" or "fulfil" or "fulfilled" or "deliver" or "delivered";

    /// <summary>"… their number", "… quota", "the target that was …ed".</summary>
    public static bool AimsAtTarget(Sentence sentence, int at) => Enumerable.Range(at + 1, Reach).Any(behind => IsTarget(sentence, behind))
        || (sentence[at].EndsWith('d') && Enumerable.Range(Math.Max(at - Reach, 0), Math.Min(at, Reach)).Any(before => IsTarget(sentence, before)));

    private static bool IsTarget(Sentence sentence, int at) => sentence.Stem(at) is "quota" or "target" or "goal" or "plan" or "budget" or "attainment"
        || (sentence.Stem(at) == "number" && sentence[at - 1] is "our" or "my" or "their" or "his" or "her" or "its" or "the" or "your" && sentence[at + 1] != "of");

    private static bool IsBringing(Sentence sentence, int at) => sentence.Stem(at) is "bring" or "brought" or "bringing" or "contribute" or "contributed" or "deliver" or "delivered" or "produce" or "produced"
        || (sentence[at] is "give" or "gives" or "gave" or "given" or "get" or "gets" or "got" && sentence[at + 1] == "us");

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
