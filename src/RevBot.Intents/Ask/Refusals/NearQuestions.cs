using System.Globalization;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Refusals;

/// <summary>Three questions near to one that cannot be answered, each read and computed before it is offered.</summary>
public sealed class NearQuestions(QuestionReader reader, AskQuery query, MetricCatalog catalog)
{
    private const int Wanted = 3;

    private static readonly string[] Fallbacks =
    [
        "What's our open pipeline by stage?", "How much did we win this quarter?", "What's our win rate by source?", "Which open deals have no next step?", "Who has the most open pipeline?",
        "How many deals are open?", "How many deals were created in the last 365 days?",
    ];

    public IReadOnlyList<string> For(AskedQuestion asked, Question? nearest)
    {
        var found = new List<string>();
        foreach (var candidate in Candidates(asked, nearest).Concat(Fallbacks))
        {
            if (found.Count == Wanted)
            {
                break;
            }

            if (!found.Contains(candidate, StringComparer.OrdinalIgnoreCase) && Answers(asked, candidate))
            {
                found.Add(candidate);
            }
        }

        return found;
    }

    /// <summary>The last question split by what most often tells something.</summary>
    public IReadOnlyList<string> Splits(AskedQuestion like, Question last)
    {
        if (catalog.Find(last.Measure) is not { } metric)
        {
            return [];
        }

        var rest = Scope(last, like.Company.Currency) + (last.PeriodIsDefault ? string.Empty : When(last.Period));
        string[] ways = last.Measure.StartsWith("losses.", StringComparison.Ordinal) ? ["loss reason", "source", "owner"] : ["source", "segment", "owner"];
        return [.. ways.Select(way => $"{metric.Title} by {way}{rest}").Where(candidate => Answers(like, candidate))];
    }

    private IEnumerable<string> Candidates(AskedQuestion asked, Question? nearest)
    {
        if (nearest is null)
        {
            yield break;
        }

        string[] measures = nearest.Measure.StartsWith("pipeline.open", StringComparison.Ordinal)
            ? [MeasureIds.OpenAmount, MeasureIds.Weighted, MeasureIds.WonAmount]
            : [nearest.Measure, MeasureIds.WonAmount, MeasureIds.WinRate, MeasureIds.OpenAmount];
        foreach (var measure in measures)
        {
            if (catalog.Find(measure) is { } metric)
            {
                // Only what is open stands in a stage.
                var scope = measure.StartsWith("pipeline.open", StringComparison.Ordinal) ? nearest : nearest with { Filters = nearest.Filters.RemoveAll(filter => filter is DealFilter.In { Dimension: Dimension.Stage }) };
                yield return $"{metric.Title}{Scope(scope, asked.Company.Currency)}{(nearest.PeriodIsDefault ? string.Empty : When(nearest.Period))}";
            }
        }
    }

    private static string Scope(Question question, string currency) => string.Concat(question.Filters.Select(filter => Scope(filter, currency)));

    private static string Scope(DealFilter filter, string currency) => filter switch
    {
        DealFilter.In { Dimension: not Dimension.StageGroup } values => $" {(values.Negated ? "excluding" : "for")} {string.Join(" and ", values.Values.Select(value => $"\"{value.Label}\""))}",
        DealFilter.Amount amount => $" {ReadingText.Filter(amount, currency)}",
        DealFilter.Missing missing => $" {(missing.Negated ? "with a" : "with no")} {ReadingText.Field(missing.Field)}",
        DealFilter.Untouched untouched => $" {(untouched.Negated ? "touched" : "not touched")} since {Iso(untouched.Since)}",
        DealFilter.OpenLonger open => $" open {(open.Negated ? "at most" : "longer than")} {CountText.Of(open.Days, "day")}",
        DealFilter.InStageLonger stage => $" in stage {(stage.Negated ? "at most" : "longer than")} {CountText.Of(stage.Days, "day")}",
        DealFilter.Paused paused => paused.Negated ? " not paused" : " paused",
        DealFilter.Pushed pushed => $" pushed {(pushed.Negated ? "fewer than" : "at least")} {CountText.Of(pushed.Times, "time")}",
        DealFilter.Created { Period: { Start: { } start, End: { } end } } => $" created from {Iso(start)} to {Iso(end)}",
        DealFilter.AnyOf any => string.Join(" or", any.Parts.Select(part => Scope(part, currency))),
        _ => string.Empty,
    };

    private static string When(Period? period) => period switch
    {
        null => string.Empty,
        { Label: var label } when label.Length > 0 && char.IsLetter(label[0]) && label.Length < 30 => " " + label,
        { Start: { } start, End: { } end } => $" from {Iso(start)} to {Iso(end)}",
        _ => string.Empty,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Question? Read(AskedQuestion asked, string candidate) => (reader.ReadLike(asked, candidate).Reading as QuestionReading.Understood)?.Question;

    private bool Answers(AskedQuestion asked, string candidate) =>
        Read(asked, candidate) is { } question
        && query.Evaluate(question, asked.Snapshot, asked.Company, asked.Now).Value is not null;
}
