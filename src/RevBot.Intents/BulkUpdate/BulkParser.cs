using System.Text.RegularExpressions;
using RevBot.Intents.Slots;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Cuts "push all my December deals to January" into the words for the deals and the words for the change, in every way it may be cut; which of them says something is found out later. Pure.</summary>
public sealed partial class BulkParser(FieldLexicon lexicon, FieldStepParser steps)
{
    private const int Longest = 1_000;
    private const int MostCuts = 6;

    /// <summary>The way a stage is named among fields.</summary>
    private static readonly DealField Stage = new(DealFields.Stage, "Stage", FieldKind.Text, []);

    /// <summary>The likeliest cut first; none for a sentence that is about one deal or about no change.</summary>
    internal IReadOnlyList<BulkCall> Parse(string text, CompanyProfile company)
    {
        if (text.Length > Longest || !Many().IsMatch(text) || Question().IsMatch(text))
        {
            return [];
        }

        var because = Because().Match(text);
        var core = because.Success ? text[..because.Index] : text;
        return [.. Read(core, company).Select(call => call with { Said = text, Why = because.Success ? because.Groups["why"].Value : null })];
    }

    private IEnumerable<BulkCall> Read(string text, CompanyProfile company)
    {
        if (steps.Parse(text, company) is { Step: { } step, Wishes: [var stepped] } by)
        {
            var start = text[..by.DealStart] is var before && Possessive().Match(before) is { Success: true } own ? own.Index : by.DealStart;
            yield return new BulkCall(text, start, by.DealStart + by.DealWords.Length - start, BulkKind.Step) { Field = stepped.Field, Step = step };
        }

        if (Verb().Match(text) is not { Success: true } verb)
        {
            yield break;
        }

        foreach (var call in OfField(text, verb, company).Concat(OfValue(text, verb)))
        {
            yield return call;
        }
    }

    /// <summary>"Set the next step of SET to VALUE", "clear the competitor of SET", "change SET's close date to VALUE".</summary>
    private IEnumerable<BulkCall> OfField(string text, Match verb, CompanyProfile company)
    {
        var start = verb.Length;
        var stage = StageWord().Match(text, start);
        var mentions = lexicon.FindAll(text, start, company);
        var (field, end) = stage.Success ? (Stage, stage.Index + stage.Length)
            : mentions is [var first, ..] && text[start..first.Start].Trim().ToLowerInvariant() is "" or "the" or "a" ? (mentions[0].Field, mentions[0].End)
            : (null, 0);
        var clears = verb.Groups["clear"].Success;
        if (field is not null && Of().Match(text, end) is { Success: true } of)
        {
            var set = of.Index + of.Length;
            List<(int At, int Value)> cuts = clears ? [] : [.. Cuts(text, set)];
            foreach (var (at, value) in cuts)
            {
                yield return Call(text, set, at, BulkKind.Field, value) with { Field = field };
            }

            if (cuts.Count == 0)
            {
                yield return Call(text, set, text.Length, BulkKind.Field, -1) with { Field = field, Value = clears ? "" : null };
            }

            yield break;
        }

        foreach (var mention in mentions.Where(mention => mention.Start > start))
        {
            if (Setter().Match(text, mention.End) is { Success: true } setter && Behind().Match(text[start..mention.Start]) is { Success: true } behind)
            {
                yield return Call(text, start, start + behind.Index, BulkKind.Field, setter.Index + setter.Length) with { Field = mention.Field };
            }
        }
    }

    private static IEnumerable<BulkCall> OfValue(string text, Match verb)
    {
        var kind = verb.Groups["give"].Success ? BulkKind.Owner : BulkKind.Value;
        var cuts = Cuts(text, verb.Length).ToList();
        foreach (var (at, value) in cuts)
        {
            yield return Call(text, verb.Length, at, kind, value) with { OnlyLater = verb.Groups["later"].Success };
        }

        if (cuts.Count == 0 && (kind == BulkKind.Owner || verb.Groups["later"].Success))
        {
            yield return Call(text, verb.Length, Trailing().Match(text) is { Success: true } trailing ? trailing.Index : text.Length, kind, -1);
        }
    }

    /// <summary>Where the deals may end and the value begins: the deals of "move deals closing up to Friday to Discovery" end at the second "to".</summary>
    private static IEnumerable<(int At, int Value)> Cuts(string text, int start) =>
        Cut().Matches(text, start).Take(MostCuts).Select(cut => (cut.Index, cut.Index + cut.Length));

    private static BulkCall Call(string text, int start, int end, BulkKind kind, int value)
    {
        end = Math.Max(start, end);
        var set = text[start..end].TrimEnd();
        var (valueStart, said) = value < 0 ? (text.Length, null) : Unquoted(text, value);
        return new BulkCall(text, start, set.Length, kind) { Value = said, ValueStart = valueStart };
    }

    private static (int Start, string Value) Unquoted(string text, int start)
    {
        var value = text[start..];
        return value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 2 ? (start + 1, value[1..^1]) : (start, value);
    }

    /// <summary>Several deals are meant.</summary>
    [GeneratedRegex(@"\b(?:deals|opportunities|opps|renewals|these|those|them)\b|\b(?:every|each) (?:[\w-]+ ){0,4}(?:deal|opportunity|opp|renewal)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Many();

    [GeneratedRegex(@"^(?:what|which|who|whose|how|why|when|where|show|list|is|are|was|were|did|do|does|has|have|give me|tell me|compare|top|count|undo|revert)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(UpdateDealParser.Lead + @"(?:bulk[ -])?(?:(?<give>assign|reassign|re-assign|transfer|hand over|hand|give|pass)|(?<later>push|slip|slide|delay|extend|postpone|defer)(?: (?:out|back))?|(?<clear>clear|remove|delete|empty)|set|change|update|make|put|edit|correct|fix|adjust|mark|move|shift|pull|bring|reschedule|close|advance|drag|switch|send|drop)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\G(?:the )?(?:stage|status|phase)s?(?= (?:of|for|on)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StageWord();

    [GeneratedRegex(@"\Gs? (?:of|for|on|in|from) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Of();

    [GeneratedRegex(@"\G\s*(?:\bto\b|:|=|->|→|\bis\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setter();

    [GeneratedRegex(@"(?:'s?)?\s+(?:the |their )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?: (?:over|out|back|on|forward|up|down))*\s*(?: (?:in)?to| until| till| as|:| ->| =| →)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    [GeneratedRegex(@" (?:over|out|back|later)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"(?:(?:all|every|each|both)(?: of)? )?(?:the |our |my )$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[\s,;:(-]*\b(?:because(?: of)?|due to|owing to|on account of|reason(?: is| was)?:?)\s+(?<why>.+?)\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Because();
}
