using System.Buffers;
using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.MoveDeal;

/// <summary>Cuts sentences about moving a deal into deal, stage and reason. Pure; whether the parts exist is found out later.</summary>
public static partial class MoveDealParser
{
    private const string Lead = @"^(?:(?:please|pls|hey|ok|okay|so|now|can you|could you|would you|will you|i want to|i'd like to|i need to|let's|we should|we can|go ahead and|just)[, ]+)*";
    private const string Deal = @"(?:the |our |my )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|#\S+|.+?)(?:'s)?(?: (?:deal|opportunity|opp))?";
    private const string Outcome = @"(?<stage>(?:(?:as )?close[d]?[ -](?:as )?|as )?(?:won|lost|dead)\b.*)";

    /// <summary>What <see cref="Outcome"/> cannot do without: most sentences are spared the search for where it may begin.</summary>
    private static readonly SearchValues<string> Outcomes = SearchValues.Create(["won", "lost", "dead"], StringComparison.OrdinalIgnoreCase);

    public static MoveDealCall? Parse(Utterance utterance)
    {
        var text = utterance.Plain;
        if (Question().IsMatch(text) || text.Length > 500)
        {
            return null;
        }

        if (Bare().IsMatch(text))
        {
            return new MoveDealCall(MoveWish.CloseSomething, text, 0, 0, null);
        }

        // What follows "because" is words about the loss and never a part of a name.
        var reason = Because().Match(text);
        var core = reason.Success ? text[..reason.Index] : text;
        return Read(text, core, utterance.Text.TrimEnd().EndsWith('?')) is { } call
            ? call with { Why = reason.Success ? reason.Groups["why"].Value : null }
            : null;
    }

    private static MoveDealCall? Read(string text, string core, bool asks)
    {
        if (Deleting().Match(core) is { Success: true } delete)
        {
            return Call(MoveWish.Delete, text, delete);
        }

        if (Reopen().Match(core) is { Success: true } reopen)
        {
            return Call(MoveWish.Reopen, text, reopen);
        }

        var tellsOutcome = core.AsSpan().ContainsAny(Outcomes);
        if ((tellsOutcome && Mark().Match(core) is { Success: true } mark ? mark : StageOf().Match(core)) is { Success: true } named)
        {
            return Call(MoveWish.Move, text, named);
        }

        if (MoveTo().Match(core) is { Success: true } move)
        {
            return Call(MoveWish.Move, text, move);
        }

        if (Close().Match(core) is { Success: true } close)
        {
            return Call(MoveWish.Close, text, close);
        }

        if (Forward().Match(core) is { Success: true } forward)
        {
            return Call(MoveWish.Move, text, forward) with { StageWords = forward.Groups["on"].Success ? "next" : null };
        }

        if (tellsOutcome && WeLost().Match(core) is { Success: true } weLost)
        {
            var call = Call(MoveWish.Move, text, weLost) with { HasVerb = false };
            return weLost.Groups["to"] is { Success: true } rival ? call with { StageWords = $"{call.StageWords} {rival.Value}" } : call;
        }

        return !asks && (tellsOutcome && Stands().Match(core) is { Success: true } stands ? stands : Arrow().Match(core)) is { Success: true } said
            ? Call(MoveWish.Move, text, said) with { HasVerb = false }
            : null;
    }

    private static MoveDealCall Call(MoveWish wish, string text, Match match)
    {
        var deal = match.Groups["deal"];
        var (start, length) = deal.Value is ['"', .., '"'] ? (deal.Index + 1, deal.Length - 2) : (deal.Index, deal.Length);
        var stage = match.Groups["stage"].Value.Trim();
        stage = stage.StartsWith("as ", StringComparison.OrdinalIgnoreCase) ? stage[3..].TrimStart() : stage;
        return new MoveDealCall(wish, text, start, length, stage.Length > 0 ? stage : null);
    }

    [GeneratedRegex(@"^(?:what|which|who|whose|how|why|when|where|show|list|is|are|was|were|did|do|does|has|have|give me|tell me|compare|top|count)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(Lead + "(?:delete|erase|trash|remove|get rid of) " + Deal + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deleting();

    [GeneratedRegex(Lead + @"(?:win|lose|close|closing|mark|we won|we lost|i won|i lost)(?: (?:the|this|that|a|my|our|it|one))*(?: (?:deal|deals|opportunity|opp))?(?: (?:as )?(?:closed )?(?:won|lost|out|down|up))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"[\s,;:(-]*\b(?:because(?: of)?|due to|owing to|on account of|reason(?: is| was)?:?|the reason (?:is|was|being))\s+(?<why>.+?)\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Because();

    [GeneratedRegex(Lead + "re-?open(?:ing)? " + Deal + "(?: (?:in|to|into|at|as|->) (?<stage>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reopen();

    [GeneratedRegex(Lead + @"(?:mark|close|closed|flag|log|record|call|report|set|declare|count|put|make|turn) " + Deal + @"(?: to| is|:|,)? " + Outcome + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(Lead + @"(?:(?:set|change|update|move|put|switch) )?(?:the )?(?:stage|status) (?:of|for|on) " + Deal + @"\s*(?: to|:|=|->| is(?: now)?)\s*(?<stage>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StageOf();

    [GeneratedRegex(Lead + @"(?:moved?|moving|put|advance|push|shift|progress|bring|drag|promote|demote|send|set|change|update|take|switch|transition|drop) " + Deal
        + @"(?: stage| status)?(?: (?:back|on|over|forward|down|up|along))?(?: from .+?)?(?: (?:in)?to|\s*->|\s*=>|\s*=|\s*→| as| in)\s+(?:the )?(?<stage>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoveTo();

    [GeneratedRegex(Lead + @"(?:close|closed|we closed|i closed|close out|finish) (?:out )?" + Deal + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Close();

    [GeneratedRegex(Lead + @"(?:move|advance|progress|promote|(?:update|change|set) (?:the )?stage (?:of|for)) " + Deal + @"(?<on> (?:forward|along|on|ahead|one stage|a stage|to the next stage))?(?:'s)?(?: stage)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^(?:(?:sadly|unfortunately|great news|good news|bad news|hey|and|just|we've|we have|we|i've|i have|i|they)[,:!]? )*(?:just )?(?<stage>closed? won|closed? lost|won|lost) " + Deal + @"(?<to> to .+?| on .+?| over .+?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeLost();

    [GeneratedRegex("^" + Deal + @"(?:\s*(?:->|=>|→|:|-|,)\s*| )(?:(?:is|was|has been|has|went|got|goes|now|just|been|marked|to|as|stage|moved|moves|in|to be|deal) )*" + Outcome + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stands();

    [GeneratedRegex("^" + Deal + @"(?:\s*(?:->|=>|→|>)\s*| (?:is |has |just |was )*(?:now in|moved (?:in)?to|moves (?:in)?to|went (?:in)?to|goes (?:in)?to|(?:now )?ready (?:for|to go to|to move to)|to) )(?:the )?(?<stage>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
