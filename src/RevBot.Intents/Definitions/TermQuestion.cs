using System.Text.RegularExpressions;

namespace RevBot.Intents.Definitions;

/// <summary>A sentence that asks what a word means, how it is computed or who answers for it, cut down to the word.</summary>
/// <param name="Words">What stands where the term should: "SQL", "sales velocity calculated again".</param>
/// <param name="IsFirm">It can only ask for a meaning, whatever the word is.</param>
/// <param name="NamesOnlyTerm">Counts only when the words are a term to the letter: "what's a SAL", "who owns win rate".</param>
internal sealed partial record TermQuestion(string Words, bool IsFirm, bool NamesOnlyTerm)
{
    /// <param name="normalized">As <see cref="Conversation.Understanding.Utterance.Normalized"/>, without the words of a period.</param>
    public static TermQuestion? Of(string normalized)
    {
        var text = Opening().Replace(normalized, string.Empty);
        if (Firm().Match(text) is { Success: true } firm)
        {
            return new TermQuestion(firm.Groups["term"].Value, true, false);
        }

        if (Fits().Match(text) is { Success: true } fits)
        {
            return new TermQuestion(fits.Groups["term"].Value, false, false);
        }

        return Bare().Match(text) is { Success: true } bare ? new TermQuestion(bare.Groups["term"].Value, false, true) : null;
    }

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

        return words;
    }

    [GeneratedRegex(@"^(?:(?:so|and|ok|okay|please|pls|hey|hi|but|also|again|quick question|remind me|tell me|just|(?:can|could|would) (?:you|someone|somebody|anyone|anybody)(?: please)?|i(?:'d| would) (?:like|love) to know|i want to know|i need to know|do you know|does anyone know|i forgot|i forget|not sure|let me know|say),?:? )+", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^(?:(?:what|wat) (?:do|did|does|do you think) (?:we|you|they|people|everyone|brightwater|the company) (?:mean|understand|count)s? (?:by|when we say|when you say|with|as|under)"
        + @"|what(?:'s| is| was|s) meant by|(?:give me |what(?:'s| is| was|s) )?(?:the |our |a )?(?:defin\w*|meaning|formula|explanation|description|calculation) (?:of|for|behind)|defin\w*|how (?:do|did|does|should) (?:we|you|they|one|i) (?:defin\w*|calculate|compute|measure|work out|determine|figure out|get to|arrive at|understand)"
        + @"|what (?:counts|counted|qualifies|qualified|goes|went) (?:as|towards|into)|what(?:'s| is) (?:the|our) (?:definition|meaning|formula) (?:of|for|behind)|who (?:defines|defined)|when (?:is|does|do) (?:a |an |the )?(?:\w+ ){0,2}(?:considered|called|counted as|become|count as|turn into)|what makes (?:a |an |the |something )?(?:\w+ ){0,2}?(?=an |a )|explain(?: to me| me)?(?: what)?)"
        + @" (?:the |a |an |our |term |word |metric |is |by )*(?<term>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Firm();

    [GeneratedRegex(
        @"^(?:what|wat) (?:does|did|do|is|was) (?:the |a |an |our |term |word )*(?<term>.+?) (?:actually |really |even |exactly )?(?:mean|means|meant|stand for|stands for|entail|include|refer to)(?: .*)?$"
        + @"|^how (?:is|was|are|were|do you get|does) (?:the |a |an |our )*(?<term>.+?) (?:actually |really |exactly )?(?:calculated|computed|defined|measured|worked out|determined|derived|counted|work)(?: .*)?$"
        + @"|^where (?:does|do|did) (?:the |our )?(?<term>.+?)(?: numbers?| figures?)? come from$"
        + @"|^(?:the |our )?(?<term>.+?) (?:defin\w*|meaning|formula|explained|explanation)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fits();

    [GeneratedRegex(
        @"^(?:what(?:'s| is| are|s| was| were) (?:an |a )?|who owns (?:the )?(?:metric |number |term |definition of )?|who(?:'s| is) (?:responsible|accountable|in charge) (?:for|of) (?:the )?|who answers for (?:the )?|who(?:'s| is) the owner of (?:the )?|owner of (?:the )?)(?<term>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\bdifferen(?:ce|t)(?: is)? (?:between|from|of) (?:a |an |the )?(?<one>.+?) (?:and|vs|versus|from|to) (?:a |an |the )?(?<other>.+)$|^how (?:is|does|do) (?:a |an |the )?(?<one>.+?) (?:different|differ) from (?:a |an |the )?(?<other>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:,.*| again| here| please| pls| to me| for me| for us| exactly| actually| these days| at the moment| right now| now| currently| at brightwater| in our company| mean| means| number| figure| metric| definition| back| again and again| then| at all| calculated| computed| defined| measured| in| of| during| as of| on| at| before| until| to| work| is)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
