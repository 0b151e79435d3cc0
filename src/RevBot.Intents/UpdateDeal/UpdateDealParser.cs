using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.UpdateDeal;

/// <summary>Cuts sentences about a deal's fields into the deal and what is wished for. Pure.</summary>
public sealed partial class UpdateDealParser(FieldClauses clauses, FieldStepParser steps)
{
    internal const string Lead = @"^(?:(?:please|pls|hey|ok|okay|can you|could you|would you|i want to|i'd like to|let's|go ahead and|just)[, ]+)*";
    private const string Deal = @"(?:the |our |my )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|#\S+?|.+?)(?:'s)?(?: (?:deal|opportunity|opp))?";

    public UpdateDealCall? Parse(Utterance utterance, CompanyProfile company, DateSense dates)
    {
        var text = utterance.Plain;
        if (Question().IsMatch(text) || text.Length > 3500)
        {
            return null;
        }

        return Text(text, Note().Match(text), DealFields.Note, company)
            ?? Text(text, NextStepOf().Match(text), DealFields.NextStep, company)
            ?? Text(text, Assign().Match(text), DealFields.Owner, company)
            ?? steps.Parse(text, company)
            ?? General(text, company, utterance.Text.TrimEnd().EndsWith('?'))
            ?? Implied(text, company, dates)
            ?? Stranger(text, company)
            ?? Whole(text);
    }

    /// <summary>Sentences of a shape of their own, with one value up to the end.</summary>
    private UpdateDealCall? Text(string text, Match match, string key, CompanyProfile company)
    {
        if (!match.Success || FieldCatalog.Find(company, key) is not { } field)
        {
            return null;
        }

        var value = match.Groups["value"];

        // "next step for Initech: call, close date to 15 Dec" goes on with another field.
        var more = field.Kind == FieldKind.Person ? [] : clauses.Mentions(text, value.Index, company).Where(mention => Follows().IsMatch(text[value.Index..mention.Start])).ToList();
        if (key == DealFields.Note || more.Count == 0)
        {
            return Call(text, match.Groups["deal"], [FieldClauses.Wish(field, text, value.Index, text.Length)], true);
        }

        return Call(text, match.Groups["deal"], [FieldClauses.Wish(field, text, value.Index, more[0].Start), .. FieldClauses.Wishes(text, more)], true);
    }

    /// <summary>"set Globex amount to 80k and close date to 15 Dec", "change the close date of Acme to Friday", "Globex: amount 80k".</summary>
    private UpdateDealCall? General(string text, CompanyProfile company, bool asks)
    {
        var verb = Verb().Match(text);
        var start = verb.Success ? verb.Length : 0;
        var mentions = clauses.Mentions(text, start, company);
        if (mentions.Count == 0 || (asks && !verb.Success))
        {
            return null;
        }

        var first = mentions[0];
        var front = Front().Match(text[start..first.Start]);
        if (front.Groups["deal"] is { Length: > 0 } before)
        {
            var wishes = FieldClauses.Wishes(text, mentions);
            var outright = verb.Success || front.Groups["colon"].Success;
            return outright || wishes.All(wish => wish.Text is not null)
                ? UpdateDealCall.Of(text, start + before.Index, before.Length, Cleared(wishes, verb), outright)
                : null;
        }

        // The field comes first: "… of DEAL to VALUE".
        var end = mentions.Count > 1 ? mentions[1].Start : text.Length;
        var after = OfDeal().Match(text[first.End..end]);
        if (!verb.Success && !after.Groups["to"].Success)
        {
            return null;
        }

        var named = after.Groups["deal"];
        return named.Success
            ? UpdateDealCall.Of(text, first.End + named.Index, named.Length, Cleared(FieldClauses.Wishes(text, mentions, first.End + named.Index + named.Length), verb), true)
            : null;
    }

    /// <summary>"bump Globex to 80k", "push Acme to 15 Jan": the value says which field is meant.</summary>
    private static UpdateDealCall? Implied(string text, CompanyProfile company, DateSense dates)
    {
        var match = ToValue().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var value = match.Groups["value"];
        var key = DateWords.TryRead(value.Value, dates, out _) || DateWords.ReadBothWays(value.Value, dates.Today).Count > 0 ? DealFields.CloseDate : AmountWords.TryRead(value.Value, out _, out _) ? DealFields.Amount : null;
        return key is not null && FieldCatalog.Find(company, key) is { } field
            ? Call(text, match.Groups["deal"], [new FieldWish(field, value.Value, value.Index)], true)
            : null;
    }

