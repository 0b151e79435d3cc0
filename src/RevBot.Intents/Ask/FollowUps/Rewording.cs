using System.Text.RegularExpressions;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Puts what somebody tells to do with an answer into the words questions are asked in: "set that against last quarter" is "vs last quarter", "limit it to EMEA" is "only EMEA", "weight it" is "weighted". The verb and the word that points at the answer say nothing else; all that stands behind them stays.</summary>
internal static partial class Rewording
{
    /// <summary>No longer sentence only does something with an answer.</summary>
    private const int Longest = 120;

    internal const string Lead = @"^\W*(?:(?:ok|okay|right|cool|great|nice|alright|hmm?|and|now|so|but|then|please|pls|plz|kindly|just|also|maybe|perhaps|actually|can|could|would|will|you|we|i|i'd|id|i'll|let's|lets|let|me|us|to|want|like|need|go ahead and)(?:[ ,]+))*";

    internal const string Pronoun = @"(?:it|that|this|them|those|these|'em|em)";

    internal const string It = @"(?:(?:" + Pronoun + @"|everything|things|all (?:of )?" + Pronoun + @"|(?:the|this|that|these|those|my|our) (?:numbers?|figures?|results?|answers?|list|table|report|view|chart|rows?|whole thing|lot|data|period|dates?|date range|timeframe|time frame|time period|range|window|split|breakdown|grouping|measure|metric|filter|scope|comparison))(?: (?:up|all|down|again|over|back|out))*)";

    private const string Against = @"(?:up against|against|next to|beside|besides|alongside of|alongside|opposite|side by side with|versus|vs\.?|compared (?:to|with|against)|relative to|in comparison (?:to|with))";

    private const string Sort = "(?:re-?sort|re-?order|sort|sorted|order|ordered|rank|ranked|arrange|arranged|list|listed|put|start|starting|begin|beginning)";

    private const string High = "(?:high(?:est)?|big(?:gest)?|large(?:st)?|most|top|great(?:est)?|(?<low>low(?:est)?|small(?:est)?|least|few(?:est)?|bottom)|(?<best>best|strongest)|(?<worst>worst|weakest|poorest))";

    private const string End = "(?: ones?| values?| numbers?| figures?)?(?: (?:first|on top|at the top|down|downwards?|up|upwards?))*";

    private const string Things = "(?:number|count|quantity)s?(?: of (?:deals|opps|opportunities))?|(?:deal|opp|opportunity) (?:count|number)s?|deals|opps|opportunities|units|volumes?";

    private const string Money = "values?|amounts?|money|dollars?|sums?|worth|cash|revenue";

    internal const string Tail = @"(?:[ ,]+(?:please|pls|plz|then|now|instead|thanks|thx|for me|too|again|only|kindly|at all|rather))*\W*$";

    /// <param name="isList">True where deals were listed.</param>
    /// <param name="hasTeam">True where whoever asks is in a team: "the whole team" is theirs.</param>
    /// <returns>The text as it was where it says something else.</returns>
    public static string Of(string text, Question last, bool isList, bool hasTeam)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        if (Exchanged().IsMatch(text))
        {
            return Put(Swapped(), text, "by ") ?? text;
        }

