using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.CreateDeal;

/// <summary>Cuts "new deal Acme Renewal 40k closing 15 March" and "create a deal for Globex, owned by Priya" into their parts. Pure; whether the parts exist is found out later.</summary>
public static partial class CreateDealParser
{
    private const string Lead = @"^(?:(?:please|pls|hey|hi|ok|okay|so|now|can you|could you|would you|will you|can i|can we|i want to|i'd like to|i need to|we need to|i have to|i wanna|let's|let me|we should|go ahead and|just|help me)[, ]+)*";
    private const string Deal = "(?:deal|opportunity|opp)";
    private const string End = @"(?:(?<colon>:)|,|(?= )|$)\s*(?<rest>.*)$";

    /// <summary>Null for any other sentence.</summary>
    public static CreateDealCall? Parse(string text, CompanyProfile company)
    {
        if (text.Length > 1000 || (Said().Match(text) is { Success: true } said ? said : Bare().Match(text)) is not { Success: true } match)
        {
            return null;
        }

        var (type, rest) = (match.Groups["type"].Value.Trim(), match.Groups["rest"].Value.Trim());
        var known = company.DealTypes.FirstOrDefault(one => string.Equals(one, type, StringComparison.OrdinalIgnoreCase));
        if ((type.Length > 0 && known is null) || About().IsMatch(rest))
        {
            return null;
        }

        var call = Parts(rest, company) with { Type = known, HasVerb = match.Groups["verb"].Success };
        return call.HasVerb || rest.Length == 0 || match.Groups["colon"].Success || char.IsUpper(rest[0]) || rest[0] == '"' || call is { Name: null, Account: not null } || call is { Amount: not null, Name: not null }
            ? call
            : null;
    }

    /// <summary>Each mark begins a part; what a mark begins and cannot be read as that part belongs to the words before it.</summary>
    private static CreateDealCall Parts(string text, CompanyProfile company)
    {
        var (call, start, name) = (new CreateDealCall(), 0, "");
        var marks = Marks().Matches(text).ToList();
        for (var at = -1; at < marks.Count; at++)
        {
            var end = at + 1 < marks.Count ? marks[at + 1].Index : text.Length;
            if (at < 0)
            {
                name = text[..end];
            }
            else
            {
                start = marks[at].Index + marks[at].Length;
                var value = text[start..end].Trim(' ', ',', ';');
                if (marks[at].Groups["next"].Success)
                {
                    // Words of one's own go to the end.
                    call = call with { NextStep = text[start..].Trim(' ', ',') };
                    break;
                }

                if (With(call, marks[at], value, company) is { } read)
                {
                    call = read;
                }
                else
                {
                    name += text[marks[at].Index..end];
                }
            }
        }

        name = Called().Replace(name.Trim(' ', ',', ';', ':'), "");
        if (call.Amount is null && Amount().Match(name) is { Success: true } amount && AmountWords.TryRead(amount.Groups["amount"].Value, out _, out _))
        {
            call = call with { Amount = amount.Groups["amount"].Value };
            name = name[..amount.Index] + name[(amount.Index + amount.Length)..];
        }

        name = Spaces().Replace(name, " ").Trim(' ', ',', ';', ':', '"', '-');
        return call with { Name = name.Length > 0 ? name : null };
    }

    /// <summary>Null when the words are not of the kind the mark begins, or that part was said before.</summary>
    private static CreateDealCall? With(CreateDealCall call, Match mark, string value, CompanyProfile company)
    {
        if (value.Length == 0)
        {
            return null;
        }

        var isAmount = AmountWords.TryRead(value, out var amount, out _) && amount > 0;
        return mark.Groups switch
        {
            var groups when groups["close"].Success && call.CloseDate is null => call with { CloseDate = value },
            var groups when groups["worth"].Success && isAmount && call.Amount is null => call with { Amount = value },
            var groups when groups["for"].Success && isAmount && call.Amount is null => call with { Amount = value },
            var groups when (groups["for"].Success || groups["with"].Success) && !isAmount && call.Account is null => Account(call, value),
            var groups when groups["owner"].Success && call.Owner is null => call with { Owner = value },
            var groups when groups["source"].Success && call.Source is null => call with { Source = value },
            var groups when groups["in"].Success && call.Stage is null && StageSlot.Read(value, company.Process) is [{ Group: StageGroup.Open }, ..] => call with { Stage = value },
            _ => null,
        };
    }

