using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.StalledDeals;

/// <summary>Whose and which stalled deals are asked for, read like any question for open deals: "my team's", "from partners", "not in EMEA", "over 50k".</summary>
/// <param name="Closing">The days the deals are due in, where that was said.</param>
/// <param name="Aside">What was said and is not answered by a list of stalled deals; null when nothing.</param>
/// <param name="Unclear">What must be asked back first: a name that fits several.</param>
internal sealed partial record StallScope(ImmutableArray<DealFilter> Filters, Period? Closing, string? Aside, QuestionReading.Unclear? Unclear)
{
    private const string Phrase = "open deals";

    /// <param name="like">What the sentences are read against.</param>
    /// <param name="around">The sentence with <see cref="Gap"/> where the words for being stuck were.</param>
    /// <param name="further">What was said on from it: "and for AMER?".</param>
    public static StallScope Read(AskedQuestion like, QuestionReader reader, string around, IEnumerable<string> further)
    {
        string[] ways = [around.Replace(Gap, "open", StringComparison.Ordinal), $"{Phrase} {around.Replace(Gap, " ", StringComparison.Ordinal)}"];
        List<AskedQuestion> read = [.. ways.SelectMany(way => reader.Cores(reader.ReadLike(like, way))).Select(way => reader.ReadLike(like, way))];
        if (read.Find(IsOfOpenDeals) is { } asked)
        {
            asked = further.Aggregate(asked, (last, said) => GoOn(last, said, reader) ?? last);
            var question = ((QuestionReading.Understood?)asked.Reading)?.Question ?? throw new System.Diagnostics.UnreachableException();
            var due = question is { PeriodIsDefault: false, Period: { } period } && Due().IsMatch(around) ? period : null;
            return new StallScope(question.Filters, due, AsideOf(question, due), null);
        }

        // What could not be read is said, and the rest holds.
        return read.Select(one => one.Reading).OfType<QuestionReading.Unclear>().FirstOrDefault(reading => reading.IsOfNames) is { } unclear
            ? new StallScope([], null, null, unclear with { Choices = [.. unclear.Choices.Select(choice => choice with { Utterance = choice.Utterance.Replace(Phrase, "stalled deals", StringComparison.OrdinalIgnoreCase) })] })
            : read.Select(one => one.Reading).OfType<QuestionReading.Refused>().Where(reading => reading.Nearest?.Filters.Length > 0).MaxBy(reading => reading.Nearest?.Filters.Length) is { Nearest.Filters: var filters } refused
                ? new StallScope(filters, null, refused.Reason, null)
                : new StallScope([], null, null, null);
    }

    /// <summary>True when a sentence says of the stalled deals before it which are meant now.</summary>
    public static bool GoesOn(AskedQuestion like, QuestionReader reader, string said) => GoOn(reader.ReadLike(like, Phrase), said, reader) is not null;

    private static AskedQuestion? GoOn(AskedQuestion last, string said, QuestionReader reader) => reader.Continue(last, reader.ReadLike(last, said)) is { } next && IsOfOpenDeals(next) ? next : null;

    private static bool IsOfOpenDeals(AskedQuestion asked) => asked.Reading is QuestionReading.Understood { Question.Measure: var measure } && measure.StartsWith("pipeline.open", StringComparison.Ordinal);

    /// <summary>Stands for the words for being stuck.</summary>
    public const string Gap = "\u2026";

    /// <summary>"of Dana Reyes in Proposal"; empty for everybody.</summary>
    public string WordsIn(string currency) => string.Join(' ', Filters.Select(filter => filter switch
    {
        DealFilter.In { Negated: false, Values: [var one] } named => $"{named.Dimension switch { Dimension.Owner => "of", Dimension.Account => "with", Dimension.Manager => "under", Dimension.Source => "from", _ => "in" }} {one.Label}",
        _ => ReadingText.Filter(filter, currency),
    }).Concat(Closing is { } due ? [$"closing {PeriodText.Dates(due)}"] : Array.Empty<string>()));

    /// <summary>The open deals it speaks of.</summary>
    public HashSet<DealId> DealsOf(AskedQuestion asked) =>
        [.. new DealQuery { Filters = Filters, Status = DealStatus.Open, Period = Closing }.Run(asked.Snapshot, asked.Company, asked.Now).Deals.Select(deal => deal.Id)];

    private static string? AsideOf(Question question, Period? due)
    {
        List<string> left = [];
        if (!question.Breakdown.IsEmpty)
        {
            left.Add($"one by one, not by {string.Join(" and ", question.Breakdown.Select(DimensionText.Of))}");
        }

        if (due is null && question is { PeriodIsDefault: false, Period: { Label: var label } } && !label.StartsWith("this", StringComparison.Ordinal) && label is not ("today" or "all time"))
        {
            left.Add($"as they are stuck now, not {label}");
        }

        return left.Count == 0 ? null : string.Join(" · ", left);
    }

    [GeneratedRegex(@"\b(?:clos(?:e|es|ing)|due|expected|sign(?:s|ing)?|land(?:s|ing)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();
}