        text = RowWording.Bare(ThisTime().Replace(Wish().Replace(text, string.Empty), string.Empty), last, isList);
        var order = last.Ranking;
        return RowWording.Of(text, last, isList, hasTeam) ?? MeasureWording.Of(text, last) ?? Kept(last, isList, hasTeam, text) ?? Replaced(last, text) ?? ScopeWording.Of(text, last)
            ?? (Turned().IsMatch(text) ? order is { Highest: false } ? "highest first" : "lowest first" : null)
            ?? (EndsLast().Match(text) is { Success: true } behind ? $"{(behind.Groups["low"].Success ? "highest" : behind.Groups["best"].Success ? "worst" : behind.Groups["worst"].Success ? "best" : "lowest")} first" : null)
            ?? (Weight().IsMatch(text) ? "weighted" : null)
            ?? Ranked(last, isList, text)
            ?? (Ends().Match(text) is { Success: true } ends ? $"{(ends.Groups["low"].Success ? "lowest" : ends.Groups["best"].Success ? "best" : ends.Groups["worst"].Success ? "worst" : "highest")} first" : null)
            ?? (!isList && First().IsMatch(text) ? "top 1" : null)
            ?? (Number().Match(text) is { Success: true } number ? $"{(order is { Highest: false } ? "bottom" : "top")} {number.Groups["n"].Value}" : null)
            ?? (Drags().Match(text) is { Success: true } drags ? $"{(drags.Groups["who"].Value is "what" ? "who" : drags.Groups["who"].Value)} is {(drags.Groups["down"].Success ? "worst" : "best")}" : null)
            ?? (MeasureIds.CountOf(last.Measure) is not null && Comes().IsMatch(text) ? "how much is that" : null)
            ?? (last.Measure.StartsWith("losses.", StringComparison.Ordinal) && AtStage().IsMatch(text) ? "by stage" : null)
            ?? (Leads().Match(text) is { Success: true } leads ? leads.Groups["behind"].Success ? $"{Asker(leads)} is worst" : $"{Asker(leads)} is at the {(leads.Groups["last"].Success ? "bottom" : "top")}" : null)
            ?? (Counted().Match(text) is { Success: true } counted ? (counted.Groups["value"].Success ? "value instead" : "count instead") + counted.Groups["when"].Value : null)
            ?? Put(Rather(), text, "by ") ?? Put(Swapped(), text, "by ") ?? (last.Filters.Any(filter => filter is not DealFilter.In) ? Put(Moved(), text, "make it ") : null) ?? Put(SetAgainst(), text, "vs ") ?? Put(Compared(), text, "vs ") ?? (last.CompareWith is null ? null : Put(Another(), text, "vs ")) ?? Put(Unbroken(), text, "this ") ?? Put(Than(), text, "vs ") ?? Put(Beside(), text, "vs ")
            ?? (Before().IsMatch(text) ? text.StartsWith('v') || text.StartsWith('V') ? "vs the one before" : "and the one before?" : null)
            ?? Put(NotAlone(), text, "clear ") ?? Put(LeftOut(), text, "drop ") ?? Put(Limited(), text, "only ") ?? Put(Part(), text, "only ") ?? Running(Put(Changed(), text, "", " instead")) ?? Running(Put(Again(), text, "same for ")) ?? Put(Crossed(), text, "add ") ?? Put(Split(), text, "by ") ?? (OverTime().IsMatch(text) ? "by month" : null) ?? Put(Now(), text, "and ") ?? text;
    }

    /// <summary>What is said of the answer as it stands: less of it, all of it, the deals of it.</summary>
    private static string? Kept(Question last, bool isList, bool hasTeam, string text) =>
        Whole().IsMatch(text) && last.Ranking is { Count: not null } ? "drop the limit"
        : Uncompared().IsMatch(text) && (last.CompareWith is not null || text.Contains("compar", StringComparison.OrdinalIgnoreCase)) ? "drop the comparison"
        : Unsplit().IsMatch(text) && !last.Breakdown.IsEmpty ? "in total"
        : Unsplit().IsMatch(text) && isList ? "how much is that"
        : Everyone().Match(text) is { Success: true } everyone ? hasTeam && everyone.Groups["team"].Success ? "my team instead" : "companywide"
        : Unfiltered().Match(text) is { Success: true } all && (!last.Filters.IsEmpty || all.Groups["open"].Success) && (!all.Groups["open"].Success || last.Measure.StartsWith("pipeline.", StringComparison.Ordinal)) ? "clear filters"
        : Unweighted().IsMatch(text) && last.Measure == MeasureIds.Weighted ? "and open pipeline"
        : Deals().IsMatch(text) ? "show those"
        : isList && Newest().Match(text) is { Success: true } newest ? $"only the newest {(newest.Groups["n"].Success ? newest.Groups["n"].Value + " deals" : "deal")}"
        : isList ? Put(Any(), text, "only deals ") : null;

    /// <summary>"Sorry, not SMB, Mid-Market": the one in the place of the other.</summary>
    private static string? Replaced(Question last, string text) =>
        NotBut().Match(text) is { Success: true } match && last.Filters.OfType<DealFilter.In>().Any(filter => !filter.Negated && filter.Values.Any(value => value.Label.Equals(match.Groups["not"].Value, StringComparison.OrdinalIgnoreCase)))
            ? $"{match.Groups["rest"].Value} instead" : null;

    /// <summary>"Sort them by number of deals", "order by win rate": by another number than the one that was told.</summary>
    private static string? Ranked(Question last, bool isList, string text)
    {
        if (isList || last.Breakdown.IsEmpty || RankedBy().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (rest, isCount) = (match.Groups["rest"].Value.Trim(), MeasureIds.CountOf(last.Measure) == last.Measure);
        return Counts().IsMatch(rest) ? isCount ? null : "rank by number of deals instead"
            : Amounts().IsMatch(rest) ? isCount ? "rank by value instead" : null
            : Sizes().IsMatch(rest) ? null : $"rank by {rest} instead";
    }

    /// <summary>"Which" asks for a row, whatever the rows are; "who" for somebody.</summary>
    private static string Asker(Match leads) => leads.Groups["who"].Value.StartsWith("who", StringComparison.OrdinalIgnoreCase) ? "who" : "which one";

    /// <summary>"The whole year", "the quarter": the one that runs.</summary>
    private static string? Running(string? text) => text is null ? null : Unit().Replace(text, "this ${unit}", 1);

    private static string? Put(Regex pattern, string text, string before, string behind = "") =>
        pattern.Match(text) is { Success: true } match ? $"{before}{match.Groups["rest"].Value.Trim(' ', ',', '?', '.', '!')}{behind}" : null;

    [GeneratedRegex(Lead + @"(?:(?:sorry|no|nope|oops|i meant|i mean)[ ,]+)*not (?:the )?(?<not>[\w&' -]+?) ?(?:,|but|;|\u2013|\u2014| - )(?: but| rather)? ?(?:the )?(?<rest>[\w&' -]+?)(?: instead)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotBut();

    /// <summary>"Set that against last quarter", "put it next to Q2", "compare it with last year".</summary>
    [GeneratedRegex(Lead + @"(?:(?:set|put|hold|stack|match|benchmark|measure|weigh|check|pit|lay|place|contrast|line|judge|see|show|view|compare|plot|have|get|give me|pair|hold up|stack up|set up|pit)(?: me| us)?(?: up)? (?:" + It + @" )?" + Against + @"|(?:compare|contrast|match|benchmark|pair|line|stack|measure)(?: up)? (?:" + It + @" )?(?:to|with)) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SetAgainst();

    /// <summary>"How does that compare with Q1", "how is it against last year", "relative to last year".</summary>
    [GeneratedRegex(Lead + @"(?:(?:how|what) (?:does|do|did|is|are|was|were|would) (?:it|that|this|they|those|these)(?: (?:look|looks|do|doing|fare|stand|sit|hold up|stack up|measure up|compare|be|come out))? " + Against + @"|how (?:does|do|did|would) (?:it|that|this|they|those|these) (?:compare|stack up|measure up|match up|line up) (?:to|with)|as opposed to|in relation to|in comparison (?:to|with)|relative to) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    /// <summary>"Is that better than last quarter", "up or down on last year", "any better than Q2".</summary>
    [GeneratedRegex(Lead + @"(?:(?:is|was|are|were|did|has|have|does|do|how much|by how much|what)(?: (?:is|was|are|were))?(?: " + Pronoun + @"| we| they)?(?: (?:been|go|gone|get|gotten|become|do|done|improve|improved))? )?(?:(?:an?|any|much|the|still|actually|really) )*(?:better|worse|more|less|higher|lower|up|down|bigger|smaller|larger|longer|shorter|faster|slower|stronger|weaker|improvement|improved|increase|decrease|drop|rise|growth|change|decline|difference)(?: or (?:better|worse|more|less|higher|lower|up|down|bigger|smaller|longer|shorter|faster|slower|stronger|weaker))? (?:than|over|on|vs\.?|versus|compared (?:to|with)|against|from|to) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Than();

    /// <summary>"And to October last year?" behind what was compared.</summary>
    [GeneratedRegex(@"^\W*(?:(?:and|or|now|then|ok|okay|how about|what about) )*(?:to|against|than) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    /// <summary>"What about the year as a whole", "for the full quarter".</summary>
    [GeneratedRegex(Lead + @"(?:(?:what|how) about )?(?:(?:for|over|across|in) )?the (?:(?:whole|full|entire) (?<rest>year|quarter|month|week)|(?<rest>year|quarter|month|week) (?:as a whole|overall|in full|in its entirety))" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unbroken();

    /// <summary>"Put last year next to it", "with last quarter side by side", "add Q2 for comparison".</summary>
    [GeneratedRegex(Lead + @"(?:(?:add|show|put|include|bring(?: in)?|see|give me|have|set|with|place|lay) )?(?<rest>.+?),? (?:(?:for|as)(?: a| the| my)? (?:comparison|reference|baseline|benchmark|contrast)|side by side|(?:next to|beside|alongside|against) " + Pronoun + @"|alongside|to compare(?: (?:" + Pronoun + @" )?(?:with|to|against)| " + Pronoun + @")?|in comparison)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    /// <summary>"Limit it to EMEA", "zoom in on renewals", "I only care about SMB", "keep only the partners".</summary>
    [GeneratedRegex(Lead + @"(?:(?:limit|restrict|narrow|confine|trim|reduce|shrink|whittle|cut|scope|constrain|filter|focus|zoom|drill|hone|home|concentrate|boil)(?: " + It + @")?(?: down| in| further| back)* (?:to|on|onto|into|in on|for|by(?= \S+ \S))(?: only| just)?|(?:(?:only|just) (?:show|take|use|keep|count|include|consider|want|need|care about|mean|look at|interested in|see|give me|do|have|the)|(?:show|take|use|keep|leave|count|include|consider|want|need|care about|mean|look at|interested in|see|give me|do)(?: me| us)? (?:only|just)|am (?:only|just) interested in|m (?:only|just) interested in))(?: the)? (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limited();

    /// <summary>"Cut out the renewals", "take SMB out", "what if we exclude partners".</summary>
    [GeneratedRegex(Lead + @"(?:(?:(?:and|but|so) )?(?:what )?if (?:we|you|i) )?(?:(?:leave|cut|strip|take|carve|filter|weed|kick|screen|rule|keep|throw|toss|chuck|knock|sort|sift) (?:out|away|off)|hide|suppress|bin|dump|drop|remove|lose|ditch|exclude|omit|skip|subtract|deduct|disregard|discard|sans|get rid of)(?: the| all| any| out)? (?<rest>(?!last\b|comparison\b|split\b|filter|breakdown\b|limit\b|order\b|ranking\b|small|big|large|tiny|little).+?)(?: (?:ones|deals|stuff|part|bit|side))?(?: out(?: of (?:it|that|this|them))?)?(?:,? (?:but )?(?:everyone|everybody|everything|all(?: of (?:it|them))?))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftOut();

    /// <summary>"Switch to last month", "change the period to Q1", "use year to date", "go back to Q1".</summary>
    [GeneratedRegex(Lead + @"(?:(?:switch|change|shift|move|flip|turn|convert|set|go|jump|skip|update|extend|widen|expand|broaden|stretch|roll|swap|turn|adjust|alter)(?: " + It + @")?(?: back| over| out| forward| ahead)*(?: instead)? (?:to|into|towards|on to|onto|for)(?: show| be| cover)?|use|try|make (?:it|that|this|them|the period|the timeframe))(?: the)? (?<rest>(?!it\b|that\b|this\b(?! (?:week|month|quarter|qtr|year|half|yr))).+?)(?: instead)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    /// <summary>"Run it for last year", "do the same for Q3", "can I have it in October", "for Q1, the same thing".</summary>
    [GeneratedRegex(Lead + @"(?:(?:re-?run|re-?do|repeat|again|once more|recalculate|ditto|likewise)(?: " + It + @")?(?: again)? (?:for|in|with|over|during|on|as of|using)|(?:(?:re-?run|re-?do|repeat|run|do|give me|show|get|pull|see|have|need|want|calculate|compute|apply|recalculate|make|check)(?: me| us)? )?(?:" + It + @"|(?:the |that |this )?(?:same|exact same|same again|same thing|same number|same numbers|same question|same report|same view|same calculation|same analysis)(?: (?:thing|but|just|only|again))*)(?: (?:but|just|only|again|also))* (?:for|in|with|over|during|on|to|as of|using))(?: only| just)? (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    /// <summary>"Region wise", "at rep level", "in terms of regions", "who are the reps".</summary>
    [GeneratedRegex(Lead + @"(?:show |give |see |have |do |make )?(?:" + It + @" )?(?:(?:(?:put|set|lay|show|plot|spread|divide|organi[sz]e|bucket) " + It + @" (?:by|per|across|over|into|among)(?: the)? )(?<rest>[\p{L}]+(?: and [\p{L}]+)?)|(?<rest>[\p{L}]+?)[ -]?wise(?: breakdown| split| view| please)?|(?:at|on|to|by) (?:the |a |an )?(?<rest>[\p{L}]+)[ -]level|(?<rest>region|segment|team|rep|owner|source|product|stage|industry|manager)[ -]level|in terms of (?:the )?(?<rest>[\p{L}]+)|(?:and |so )?(?:how|where|does|do|did)(?: (?:does|do|did|is|are|was|were|would|will))? (?:" + Pronoun + @"|they) (?:differ|vary|break down|split|divide|spread|distribute|distributed|compare|look|come out|pan out|change)(?: up| out)? (?:by|per|across|between|from|over|among|amongst)(?: the| our| each| every| different)* (?<rest>[\p{L}]+)(?: to \k<rest>)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Split();

    /// <summary>"Cross it with region", "split further by segment": a second split.</summary>
    [GeneratedRegex(Lead + @"(?:(?:cross|combine|pair|overlay|intersect)(?:-?tab(?:ulate)?)?(?: " + It + @")? (?:with|by|against)|(?:split|break|cut|slice|drill)(?: " + It + @")?(?: down)? (?:further|again|additionally)(?: down)? (?:by|per|on|into)|(?:and )?(?:then|within (?:that|those|each|it)) (?:by|per))(?: the)? (?<rest>[\p{L}]+(?: [\p{L}]+)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Crossed();

    /// <summary>"From high to low", "put the worst first", "arrange from the biggest", "start with the lowest", "sort it", "in descending order".</summary>
    [GeneratedRegex(Lead + "(?:" + Sort + @"(?: " + It + @")?(?:,? (?:in order|from|by|with|in|the|descending|ascending))* " + High + End + "|(?:" + Sort + @" )?(?:" + It + @" )?(?:in order,? )?(?:(?:from|with|by) )?(?:the )?" + High + @"(?: ones?| values?| numbers?| figures?)?(?: (?:first|on top|at the top|up top|upfront))|(?:" + Sort + @" )?(?:" + It + @" )?(?:in order,? )?(?:from )?(?:the )?" + High + @"(?: ones?)?[ ,-]*(?:to|-|down to|up to|through|→|then) *(?:the )?\w+|(?:" + Sort + @" )?(?:" + It + @" )?(?:in )?(?:an? )?(?:desc(?:ending)?|(?<low>asc(?:ending)?))(?: order)?|(?:re-?sort|re-?order|sort|sorted|order|ordered|rank|ranked|arrange|arranged)(?: " + It + @")?(?: by (?:size|amount|value|number|count|result|figure|total))?|(?:put |get |have )?(?:" + It + @" )?in order(?: of (?:size|amount|value))?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(Lead + "(?:" + Sort + @")(?: " + It + @")? (?:by|on|according to|in order of|in terms of)(?: the| their)? (?<rest>(?!high|low|big|small|large|desc|asc|name|date|close|age|newest|oldest).+?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RankedBy();

    /// <summary>"Swap A for B": <see cref="Exchange"/> knows what A was.</summary>
    [GeneratedRegex(Lead + @"(?:swap|replace|exchange|trade|substitute) (?!to\b|back\b|over\b|it to\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exchanged();

    /// <summary>"By value would be better".</summary>
    [GeneratedRegex(@"(?<=\w),? (?:(?:would|might|could|may|'d) (?:be|work) (?:even |much |more )?(?:better|nicer|useful|helpful|interesting|good|great|best|ideal|perfect|nice)|(?:is|works) better|(?:is|are) (?:enough|sufficient|plenty)|suffices?|(?:would|will|'ll) do(?: nicely)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex(@"(?<=\w),? (?:this|the next) time(?: (?:a?round|then))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThisTime();

    /// <summary>"Biggest at the bottom", "smallest last".</summary>
    [GeneratedRegex(Lead + "(?:" + Sort + @" )?(?:" + It + @" )?(?:with )?(?:the )?" + High + @"(?: ones?| values?| numbers?| figures?)? (?:last|at the (?:bottom|end)|to the (?:bottom|end))" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsLast();

    /// <summary>"Who's dragging it down", "which team is propping us up".</summary>
    [GeneratedRegex(Lead + @"(?<who>who|what|which \p{L}+)(?:'s|s|'re| is| are| was| were| has been)? (?:(?<down>(?:dragging|drags|dragged|pulling|pulls|pulled|bringing|brings|brought|holding|holds|held|letting|lets|weighing|weighs|keeping|keeps)(?: (?:it|us|that|this|them|things|everyone|everything|the (?:\p{L}+ )?\p{L}+))*(?: all)? (?:down|back))|(?:propping|props|holding|holds|keeping|keeps|pulling|pulls|lifting|lifts|pushing|pushes)(?: (?:it|us|that|this|them|things|everyone|everything|the (?:\p{L}+ )?\p{L}+))*(?: all)? up)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Drags();

    /// <summary>"What do these come to", "how much did those add up to".</summary>
    [GeneratedRegex(Lead + @"(?:what|how much|whats|what's) (?:(?:do|does|did|would|will) )?(?:(?:they|these|those|it|that|this|them|all of (?:them|these|those|it)|the (?:lot|list|deals|whole lot))(?: all)? )?(?:come|comes|came|add|adds|added|sum|sums|amount|amounts|total|totals|run|work out)(?: up| out)?(?: to| at)?(?: in (?:total|all|dollars|money|value))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comes();

    /// <summary>"At which stage did they drop out", "where did those fall through": of what was lost.</summary>
    [GeneratedRegex(Lead + @"(?:(?:at|in|from|on|by) (?:which|what) (?:stages?|points?|steps?|phases?)(?: (?:of|in) the (?:process|pipeline|funnel|cycle))?|where(?:abouts)?(?: in the (?:process|pipeline|funnel|cycle))?) (?:did|do|were|was|have|are) (?:they|those|these|we|it|the deals|them)(?: \p{L}+){0,3}" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtStage();

    [GeneratedRegex("^(?:(?:deal |opp )?counts?|numbers?(?: of .+)?|how many(?: .+)?|quantity|volume of deals)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counts();

    [GeneratedRegex("^(?:(?:deal |dollar )?(?:amounts?|values?)|money|dollars|worth|how much(?: .+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex("^(?:size|results?|figures?|totals?|it|that|this|them|those)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sizes();

    /// <summary>"Lower it to 100k", "bump that up to 3 weeks": a bound of another size.</summary>
    [GeneratedRegex(Lead + @"(?:lower|raise|bump|increase|reduce|cut|set|put|push|drop|move|bring|take|up|lift|shift|tighten|loosen|relax|extend)(?: (?:it|that|this|the (?:limit|threshold|bar|amount|minimum|maximum|min|max|floor|cap|cutoff|cut-off|bound|filter|size|value)))(?: (?:up|down|back|out))? to (?<rest>[$€£]?\d[\d.,]*\s?(?:k|m|mn|thousand|million|grand|days?|weeks?|months?|times)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    [GeneratedRegex(Lead + @"(?:(?:reverse|flip|invert|turn|switch)(?: " + It + @"| the (?:order|sorting|sort|ranking))?(?: (?:around|round|upside down))?|(?:sort |order |rank )?(?:" + It + @" )?(?:the )?(?:other|opposite) way(?: (?:a?round))?|in reverse(?: order)?|reversed?(?: order)?|in the opposite order|upside down)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turned();

    [GeneratedRegex(Lead + @"(?:(?:weight|weigh|risk[ -]?adjust|probability[ -]?weight|discount)(?: " + It + @")?(?: by (?:the )?(?:probabilit(?:y|ies)|odds|chance|stage))?|(?:apply|add|use|with|include)(?: the)? (?:weights?|weighting|probabilit(?:y|ies))(?: applied| to " + Pronoun + @")?|(?:as|in|make it|show it|give it)(?: the)? (?:weighted|risk[ -]adjusted)(?: (?:pipeline|value|amount|terms))?|(?:probability|risk)[ -](?:weighted|adjusted))" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weight();

    /// <summary>"Limit it to 3", "just 5 of them", "show me 5".</summary>
    [GeneratedRegex(Lead + @"(?:(?:limit|cut|trim|reduce|narrow|restrict|keep)(?: " + It + @")?(?: down)? to|make (?:it|that|this)|show(?: me)?|give me|only|just|first|the first|only the first|just the first)(?: only| just| the)* (?<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)(?: (?:of (?:them|those|these)|rows?|ones?|results?|entries))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>"Just the first one": of the rows.</summary>
    [GeneratedRegex(@"^\W*(?:(?:ok|okay|and|now|so|please|pls) )*(?:only|just)(?: show| give me| keep)?(?: the)? (?:very )?(?:first|top) (?:one|row|line|entry)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex First();

    /// <summary>"Who leads", "who's in front", "who is last".</summary>
    [GeneratedRegex(Lead + @"(?<who>who|which one|which)(?:'s|s| is| are| comes| came| stands| sits| ranks| was| has)? (?:at |in )?(?:the )?(?:very )?(?:leads|leading|lead|heads|tops|(?:in )?(?:first|pole) (?:place|position)|in front|front(?:runner)?|first|ahead|(?:furthest|farthest) ahead|on top|top|winning|number one|no\.? ?1|(?<behind>(?:the )?(?:furthest|farthest|most|worst) behind|behind(?: the)? most|behind|trails?|trailing|lags?|lagging|laggard|straggling|falling behind)(?: behind)?(?: the most| the furthest)?|(?<last>dead last|last(?: place)?|bottom|at the back|back|rear|bringing up the rear))(?: (?:the|that) (?:list|table|pack|field|ranking|league))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leads();

    /// <summary>"In deals", "deal count please", "value, not count".</summary>
    [GeneratedRegex(Lead + @"(?:(?:(?:show|give|have|see|tell) )?(?:" + It + @" )?(?:(?:in|as|by|the|with|using|on) )*(?:(?:numbers?|counts?|quantit(?:y|ies)) of (?:deals|opps|opportunities)|(?:deals?|opps?|opportunit(?:y|ies)) (?:counts?|numbers?)|(?<=\b(?:in|as|by) )(?:deals|opps|opportunities)|(?<=\b(?:in|as|by|with|on) )(?:counts|units|numbers|volumes?|headcount)|(?:(?:the )?(?:" + Things + @"),? (?:and )?(?:not|instead of|rather than|over)(?: the| in| by)? (?:" + Money + @"))|(?<value>(?:" + Money + @"),? (?:and )?(?:not|instead of|rather than|over)(?: the| in| by)? (?:" + Things + @"))))(?<when> (?:for|in|of|over|during) (?!total\b|all\b|them\b|those\b|these\b|it\b|that\b).+?)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>"Don't split by team, by rep".</summary>
    [GeneratedRegex(Lead + @"(?:don't|dont|do not|not|no)(?: (?:split|break|group|show|do|cut)(?: " + It + @")?(?: down)?)? (?:by|per) \w+[, ]+(?:but |rather |instead )*(?:by|per) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rather();

    /// <summary>"Previous one?", "vs previous".</summary>
    [GeneratedRegex(@"^\W*(?:and |what about |how about |back to )*(?:(?:vs\.?|versus) )?(?:the )?(?:previous|prior|preceding|earlier)(?: one| period)?(?: one)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    /// <summary>"The EMEA part", "enterprise side only".</summary>
    [GeneratedRegex(Lead + @"(?:only |just )?(?:the )?(?<rest>[\p{L}\p{N}&-]+(?: [\p{L}\p{N}&-]+)?) (?:part|side|bit|piece|portion|slice|half|lot|end|crowd|folks?)(?: of (?:" + Pronoun + @"|the business|things))?(?: alone)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    /// <summary>"Now win rate": of the same.</summary>
    [GeneratedRegex(@"^\W*(?:ok(?:ay)?,? )?now(?: the| for| do)* (?<rest>(?!what|how|who|which|where|when|show|list|give|tell|move|set|close|update|add|mark)\w+(?: \w+){0,2})\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Now();

    [GeneratedRegex(Lead + @"(?:(?:show|see|give me|have|list|display)(?: me)? )?(?:all(?: of (?:them|those|it|these)|(?<=show(?: me)? all))?|everything|every one|everyone|everybody|(?:the )?(?:full|whole|complete|entire) (?:list|ranking|table|lot|set)|the (?:rest|others|remaining)(?: ones)?|(?:without|no|remove|drop|lift|forget)(?: the| any)? (?:limit|cap|cut-?off|top)(?: \d+)?)(?: of them)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(Lead + @"(?:(?:stop|don't|dont|do not|no need to|without|quit|skip|no more|no)(?: the| any)? (?:compar\w+)(?: " + It + @")?|(?:leave|take|hide|turn|cut|get rid of|remove|drop|forget)(?: (?:out|away|off|about))?(?: the| this| that)? comparison(?: (?:out|away|off))?|(?:forget|without|never mind|nevermind|leave out|drop|remove|minus|ignore|skip)(?: about)? (?:the )?(?:last|previous|prior) (?:week|month|quarter|year|period|one)|(?:only|just) (?:the )?(?:current|this|first) (?:period|one)|just this)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uncompared();

    [GeneratedRegex(Lead + @"(?:(?:without|no|don't|dont|do not|stop|skip|drop|remove|forget)(?: the| any| that)? (?:split(?:ting)?|break(?:ing)?(?: it)? ?down|grouping|group)(?: (?:it|that|by \w+|down))?|(?:collapse|roll|merge|combine|total|sum|add)(?: " + It + @")?(?: up| all up)?|(?:as|in|into) (?:one|a single) (?:number|figure|total|sum|value)|(?:just |only )?(?:one|a single|the total|the overall) (?:number|figure)|(?:all )?together|altogether|overall(?: again)?(?:,? (?:without|no) (?:the |any )?\p{L}+)?|combined|in (?:one|sum)|(?:everything|all) (?:together|combined)|the whole thing)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsplit();

    /// <summary>"And companywide", "what about the whole team".</summary>
    [GeneratedRegex(Lead + @"(?:(?:what|how) about )?(?:(?:for|across|of|back to|at) )?(?:company[ -]?wide|org[ -]?wide|(?:the |our )?(?:whole|entire|full|total) (?:company|business|org|organi[sz]ation|firm|(?<team>team|sales team))|across the board|globally|worldwide|everyone)(?: again)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everyone();

    [GeneratedRegex(Lead + @"(?:(?:back to|go back to|return to|show(?: me)?|include) )?(?:(?:all|everything)(?<open>(?: that's| that is| which is)?(?: still)? open)?|all of (?:it|them)|all deals|the whole pipeline|no filters?|without filters?|un-?filter(?:ed)?)(?: " + It + @")?(?: again| back)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unfiltered();

    [GeneratedRegex(Lead + @"(?:(?:show|make|give|have) )?(?:" + It + @" )?(?:un-?weighted|not weighted|without (?:the )?weight(?:ing|s)?|un-?weight(?: " + It + @")?|(?:at )?(?:face|full|nominal) value|raw(?: value| amount)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unweighted();

    /// <summary>"Which deals make that up", "the deals behind it", "drill down", "open the list".</summary>
    [GeneratedRegex(Lead + @"(?:(?:which|what)(?: deals| ones)? (?:are|is|were) (?:they|those|these|it|that)|(?:(?:which|what|show(?: me)?|see|list|give me|have|pull up|open)(?: are)? )?(?:the )?(?:deals|ones|names|opps|opportunities|list)? ?(?:(?:that )?(?:make|makes|making) (?:that|it|this) up|(?:are |is )?(?:behind|in|within|underneath|under) (?:it|that|this|there|this number|that number|the number))|what's (?:in|behind) (?:there|it|that)(?= ?$)|(?:show |see |list |open )?(?:the |me )*underlying (?:deals|ones|opps)|(?:open|pull up|bring up|get) (?:the list|them(?: up)?|the deals)|drill (?:down|in)|spell (?:them|it) out|(?<=need |want |like |see |have )(?:the|these|those|all the) (?:deals|names|list))" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deals();

    [GeneratedRegex(@"\b(?:(?:full|whole|entire) )?(?<!\b(?:this|last|next|previous|prior|current|fiscal|a|per|by|each|the) )(?:full |whole |entire )?(?<unit>year|quarter|month|week)\b(?= instead$|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    /// <summary>"Not just EMEA, everyone".</summary>
    [GeneratedRegex(Lead + @"(?:not (?:just|only)|more than(?: just| only)?|beyond) (?<rest>.+?)(?:,? (?:but )?(?:everyone|everybody|everything|the (?:lot|rest)|others?|all(?: of (?:it|them))?))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAlone();

    [GeneratedRegex(Lead + @"(?:" + It + @" )?(?:over|through|across) (?:the )?(?:time|months)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OverTime();

    /// <summary>"Anything over 100k?" behind a list: of those.</summary>
    [GeneratedRegex(@"^\W*(?:(?:and|ok|okay|so|is there|are there|do i have|do we have|have we got|got|what about) )*any(?:thing)?(?: of (?:them|those|these))?(?: deals| ones)? (?<rest>(?:over|above|under|below|with|without|in|from|for|closing|due|bigger|larger|smaller|worth|not|older|at|that)\b.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    /// <summary>"The latest three", "which is the newest": of the deals that are listed.</summary>
    [GeneratedRegex(Lead + @"(?:(?:which|what)(?: one)?(?: is|'s| was| are)? )?(?:only |just )?(?:the )?(?:(?<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) )?(?:newest|latest|most recent|freshest|youngest)(?: (?<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten))?(?: ones?)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Newest();

    /// <summary>"Swap region for segment".</summary>
    [GeneratedRegex(Lead + @"(?:swap|replace|exchange)(?: out)? (?:the )?(?:region|segment|team|rep|reps|owner|source|product|stage|industry|manager|month|quarter|week|account|customer)s? (?:for|with|by) (?:the )?(?<rest>\w+)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Swapped();
}
