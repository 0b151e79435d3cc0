using System.Text.RegularExpressions;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>Reads "amount to 80k and close date to 15 Dec" into wishes. Words of a free text are left whole: "next step: confirm the amount with Joe" is one wish.</summary>
public sealed partial class FieldClauses(FieldLexicon lexicon)
{
    /// <summary>The mentions that begin a clause.</summary>
    public IReadOnlyList<FieldMention> Mentions(string text, int start, CompanyProfile company)
    {
        var kept = new List<FieldMention>();
        foreach (var mention in lexicon.FindAll(text, start, company))
        {
            // Inside words of one's own only "…, amount to" begins another clause.
            if (kept is [.., { Field.Kind: FieldKind.Text or FieldKind.LongText or FieldKind.People }]
                && !(Connector().IsMatch(text[..mention.Start]) && Setter().IsMatch(text[mention.End..])))
            {
                continue;
            }

            kept.Add(mention);
        }

        return kept;
    }

    /// <summary>Each mention with the value that follows it, up to the next one.</summary>
    /// <param name="firstValue">Where the first mention's value begins, when that is not right behind its name.</param>
    public static IReadOnlyList<FieldWish> Wishes(string text, IReadOnlyList<FieldMention> mentions, int? firstValue = null)
    {
        var wishes = new List<FieldWish>();
        for (var index = 0; index < mentions.Count; index++)
        {
            var start = index == 0 && firstValue is { } given ? given : mentions[index].End;
            var end = index + 1 < mentions.Count ? mentions[index + 1].Start : text.Length;
            wishes.Add(Wish(mentions[index].Field, text, Math.Min(start, end), end));
        }

        return wishes;
    }

    public static FieldWish Wish(DealField field, string text, int start, int end)
    {
        var value = text[start..end];
        var lead = ValueLead().Match(value);
        var said = lead.Success ? value[lead.Length..] : value;
        start += lead.Success ? lead.Length : 0;
        // Only where another clause follows is "and the" no part of the value.
        said = (end < text.Length ? ValueTail().Replace(said, "") : said).TrimEnd();
        var clears = ClearWord().IsMatch(said);
        return new FieldWish(field, clears ? "" : said.Length == 0 ? null : said.Trim('"'), start);
    }

    [GeneratedRegex(@"(?:,|;|\band|&|\bwith)\s*(?:set |change |the |its |an? )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connector();

    [GeneratedRegex(@"^\s*(?:to\b|:|=|->|is\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setter();

    [GeneratedRegex(@"^\s*(?:from .+? to |(?:is now|should now be|should be|is|to|as|at|be|by|of|becomes|now)(?= )|:|=|->|=>|→|-(?= ))?\s*(?:(?:to|is|be|as)(?= )|:|=|->)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ValueLead();

    [GeneratedRegex(@"(?:[\s,;]+(?:and|&|with|also|then|plus|set|change|update|make|the|its|his|her|their|an?))*[\s,;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ValueTail();

    [GeneratedRegex("^(?:none|nothing|empty|blank|null)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClearWord();
}
