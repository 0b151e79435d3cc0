using System.Text.RegularExpressions;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Puts what is said of the rows of an answer into the words questions are asked in: "open up the EMEA row by rep", "which of them is slowest", "reps, not teams", "same split for losses", "one figure for all of them", "when do those close".</summary>
internal static partial class RowWording
{
    private const string Noun = @"(?:regions?|segments?|teams?|reps?|owners?|sellers?|people|persons?|sources?|channels?|products?|stages?|industr(?:y|ies)|managers?|months?|quarters?|weeks?|years?|accounts?|customers?|(?:deal )?types?|(?:forecast )?categor(?:y|ies)|competitors?|(?:loss )?reasons?|currenc(?:y|ies))";

    private const string Few = @"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|lot|bunch)";

    private const string Mine = @"(?:mine|me|my own(?: \p{L}+)?|my (?:deals|ones|pipeline|numbers?|opps|stuff)|myself)";

    /// <returns>Null when it says something else.</returns>
    public static string? Of(string text, Question last, bool isList, bool hasTeam)
    {
        var hasRows = !last.Breakdown.IsEmpty;
        return Me().Match(text) is { Success: true } me ? me.Groups["only"].Success ? "only mine" : "mine instead"
            : ListAgain().Match(text) is { Success: true } list ? $"show those{list.Groups["rest"].Value}"
            : hasRows && SameSplit().Replace(text, " ").Trim(' ', ',', '?', '.', '!') is { Length: > 0 } rest && rest.Length < text.Trim(' ', ',', '?', '.', '!').Length ? "and " + Tie().Replace(rest, string.Empty)
            : hasRows && Rather().Match(text) is { Success: true } noun ? "by " + noun.Groups["rest"].Value
            : OnlyMine().Match(text) is { Success: true } all ? all.Groups["team"].Success && hasTeam ? "my team instead" : last.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Owner }) ? "all reps" : "all teams"
            : (hasRows || isList) && Total().Match(text) is { Success: true } total && !(total.Groups["team"].Success && last.Breakdown.Contains(Dimension.Team)) ? hasRows ? "in total" : "how much is that"
            : hasRows && Out().Match(text) is { Success: true } gone ? "drop " + gone.Groups["rest"].Value
            : hasRows && Opened().Match(text) is { Success: true } row ? $"only {row.Groups["row"].Value.Trim()} {row.Groups["by"].Value}"
            : (isList || MeasureIds.CountOf(last.Measure) is not null) && Closes().IsMatch(text) ? "show those"
            : null;
    }

    /// <summary>"And me?", "just me".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:(?:what|how) about|as for|same for|for|of|with) )*(?<only>(?:only|just)(?: for)? )?(?:me|myself)(?: (?:alone|only|personally|though))?" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Me();

    /// <summary>"Show me the list again", "back to the deals": what was listed before the figure.</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:(?:show|give|get|see|list|pull up|open|display|have|send)(?: me| us)? )*(?:(?:the|that|those|them|my) )*(?:list|deals|deal list|rows|ones|them|those)(?: view)? (?:again|once more|one more time|once again|back)|(?:go |switch |return |take me )?(?:back )?to the (?:list|deals|deal list|rows)(?: view)?(?: again)?|list (?:it |them |those )?(?:again|once more))(?<rest> (?:for|in|with|of|from|without|over|under|closing)\b.+?)?" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListAgain();

    /// <summary>What only says where to look is left away: "who's last in that table", "which of the three is slowest".</summary>
    public static string Bare(string text, Question last, bool isList) =>
        isList || last.Breakdown.IsEmpty ? text : Within().Replace(OfThose().Replace(text, "which one"), string.Empty);

    [GeneratedRegex(@"(?<=\w) (?:in|of|on|from|within) (?:that|this|the|your) (?:table|list|ranking|breakdown|chart|league(?: table)?|standings|overview|pack|field)(?=\W*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<=^\W*(?:(?:and|so|ok|okay|but|now|then),? )*)(?:which|who)(?: one)? (?:out )?of (?:all (?:of )?)?(?:them|those|these|the " + Few + "|(?:those|these) " + Few + @"|the " + Noun + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfThose();

    /// <summary>"Same split for losses", "win rate, same breakdown".</summary>
    [GeneratedRegex(@"[, ]*(?<!\w)(?:(?:but|and|with|in|on|by|using|at|keep(?:ing)?|show|give me|do|as) )*(?:the |that )?(?:exact |very )?same (?:split|breakdown|cut|grouping|slicing|dimensions?|slices|rows|table|columns|layout|view|format)\b(?:,? (?:again|please|pls|as (?:before|above)|but|for|of|with|just))*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SameSplit();

    [GeneratedRegex(@"^(?:(?:and|but|so|now|then|ok|okay|for|of)[, ]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tie();

    /// <summary>"Reps, not teams", "not teams, reps".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:show|by|per|as|do|see|give me|use|make it|rather) )*(?:the )?(?:(?<rest>" + Noun + @"),? (?:and |but )?(?:not|no longer|rather than|instead of|in place of) (?:by |per |the )*" + Noun + @"|(?:not|no more) (?:by |per |the )*" + Noun + @"[, ]+(?:but |rather |by |per |the )*(?<rest>" + Noun + "))" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rather();

    /// <summary>"Everyone's, not just mine", "not only mine, the whole team's".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:for|of|show|take|do|make it) )*(?:" + All + @"(?:'s|s|')?[, ]+(?:and |so )?(?:not|rather than|instead of)(?: just| only)? " + Mine + @"|(?:not (?:just|only)|more than(?: just| only)?) " + Mine + @"[, ]+(?:but |also |and )*(?:for |of )?" + All + "(?:'s|s|')?)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyMine();

    private const string All = @"(?:everyone|everybody|all (?:of us|(?:the )?(?:reps|owners|people|sellers))|(?<team>(?:the |my |our )?(?:whole |entire |full )?team)|the (?:whole |entire )?(?:company|org))";

    /// <summary>"One figure for all of them", "the team total", "for the team as a whole".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:show|give|see|have|get|make it|only|just) )*(?:(?:as |in )?(?:one|a single|a|the(?: (?:overall|combined|grand|single))?|overall|combined|grand|(?<team>(?:the )?(?:(?:whole|entire) )?team(?:'s)?)) (?:total|sum|number|figure|value)s?(?<! the (?:value|number|figure|sum))(?: (?:for|of|across|over) (?:all(?: (?:of )?(?:them|those|these|(?:the )?" + Noun + @"))?|everyone|everybody|everything|both|(?:the )?(?:whole |entire |full )?(?:lot|company|table|group|bunch|(?<team>team))))?|for the (?<team>team) as a whole|(?:all|the) " + Noun + @" (?:together|combined|taken together|summed up|added up))(?: (?:is|are|will be|would be) (?:enough|fine|plenty|ok|okay|sufficient)| suffices| only)?" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    /// <summary>"Teams out", "no need for reps".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:the )?(?<rest>" + Noun + @") (?:out|off|away|gone)|(?:no need for|don't need|dont need|do not need|no more|never mind|nevermind) (?:the )?(?<rest>" + Noun + "))" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Out();

    /// <summary>"Open up the EMEA row by rep", "take APAC apart by segment".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:open(?: up)?|expand|unfold|explode|unpack|break(?: down| out| up)?|split(?: out| up)?|take|pull|drill (?:down )?(?:in|into|on|in on)|zoom (?:in )?(?:on|into|in on)|dig (?:down )?into|look (?:in|inside|into)|go into|decompose|dissect|detail) (?:the )?(?!it\b|that\b|this\b|them\b|those\b|these\b|each\b|every\b|all\b|numbers?\b|figures?\b|results?\b|out\b|down\b|up\b)(?<row>[\p{L}\p{N}&'. -]+?)(?: (?:row|line|bar|slice|one|figure|number|bit|part))?(?: (?:apart|down|up|out|open|in|only))*,? (?<by>(?:by|per|into|across) .+|\p{L}+ by \p{L}+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opened();

    /// <summary>"When do those close", "when are they due": each row tells it.</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:when(?:'re|s|'s)?(?: (?:do|does|did|will|are|is|were|was|would|should))?(?: all)?(?: of)? (?:they|those|these|it|that|them|(?:the|these|those) (?:deals|ones|opps|opportunities))(?: all)?(?: (?:deals|ones|opps|opportunities))?(?: (?:be|all|going|gonna|to|expected|supposed|meant|set|scheduled|likely|each|actually))*(?: (?:close|closing|closed|due|land|come in|sign|signed|end|finish|happen|expected|won|lost))?(?: by)?|(?:what(?:'s| is| are|'re)? |show (?:me )?|with |and )*(?:their|the|its) (?:expected )?(?:close|closing|due) dates?)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closes();
}
