using System.Text.RegularExpressions;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.UpdateDeal;

/// <summary>Cuts "push Acme by 2 weeks", "raise the amount of Globex by 10 %" and "add 5k to Initech" into the deal, the field and the step. Without a field the step says which is meant: days move the close date, figures the amount. Pure.</summary>
public sealed partial class FieldStepParser(FieldClauses clauses)
{
    private const string Later = "push|slip|slide|delay|extend|postpone|defer|shift|move";
    private const string Step = @"(?:\d{1,3}|an?|one|two|three|four|five|six|a couple of) (?:day|week|month|quarter|year)s?";

    public UpdateDealCall? Parse(string text, CompanyProfile company)
    {
        foreach (var (match, isBack) in (ReadOnlySpan<(Match, bool)>)
        [
            Directed(Moved().Match(text)),
            (Raised().Match(text), false),
            (Lowered().Match(text), true),
            (Added().Match(text), false),
            (Taken().Match(text), true),
        ])
        {
            if (match.Success && FieldStep.Read(match.Groups["step"].Value) is { } step && Call(text, match, isBack ? step.Back() : step, company) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>Later or earlier; what people disagree on ("push it forward") is not read.</summary>
    private static (Match Match, bool IsBack) Directed(Match match)
    {
        var pulls = match.Groups["verb"].Value.ToLowerInvariant() is "pull" or "bring";
        var (way, by) = (match.Groups["way"].Value.ToLowerInvariant(), match.Groups["by"].Success);
        return way switch
        {
            "" => (match, pulls),
            "earlier" or "sooner" or "up" => (match, true),
            "in" when pulls || by => (match, true),
            "forward" when pulls => (match, true),
            "out" or "back" or "later" when !pulls => (match, false),
            _ => (Match.Empty, false),
        };
    }

    private UpdateDealCall? Call(string text, Match match, FieldStep step, CompanyProfile company)
    {
        var body = match.Groups["body"];
        var end = body.Index + body.Length;
        var mentions = clauses.Mentions(text, body.Index, company).Where(mention => mention.End <= end).ToList();
        var field = mentions switch
        {
            [] => FieldCatalog.Find(company, step.Fits(Pipeline.Process.FieldKind.Date) ? DealFields.CloseDate : DealFields.Amount),
            [var only] => only.Field,
            _ => null,
        };
        if (field is null || !step.Fits(field.Kind))
        {
            return null;
        }

        // "Acme", "Acme's close date" or "the close date of Acme".
        var isFirst = mentions is [{ } mention, ..] && mention.End < end;
        var deal = isFirst ? BehindField().Match(text, mentions[0].End, end - mentions[0].End)
            : DealAlone().Match(text, body.Index, (mentions is [var last] ? last.Start : end) - body.Index);
        var named = deal.Groups["deal"];
        var said = match.Groups["step"];
        return named.Length > 0 ? UpdateDealCall.Of(text, named.Index, named.Length, [new FieldWish(field, said.Value, said.Index)], hasVerb: true) with { Step = step } : null;
    }

    [GeneratedRegex(UpdateDealParser.Lead + "(?<verb>" + Later + @"|pull|bring)(?: (?<way>out|back|up|in|forward))? (?<body>.+?)(?: (?<way>out|back|up|in|forward|later|earlier))?(?<by> by)? (?<step>" + Step + ")(?: (?<way>later|out|back|earlier|sooner))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    [GeneratedRegex(UpdateDealParser.Lead + "(?:raise|bump|increase|grow|up)(?: up)? (?<body>.+?)(?: up)? by (?<step>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(UpdateDealParser.Lead + "(?:lower|reduce|decrease|cut|drop|discount)(?: down)? (?<body>.+?)(?: down)? by (?<step>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lowered();

    [GeneratedRegex(UpdateDealParser.Lead + "add (?<step>.+?) to (?<body>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Added();

    [GeneratedRegex(UpdateDealParser.Lead + "(?:take|subtract|deduct|knock|shave|cut|remove) (?<step>.+?) (?:off(?: of)?|from|out of) (?<body>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Taken();

    [GeneratedRegex(@"\G(?:(?:the|our|my) )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|.+?)(?:'s?)?(?: (?:deal|opportunity|opp))?(?: the)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DealAlone();

    [GeneratedRegex(@"\G (?:of|for|on|in|at) (?:(?:the|our|my) )?(?:(?:deal|opportunity|opp) )?(?<deal>""[^""]+""|.+?)(?: (?:deal|opportunity|opp))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BehindField();
}