    /// <summary>"set foo of Acme to bar": a field that deals do not have, for the rules to say so.</summary>
    private static UpdateDealCall? Stranger(string text, CompanyProfile company)
    {
        if ((FieldOf().Match(text) is { Success: true } of ? of : FieldBehind().Match(text)) is not { Success: true } match)
        {
            return null;
        }

        var (name, value) = (match.Groups["field"].Value, match.Groups["value"]);
        return FieldCatalog.Find(company, name) is null
            ? Call(text, match.Groups["deal"], [new FieldWish(new DealField(name, name, FieldKind.Text, []), value.Value, value.Index)], true)
            : null;
    }

    private static UpdateDealCall? Whole(string text) =>
        UpdateOnly().Match(text) is { Success: true } match ? Call(text, match.Groups["deal"], [], true) : null;

    private static IReadOnlyList<FieldWish> Cleared(IReadOnlyList<FieldWish> wishes, Match verb) =>
        verb.Groups["clear"].Success ? [.. wishes.Select(wish => wish.Text is null ? wish with { Text = "" } : wish)] : wishes;

    private static UpdateDealCall Call(string text, Group deal, IReadOnlyList<FieldWish> wishes, bool hasVerb) => UpdateDealCall.Of(text, deal.Index, deal.Length, wishes, hasVerb);

    [GeneratedRegex(@"^(?:what|which|who|whose|how|why|when|where|show|list|is|are|was|were|did|do|does|has|have|give me|tell me|compare|top|count)\b|^(?:push|pull|move|slip|update|change|delay)(?:es|s)? (?:counts?|rates?|totals?|numbers?|by|per)\b|^(?:please |pls )?(?:pull|get|grab|fetch)(?: up| out| me)? (?:(?:all|my|our|the|every|of) ){0,3}(?:(?:open|overdue|won|lost|closed|stuck|stale) )?(?:deals|opps|opportunities)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(Lead + @"(?:(?:add|leave|log|write|put|make|take|save) )?(?:a |the )?(?:note|comment)(?: (?:on|to|for|about|in|at))? " + Deal + @"\s*(?::| - |, ?saying | saying | that )\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Note();

    [GeneratedRegex(Lead + @"(?:(?:set|change|update|make|add) )?(?:the )?next (?:steps?|action) (?:for|on|of|in|with|at) " + Deal + @"\s*(?::| - | is | to | = )\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextStepOf();

    [GeneratedRegex(Lead + @"(?:assign|reassign|re-assign|transfer|hand over|hand|give|pass) " + Deal + @"(?: over)? to (?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assign();

    [GeneratedRegex(Lead + @"(?:set|change|update|make|put|edit|correct|fix|adjust|increase|decrease|raise|lower|reduce|bump|push|pull|move|shift|slip|extend|delay|add|enter|record|(?<clear>clear|remove|delete))(?: up| back| out)?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:(?:the|our|my|an?) )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|.*?)(?:'s)?(?: (?:deal|opportunity|opp))?\s*(?:(?<colon>:)|,|-)?\s*(?:\b(?:has|with) )?(?:\b(?:an?|the|its) )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Front();

    [GeneratedRegex(@"^ (?:of|for|on|in|at) (?:the |our |my )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|#\S+?|.+?)(?:'s)?(?: (?:deal|opportunity|opp))?(?<to>\s*(?: from .+? to | to | is | by |:|=|->|→).*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfDeal();

    [GeneratedRegex(Lead + @"(?:bump|raise|lower|increase|decrease|cut|reduce|push|pull|move|slip|delay|set|change|update|extend|shift)(?: up| out| back)? " + Deal + @"(?: out| up| back| down)? (?:to|until|till) (?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToValue();

    [GeneratedRegex(Lead + @"(?:set|change|update|edit|make|put|correct|fix|adjust|enter|record) (?:the )?(?!stage\b|status\b)(?<field>\p{L}[\p{L}\p{N} _-]{0,38}?) (?:of|for|on) " + Deal + @"\s*(?: to |:|=|->)\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FieldOf();

    [GeneratedRegex(Lead + @"(?:set|change|update|edit|make|put|correct|fix|adjust|enter|record) (?<deal>.+?)'s (?!stage\b|status\b)(?<field>\p{L}[\p{L}\p{N} _-]{0,38}?)\s*(?: to |:|=|->)\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FieldBehind();

    [GeneratedRegex(Lead + "(?:update|edit|modify|change) " + Deal + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UpdateOnly();

    [GeneratedRegex(@"(?:,|;|\band|&)\s*(?:set |change |the |its )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Follows();
}
