using System.Buffers;
using System.Text.RegularExpressions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>A question and what was said on from it, in one text: "win rate last quarter › by source › only EMEA". Read again, it gives the same question; so this is what memory and buttons carry.</summary>
internal static partial class QuestionThread
{
    /// <summary>More sentences than one thread has.</summary>
    public const int MostBack = 100;

    private const char Mark = '›';

    private static readonly SearchValues<char> Markup = SearchValues.Create("<[_*`~");

    public static string Join(IEnumerable<string> sentences) => string.Join($" {Mark} ", sentences);

    public static string Append(string thread, string sentence) => $"{thread} {Mark} {sentence}";

    public static List<string> Split(string thread) => [.. thread.Split(Mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What people write is one sentence, whatever signs are in it; markup and addresses that were pasted along say nothing.</summary>
    public static string Plain(string said)
    {
        said = Topic().Replace(said, string.Empty);
        said = Arrow().Replace(said.Replace(Mark, ' '), " to ");
        said = said.Contains("w/", StringComparison.OrdinalIgnoreCase) ? With().Replace(said, match => match.Groups["week"].Success ? "week commencing" : match.Groups["out"].Success ? "without" : "with ") : said;
        said = said.Contains("hundred", StringComparison.OrdinalIgnoreCase) || said.Contains("of 10", StringComparison.OrdinalIgnoreCase) || said.Contains("in 10", StringComparison.OrdinalIgnoreCase) || said.Contains(" ten ", StringComparison.OrdinalIgnoreCase) ? OutOf().Replace(said, match => "what percent of " + match.Groups["deals"].Value) : said;
        said = said.Contains("cycle", StringComparison.OrdinalIgnoreCase) || said.Contains("to close", StringComparison.OrdinalIgnoreCase) ? Statistics().Replace(said, "${one} ${noun} and ${other} ${noun}") : said;
        said = said.Contains(" ways", StringComparison.OrdinalIgnoreCase) ? Ways().Replace(said, " by ") : said;
        said = said.Replace("×", " by ", StringComparison.Ordinal);
        return said.AsSpan().ContainsAny(Markup) || said.Contains("://", StringComparison.Ordinal)
            ? Emphasis().Replace(Address().Replace(Tag().Replace(Link().Replace(said, "${label}"), " "), " "), " ").Trim()
            : said;
    }

    /// <summary>True where somebody says that they speak of something else now: what follows goes on from nothing.</summary>
    public static bool TurnsAway(string said) => Topic().IsMatch(said);

    /// <summary>"Totally different:", "new topic -", "on another note,".</summary>
    [GeneratedRegex(@"^\W*(?:(?:ok|okay|so|now|right|alright|and|great|thanks|thank you|cool|sorry)[, ]+)*(?:(?:on|for|to|turning to|moving on to|switching to|changing|change of|let's change|let us change) )?(?:(?:an?|the|something|one|my|some) )*(?:(?:totally|completely|entirely|quite|slightly|very|rather|wholly|now|for) )*(?:(?:different|new|another|separate|unrelated|other|next|fresh) (?:question|topic|subject|thing|matter|note|one|issue|area)|(?:changing|change of|switching|change(?: the)?) (?:topic|subject|gears|tack|track)s?|something (?:else|(?:totally |completely |entirely )?(?:different|new))(?: (?:now|entirely|altogether|then))?|(?<=^\W*(?:(?:ok|okay|so|now|right|and|totally|completely|entirely|quite|an?|the|something)[, ]+)*)(?:different|unrelated|unrelatedly|separately|subject|topic)|(?<=(?:changing|change|switching|change of|change the) (?:the )?)(?:topic|subject|gears))(?: (?:now|entirely|altogether|then|please|for (?:a|one) (?:second|moment|minute)))*(?:\s*[:;,.!\u2013\u2014-]+\s*(?:but |and |so )?|\s+but\s+)(?=\w+\W+\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\[(?<label>[^\[\]\n]{1,200})\]\([^()\s]{0,500}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]{0,300}>|<!--.{0,300}?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bhttps?://\S{1,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*(?:→|➔|➜|⇒|⟶|[-=]+>)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\bw/(?:(?<out>o(?:ut)?\b)|(?<week>c\b))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex With();

    /// <summary>"How many in a hundred deals", "out of 10 deals entering Proposal how many".</summary>
    [GeneratedRegex(@"\bhow many (?:in|out of) (?:(?:a|one|every|each) hundred|(?:every )?(?:100|ten|10))\b(?: of)?(?: (?<deals>(?:deals|opps|opportunities|leads)\b))?|(?:^|(?<=[,.;:?] ))(?:out )?of (?:every )?(?:(?:a |one )?hundred|100|ten|10) (?<deals>(?:deals|opps|opportunities|leads)\b[^,?]*?),? how many\b(?: of them)?(?! (?:days|weeks|months|hours))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOf();

    /// <summary>"Mean and p90 sales cycle": the noun is said once for both.</summary>
    [GeneratedRegex(@"\b(?<one>mean|average|avg|median|typical|p90|90th percentile) ?(?:and|&|\+|plus|/|,) ?(?:the )?(?<other>mean|average|avg|median|p90|90th percentile) (?<noun>(?:(?:sales|deal|closing) )?cycles?(?: times?| lengths?)?|(?:days|time) to close)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statistics();

    /// <summary>"Split it two ways: product and deal type".</summary>
    [GeneratedRegex(@"\s+(?:in )?(?:two|2|both|different|several) ways\s*[:,\u2013\u2014-]\s*(?:by |per )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ways();

    [GeneratedRegex(@"[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
