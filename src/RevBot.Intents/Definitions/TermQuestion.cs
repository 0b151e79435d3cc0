using System.Buffers;
using System.Text.RegularExpressions;

namespace RevBot.Intents.Definitions;

/// <summary>A sentence that asks what a word means, how it is computed or who answers for it, cut down to the word.</summary>
/// <param name="Words">What stands where the term should: "SQL", "sales velocity calculated again".</param>
/// <param name="IsFirm">It can only ask for a meaning, whatever the word is.</param>
/// <param name="NamesOnlyTerm">Counts only when the words are a term to the letter: "what's a SAL", "who owns win rate".</param>
/// <param name="AsksForOwner">Whoever answers for it is asked for.</param>
internal sealed partial record TermQuestion(string Words, bool IsFirm, bool NamesOnlyTerm, bool AsksForOwner = false)
{
    private const string We = "(?:we|you lot|you guys|you all|y'all|you people|you folks|you|they|people|everyone|everybody|folks|one|i|us|sales|marketing|finance|revops|brightwater|the (?:company|team|bot|business)|our (?:company|team|business))(?: (?:around |round |in )?here)?";

    private const string Start = @"(?<!\w)";

    /// <summary>"What's a SAL", "what exactly is win rate": of a number nobody asks like this.</summary>
    public bool HasArticle { get; private init; }

    /// <summary>"I keep hearing SAL, what is that": the words end with the term.</summary>
    public bool IsAtEnd { get; private init; }

    /// <summary>What no question for a meaning does without; most sentences are spared the search for one.</summary>
    private static readonly SearchValues<string> Cues = SearchValues.Create(
        ["wh", "wat", "how", "own", "mean", "understood", "intended", "defin", "formula", "expla", "descri", "calcul", "interpret", "method", "math", "logic", "arithmetic", "reason", "criteria", " def", "def ", "=", "stands", "wtf", "wth", "wot", "differ", "disti", "clarif", "remind", "tell me"],
        StringComparison.Ordinal);

    /// <summary>False for a sentence that asks for no meaning, whatever else it says.</summary>
    /// <param name="normalized">As <see cref="Conversation.Understanding.Utterance.Normalized"/>.</param>
    public static bool MayBe(string normalized) => normalized.AsSpan().ContainsAny(Cues);

    /// <summary>The kinds of question in the order they are tried.</summary>
    /// <param name="normalized">As <see cref="Conversation.Understanding.Utterance.Normalized"/>, without the words of a period.</param>
    public static TermQuestion? Of(string normalized)
    {
        var text = Slang().Replace(Stress().Replace(normalized, " "), "what").Trim();
        // "Sales cycle, who owns that definition".
        if (OwnerBehind().Match(normalized) is { Success: true } behind)
        {
            return new TermQuestion(behind.Groups["term"].Value, false, true, true);
        }

        if (Owner().Match(Appended().Replace(text, string.Empty)) is { Success: true } owner)
        {
            return new TermQuestion(owner.Groups["term"].Value, false, true, true);
        }

        if (Called().Match(text) is { Success: true } called)
        {
            return new TermQuestion(called.Groups["term"].Value, false, true) { HasArticle = true };
        }

        // "Velocity, can you explain what that is": the word was said before.
        if (Firm().Match(text) is { Success: true } firm && !Pointing().IsMatch(firm.Groups["term"].Value))
        {
            // In the middle of a sentence the words must be a term, or something else is told.
            return new TermQuestion(firm.Groups["term"].Value, Opening().IsMatch(text[..firm.Index]), false);
        }

        if (Fits().Match(text) is { Success: true } fits && !(Counted().IsMatch(fits.Groups["term"].Value) && Source().IsMatch(text)))
        {
            return new TermQuestion(fits.Groups["term"].Value + fits.Groups["last"].Value, false, false) { IsAtEnd = fits.Groups["last"].Success };
        }

        if (Labelled().Match(text) is { Success: true } labelled)
        {
            return new TermQuestion(labelled.Groups["term"].Value, false, true) { HasArticle = true };
        }

        return Bare().Match(text) is { Success: true } bare
            ? new TermQuestion(bare.Groups["term"].Value, false, true) { HasArticle = bare.Groups["article"].Success || Outright().IsMatch(normalized) } : null;
    }