    /// <summary>"For Globex 40k": the amount may stand right behind the account.</summary>
    private static CreateDealCall Account(CreateDealCall call, string value)
    {
        if (call.Amount is null && Amount().Match(value) is { Success: true } found && found.Index + found.Length == value.Length && AmountWords.TryRead(found.Groups["amount"].Value, out _, out _))
        {
            var name = value[..found.Index].Trim(' ', ',', ';');
            return name.Length > 0 ? call with { Account = name.Trim('"'), Amount = found.Groups["amount"].Value } : call with { Amount = found.Groups["amount"].Value };
        }

        return call with { Account = value.Trim('"') };
    }

    [GeneratedRegex(Lead + @"(?:(?<verb>create|add|register|set up|put in|enter)(?: (?:me|us))?(?: (?:a|an|one|another|the|my|new|brand new))*|(?<verb>make|open|log|start|begin|book|record)(?: (?:me|us))? (?:(?:a|an|one|another) )(?:(?:brand )?new )?|(?<verb>make|open|log|start|begin|record) (?:a )?new) ?(?<type>(?:[\p{L}-]+ ){0,2}?)" + Deal + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?:an?other |a |one more )?new (?<type>(?:[\p{L}-]+ ){0,2}?)" + Deal + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>What is told of deals and is no name of one.</summary>
    [GeneratedRegex(@"^(?:s\b|amounts?\b|values?\b|sizes?\b|counts?\b|numbers?\b|rates?\b|volumes?\b|totals?\b|pipeline\b|creation\b|alerts?\b|notes?\b|stages?\b|lists?\b|reports?\b|by\b|per\b|created\b|this\b|last\b|next (?:week|month|quarter|year)\b|in (?:q[1-4]|20\d\d|the)\b|since\b|form\b.*\breport)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(
        @"[\s,;]*\b(?:(?<close>(?:to close|that closes|which closes|closing|closes|close date|expected|due)(?: is| to close| date)?:?(?: on| by| in| at| around| for)?)|(?<worth>worth|valued at|amounting to|amount(?: is| of)?:?|value(?: is| of)?:?)|(?<owner>owned by|owner(?: is)?:?|assigned to|assign(?:ed)? it to)|(?<source>source(?: is)?:?|sourced (?:by|from))|(?<next>next step(?: is)?:?)|(?<in>in(?:to)?(?: stage)?|at stage|stage(?: is)?:?)|(?<for>for|at)(?: account| customer)?|(?<with>with|account(?: is)?:?|customer(?: is)?:?))\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?:called|named|titled|by the name of)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    /// <summary>An amount that cannot be a number of a name: with a currency, in thousands or millions, or with its thousands apart.</summary>
    [GeneratedRegex(@"[\s,;(]*(?<![\p{L}\p{N}])(?<amount>(?:[$€£]|(?:usd|eur|gbp|chf) ?)\d[\d.,]*(?: ?(?:k|m|mm|mn|million|thousand|bn))?|\d[\d.,]* ?(?:k|m|mm|mn|million|thousand|bn)(?: ?(?:usd|eur|gbp|chf|dollars|euros?|€|\$))?|\d{1,3}(?:,\d{3})+|\d[\d.]*(?: ?(?:usd|eur|gbp|chf|dollars|euros?|€|\$)))(?![\p{L}\p{N}])\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
