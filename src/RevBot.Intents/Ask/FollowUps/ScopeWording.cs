using System.Text.RegularExpressions;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Puts what is said of the very values of the last question into the words questions are asked in: "everything except those two", "each separately", "put APAC back in", "the rest of the world".</summary>
internal static partial class ScopeWording
{
    private const string Those = @"(?:those|these|them|that|it|this|him|her|the)(?: (?:two|three|four|ones?|last|pair|lot))*(?: of them)?";

    /// <returns>Null when it says something else.</returns>
    public static string? Of(string text, Question last) =>
        Restated().Match(text) is { Success: true } restated ? $"{restated.Groups["rest"].Value.Trim()} instead"
        : Others().IsMatch(text) && Told(last, 1) is { } told ? "excluding " + string.Join(" and ", told.Values.Select(value => $"\"{value.Label}\""))
        : Apart().IsMatch(text) && last.Breakdown.IsEmpty && Told(last, 2) is { } several ? "by " + DimensionText.Of(several.Dimension)
        : Back().Match(text) is { Success: true } back ? $"include {back.Groups["rest"].Value.Trim()}"
        : null;

    /// <summary>The values that were asked for last.</summary>
    private static DealFilter.In? Told(Question last, int least) => last.Filters.OfType<DealFilter.In>().LastOrDefault(filter => !filter.Negated && filter.Values.Length >= least && filter.Dimension != Dimension.StageGroup);

    /// <summary>"The rest of the world, so not EMEA": said twice, and the second time outright.</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:the )?(?:rest|others?|remainder)\b(?: of (?:the |our )?\p{L}+)?,? ?(?:so|i\.?e\.?|meaning|that is|that's|aka|namely)?,? (?<rest>(?:not|excluding|except|all but|everything but|without) .+?)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restated();

    [GeneratedRegex(Rewording.Lead + @"(?:(?:show|see|give me|have|list|take|count|tell|only|about|for)(?: me)? )*(?:(?:everything|everyone|everybody|anything|anyone|all|all (?:of )?(?:the )?(?:others?|rest|\p{L}+s)|the rest|the others?)(?: else)?,? (?:except(?: for)?|but(?: not)?|other than|apart from|aside from|besides|excluding|without|minus|bar|barring|outside(?: of)?|save for|not) " + Those + @"|(?:everything|everyone|everybody|anyone|anything|all|what about everyone) else|(?:all )?(?:the )?(?:rest|others|other (?:ones|\p{L}+s)|remaining (?:ones|\p{L}+s)|remainder)(?: of (?:them|it|the \p{L}+|our \p{L}+))?|(?:not|excluding|without|except(?: for)?|leav(?:e|ing) out|minus) (?:those|these)(?: (?:two|three|four|ones))?)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(Rewording.Lead + @"(?:(?:show|see|give|have|get|list|tell|put|split|break|keep|do|want|need|report|take|make) )?(?:(?:me|us) )?(?:" + Rewording.It + @" |the two |both (?:of them )?|each(?: of (?:them|those|these|the two))? )?(?:up |out |down )?(?:(?:each )?(?:sep[ae]rate(?:ly|d)?|individually|apart|one by one|one after the other|side by side|singly|on (?:its|their|his|her) own|in its own (?:row|line)|by themselves|for each|each)|(?:as |in |with |on )?(?:a|an|one|its own|their own|two|separate|different|own|single) (?:(?:separate|own|single|different) )?(?:rows?|lines?|numbers?|figures?|columns?|totals?|values?|bars?|counts?|entr(?:y|ies))(?:,? (?:for|per|of))?(?: (?:each|both|every)(?: one| of (?:them|those|these|the two))?| apiece)?|not (?:together|combined|(?:as )?one (?:number|figure)|added up|summed)|(?:un-?combine|separate|split)(?: " + Rewording.It + @"| the (?:two|three|four|pair)| both)?(?: up| out)?|who (?:has|did|got|is|had) (?:what|how much|how many))" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    /// <summary>"Put APAC back in", "bring renewals back", "with EMEA back in".</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:put|bring|add|get|take|let|have|count|include|throw|pull|with)(?: the)? (?<rest>(?!it\b|that\b|them\b|everything\b|all\b)[\p{L}\p{N}&'. -]+?) (?:back|again|in again)(?: in| on| into (?:it|the mix|the picture)| to (?:it|the list))*|(?<rest>(?!it\b|that\b|them\b|go\b|come\b|switch\b|everything\b|all\b)[\p{L}\p{N}&'.-]+(?: [\p{L}\p{N}&'.-]+)?) back in)(?: too| as well)?" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Back();
}