    /// <summary>"And SQL?", "what about a raw lead": another word, behind one that was explained.</summary>
    public static string? Another(string normalized) => Next().Match(normalized) is { Success: true } next ? next.Groups["term"].Value : null;

    /// <summary>"The difference between MQL and SQL": both words.</summary>
    public static (string One, string Other)? Difference(string normalized) =>
        Between().Match(normalized) is { Success: true } both ? (both.Groups["one"].Value, both.Groups["other"].Value) : null;

    /// <summary>The words without what says where or for whom: "here", "again", "to me".</summary>
    public static string WithoutTail(string words)
    {
        for (var shorter = Tail().Replace(words, string.Empty); shorter != words; shorter = Tail().Replace(words, string.Empty))
        {
            words = shorter;
        }

        return words.Trim('"', '\'', ' ');
    }

    [GeneratedRegex(@"^(?:(?:and|n|ok|okay|so|then|now|or|but|also|what|how) )*(?:(?:about|for|of|with|same for) )*(?:a |an |the |our |term |word )*(?<term>[^ ]+(?: [^ ]+){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    /// <summary>"What's the formula?" behind a question for a meaning asks nothing more.</summary>
    public static bool OnlyAdds(string normalized) => Addition().IsMatch(normalized);

    [GeneratedRegex(@"^(?:and |so |or )*(?:who (?:owns|defined|defines) (?:it|that|this)|what(?:'s| is|s) (?:the|its|your) (?:exact )?(?:formula|definition|calculation|meaning|maths?|logic)|how (?:is|was|do (?:we|you)) (?:it|that|this|they) ?(?:calculated|computed|defined|measured|worked out|define|calculate|compute|measure)?(?: it| that)?|what does (?:it|that|this) (?:actually |really )?mean)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Addition();

    [GeneratedRegex(@"^(?:that|it|this|those|these|they|them)(?: (?:is|are|means?|stands? for|actually|really|exactly|please|pls|again|to me|for me|for us))*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    /// <summary>"Win rate definition", "MQL = ??", "SQL meaning?": the word stands before what is asked of it.</summary>
    [GeneratedRegex(@"^(?:so |and |ok |the |our |please |pls )*(?<term>[^=?]+?)(?:'s)?(?: (?:def|defs|defin\w*|meaning|formula|explained|explanation|calculation|methodology|means|stands for)(?: please| pls| here)*\W*|\s*(?:=|[=:-]+>?\s*(?:what|what is (?:it|that)))\W*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    /// <summary>"Wtf is an SQL": asked all the same.</summary>
    [GeneratedRegex(@"\b(?:wtf|wth|wot|whut|wut|what the (?:f|fuck|hell|heck))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Slang();

    /// <summary>What is counted, of which "where does it come from" asks for the source.</summary>
    [GeneratedRegex(@"\b(?:leads?|deals?|opportunit(?:y|ies)|opps?|pipeline|business|customers?|clients?|logos?|revenue|money|wins?|losses|bookings?|sales)$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bwhere (?:does|do|did) .+ come from$", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    /// <summary>A second question for the same word: "…, who owns it?".</summary>
    [GeneratedRegex(@"\s*[,;.?!]+\s*(?:and |so )?(?:who owns (?:it|that|this)|what(?:'s| is|s) (?:the|its) (?:formula|definition)|how is (?:it|that) (?:calculated|defined|measured|computed)|what does (?:it|that) mean)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Appended();

    /// <summary>What only stresses the question.</summary>
    [GeneratedRegex(@"\s*\b(?:exactly|exact|actually|really|precisely|precise|even|officially|official|roughly|in short|in (?:plain|simple|simpler|layman's|laymans|layman|everyday|normal|basic|your own|other) (?:english|words|terms|language|speak)|internally|currently|the heck|the hell|on earth|in the world|formally|formal|basically|technically|agreed|own understanding of|for us here)\b\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Stress();

    [GeneratedRegex(@"^(?:(?:so|and|ok|okay|please|pls|kindly|hey|hi|hello|but|also|again|well|sorry|quick question|question|remind me|tell me|just|(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)(?: please)?|i(?:'d| would) (?:like|love) to know|i want to know|i need to know|do you know|does anyone know|i forgot|i forget|not sure|let me know|say|give me|the|our|a|what(?:'s| is| was|s))[,:]? *)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?<!\w)(?:(?:what|wat) (?:(?:do|did|does|should|would|do you think) )?" + We + @" (?:all )?(?:(?:mean|understand|count|take|consider|treat|classify|call|regard)(?:s|ed)?|meant|understood) (?:it )?(?:by|when " + We + @" (?:say|says|said|talk about|speak of|use|report)|with|as being|as|under)"
        + @"|(?:what|wat) (?:do|does|did) " + We + @" (?:call|consider)(?= an? )"
        + @"|(?:what(?:'s| is| was|s)?|by) (?:is )?(?:meant|understood|intended) (?:by|with|under)|(?:what|wat) means?|(?:definition|meaning|formula)\s*[:-]|(?:def|defs|defin\w*|meaning|formula|explanation|description|calculation|interpretation|methodology|math|maths|logic|arithmetic|reasoning|criteria) (?:of|for|behind)|defin(?:e|ing)"
        + @"|how (?:(?:do|did|does|should|would|can|is|was) )?(?:" + We + @" )?(?:to )?(?:defin(?:e|es|ed)|calculates?|computes?|measures?|works? out|determines?|figures? out|gets? to|arrives? at|understands?|derives?|reckons?|comes? up with|tall(?:y|ies) up|quantif(?:y|ies))"
        + @"|what (?:all )?(?:counts|counted|qualifies|qualified|passes|goes|went|falls|is included|is counted|gets counted|gets included) (?:as|towards|into|in|under|for)|what(?:'s| is) (?:included|counted|part|covered|measured) (?:in|as|of|by)|which (?:\w+ )?(?:deals|leads|opps|opportunities) (?:count|qualify) as|what makes up|who (?:defines|defined)"
        + @"|when (?:is|does|do|are|did) (?:something |someone |we )?(?:a |an |the )?(?:\w+ ){0,2}(?:considered|called|counted as|become|count as|turn into|qualify as|call (?:it|something|them))(?: to be)?|what makes (?:a |an |the )?\w+(?: \w+)?(?= an? )|what (?:does|would|did) it (?:take|mean) (?:for .{1,30} )?to (?:be|become|call (?:it|something))(?: called| counted as)?|what (?:are|were) " + We + @" (?:counting|calling|treating|considering|taking)(?: as)?"
        + @"|explain(?!(?: to me| me| to us| again)? (?:what|how) " + We + @" )(?: to me| me| to us| again)?(?: what| how)?)"
        + @" (?:the |a |an |our |your |their |term |word |metric |measure |number |is |are |by |acronym |abbreviation |(?:meaning|definition|formula|concept|idea|notion|calculation) (?:of |for |behind )|when (?:a |an )?(?:deal|opportunity|opp|lead) (?:is|becomes|gets|counts as) (?:called |considered )?|[""'])*(?<term>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Firm();

    [GeneratedRegex(
        Start + @"(?:what|wat)(?: (?:does|did|do|is|was)|'s|s)(?: it)? (?:the |a |an |our |your |term |word |acronym |abbreviation |[""'])*(?<term>.+?)[""']? (?:mean|means|meant|stand for|stands for|entail|include|refer to|represent|cover|tell (?:me|us|you))(?: .*)?$"
        + "|" + Start + @"what (?:the |a |an |our |your |term |word |acronym |[""'])*(?<term>.+?)[""']? (?:means?|meant|stands? for|refers? to|entails?)(?: .*)?$"
        + "|" + Start + @"(?:how|in (?:what|which) way) (?:is|was|are|were|do you get|does|'s|does it)(?: it)? (?:the |a |an |our |your )*(?<term>.+?) (?:being |get |gets )?(?:calculated|computed|defined|measured|worked out|determined|derived|counted|work|arrived at|figured out|put together)(?: .*)?$"
        + "|" + Start + @"how (?:the |a |an |our |your )*(?<term>.+?) (?:is|are|was|were|gets|get)(?: being)? (?:calculated|computed|defined|measured|worked out|determined|derived|counted|arrived at|figured out|put together)(?: .*)?$"
        + "|" + Start + @"how(?:'s|s) (?:the |our |your )*(?<term>.+?) (?:calculated|computed|defined|measured|worked out|determined|derived|counted|figured out)(?: .*)?$"
        + "|" + Start + @"when (?:is|are|was|were) (?:a |an |something )(?:deals? |opportunit(?:y|ies) |opps? |leads? |customers? )?(?:really |truly |considered |called |said to be |seen as |treated as |counted as )*[""']?(?<term>\w+(?: won| lost)?)[""']?\W*(?: (?:definition|for us|here|in our).*)?$"
        + "|" + Start + @"when (?:do|does|did|would|can) " + We + @" (?:call|consider|say|count|treat|regard|see|mark|declare) (?:that )?(?:a |an |the )?(?:deals?|opportunit(?:y|ies)|opps?|leads?|something|it)(?: is| are| was)?(?: as| to be)? [""']?(?<term>\w+(?: won| lost)?)[""']?\W*$"
        + "|" + Start + @"how (?:the |our |your )*(?<term>.+?) works?(?: here)?$"
        + "|" + Start + @"where (?:does|do|did) (?:the |our |your )?(?<term>.+?)(?: numbers?| figures?)? come from$"
        + "|" + Start + @"what(?:'s| is|s) behind (?:the |our |your )?(?<term>.+?)(?: numbers?| figures?)?$"
        + @"|^(?:the |our )?(?<last>.+?)\s*[,:;.-]+\s*(?:and |but |so )*(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) )?(?:please |pls )?(?:(?:explain|define|tell me|remind me|clarify)(?: to me| to us| me| us)? )?(?:what(?:'s| is|s)|what does|what do|what|how is|how's) (?:that|it|this|those|they)(?: (?:means?|stands? for|is|are|calculated|defined|computed|measured))?(?: (?!for (?!us|me)|by |of |in (?!here|our|the company|practice|english)).*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fits();

    /// <summary>"who owns win rate", "which team is responsible for the definition of SQL", "whose metric is coverage".</summary>
    [GeneratedRegex(
        @"(?<!\w)(?:(?:who|(?:which|what) (?:team|person|department|function|group|colleague|exec|role))(?:'s| is|s)? (?:it that )?(?:own(?:s|ed)?|(?:the )?(?:responsible|accountable|in charge|answerable|on the hook)(?: for| of)|answers? for|maintains?|decides?(?: on)?|came up with|signs? off(?: on)?|looks? after|governs?|has the (?:final )?say on|the owner of|the owner for|takes? care of)"
        + @"|(?:the )?(?:owner|ownership) of|whose (?:metric|number|measure|kpi|definition|call|job|responsibility|baby)(?: is)?|who (?:do|should|can|would) (?:i|we) (?:ask|talk to|contact|speak to|go to|ping)(?: about| for| if| regarding)?(?= the (?:definition|meaning)| .* definition$))"
        + @" (?:(?:the|our|a|an|metric|number|measure|kpi|term|word|what|(?:definition|meaning|formula|calculation|wording)(?: of| for|)|counts as|of|it to define|defining|how we (?:define|measure|calculate|compute)) |[""'])*(?<term>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Owner();

    /// <summary>"Win rate - who is responsible for it?", "SQL, whose definition is that".</summary>
    [GeneratedRegex(@"^(?:the |our |so |and |ok )*(?!who|what|how|which|where|when|is |are |do |does |did )(?<term>[^,:;.?!]{2,40}?)\s*[,:;.?!\u2013-]+\s*(?:and |so |but )*(?:(?:who|(?:which|what) (?:team|person|department|function))(?:'s| is|s)? (?:it that )?(?:owns?|owned|defines?|defined|maintains?|decides?(?: on)?|came up with|looks after|answers for|governs|(?:the )?(?:owner|responsible|accountable|in charge)(?: of| for)?|(?:do|should|can) (?:i|we) (?:ask|talk to|ping)(?: about| for)?)|whose(?= (?:definition|metric|number|measure|term|call|baby|job)))(?: (?:it|that|this|them|the|its))*(?: (?:definition|metric|number|measure|term|word|one|call|baby|job|is|it|that|this|here))*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnerBehind();

    /// <summary>"What do we call time in stage".</summary>
    [GeneratedRegex(@"^(?:(?:so|and|ok|please|remind me|tell me)[, ]+)*(?:what|wat) (?:do|does|did|would|should) " + We + @" (?:even |actually )?(?:call|consider|label|name)(?: as| to be)? [""']?(?<term>.+?)[""']?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    /// <summary>A measure's name alone, and a question for its meaning behind it: the name is what is asked of.</summary>
    public static bool Repeats(string piece, string next) => !piece.EndsWith('?') && piece.Length < 40 && Of(next) is { Words: { Length: > 2 } words } && words.Contains(piece.Trim(' ', '.', '!', ',', ';'), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Hygiene score. Who maintains it?".</summary>
    public static bool AsksOf(string piece, string next) => !piece.EndsWith('?') && piece.Length < 40 && OwnerBehind().IsMatch($"{piece.Trim(' ', '.', '!', ',', ';')}, {next}");

    [GeneratedRegex(Start + @"(?:what|wat)(?:'s| is| are|s| was| were)? (?:(?<article>an? )|this )?(?:thing called |term )?[""']?(?<term>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\bwhat (?:exactly|even|the heck|the hell|on earth|actually) (?:is|are)\b(?! (?:my|our|your|their)\b)|\bwhat(?:'s|s| is| are) (?!(?:my|our|your|their|the)\b)[^,]{2,40} exactly\W*$|\b(?:in (?:plain|simple|simpler|layman's|laymans|layman|everyday|normal|basic|other) (?:english|words|terms|language|speak)|(?:i'?m|i am|we'?re|as (?:a|someone)) (?:quite |rather |pretty |brand |still |fairly |a )*(?:new|newbie|noob|newcomer|beginner)|(?:only |have |i'?ve )*just (?:started|joined)|first (?:day|week)|(?:dumb|stupid|silly|basic|newbie|noob|beginner|rookie|daft) question|never heard of|no (?:idea|clue)|for dummies|like i'?m (?:five|5|new))\b|\bwhat (?:is|are) (?:even )?(?:this|that) thing called\b", RegexOptions.CultureInvariant)]
    private static partial Regex Outright();

    [GeneratedRegex(@"\b(?:difference|distinction|differs?|differen(?:t|tiates?)|distinguish(?:es)?)(?: is)? (?:between|from|of) (?:a |an |the )?(?<one>.+?) (?:and|vs|versus|from|to) (?:a |an |the )?(?<other>.+)$|\bhow (?:is|does|do|are) (?:a |an |the )?(?<one>.+?) (?:different|differ) (?:from|to|than) (?:a |an |the )?(?<other>.+)$|^what (?:separates|distinguishes|sets) (?:a |an |the )?(?<one>.+?)(?: apart)? from (?:a |an |the )?(?<other>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:,.*| again| (?:around |round |in )?here| (?:please|pls|plz|thanks|thx)| to me| for me| for us| with us| (?:like|as if) i'?m .*| (?:at|in|for|within|inside|across) (?:our|the|this|my|your) (?:company|team|org|organi[sz]ation|business|firm|house|shop|place|glossary|reports?|dashboards?|crm|system)| (?:at|in) brightwater| these days| at the moment| right now| now| today| back in the day| mean| means| numbers?| figures?| metric| definitions?| stuff| thing| term| word| concept| calculation| formula| back| again and again| then| at all| calculated| computed| defined| measured| in| of| during| as of| on| at| before| until| to| by| work| is| are|[""'?])$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
