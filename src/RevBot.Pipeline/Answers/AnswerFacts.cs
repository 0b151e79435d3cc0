using System.Globalization;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>What a reader must know beside the number: the receipt's remarks, and the sentence for "no data".</summary>
internal sealed class AnswerFacts(DealMetric rule, Question question, PipelineView view)
{
    private const int NamesShown = 5;

    public required Tallies Tallies { get; init; }

    public required int Deals { get; init; }

    public required int ComparedDeals { get; init; }

    public required int Won { get; init; }

    /// <summary>Of <see cref="Won"/>, those with a signed contract date.</summary>
    public required int Signed { get; init; }

    public required int Overdue { get; init; }

    /// <summary>True when amounts were converted to the company's currency.</summary>
    public required bool Converted { get; init; }

    /// <summary>Days each deal was followed for at most; <see cref="int.MaxValue"/> without a limit.</summary>
    public required int Horizon { get; init; }

    /// <summary>True when rows tell what part they are of the deals that have a reason.</summary>
    public required bool TellsShares { get; init; }

    /// <summary>"No deals were won in that period."</summary>
    public string Nothing(IReadOnlyList<Exclusion> excluded) => rule.Metric.Nothing(rule.Nothing, question, excluded);

    public IReadOnlyList<string> Remarks(OrderedAsRead<AnswerRows.Counted, AnswerRow> rows, EvaluationGroups groups, IReadOnlyList<DimensionReader> readers)
    {
        var remarks = new List<string?>
        {
            DateRemark(),
            Converted && rule.Measure.NeedsAmount ? $"converted to {view.Company.Currency} at the dated rates" : null,
            rule is { Population: DealPopulation.Open, Parts: null } && Overdue > 0
                ? $"{(Overdue == Deals ? "all" : $"{Overdue.ToString("N0", CultureInfo.InvariantCulture)} of {rule.Metric.CountOf(Deals)} {(Overdue == 1 ? "is" : "are")}")} overdue: the expected close date has passed"
                : null,
            rule.Metric.FewRemark(Deals),
            rule.Metric.FewInRowsRemark(rows.InAnyOrder.Count(row => rule.Metric.IsFew(Tallies[row.Row].Deals)), rows.Count),
            question.CompareWith is null ? null : rule.Metric.ComparedRemark(ComparedDeals),
            Tallies[0].Undecided > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Tallies[0].Undecided:N0} still on their way: they count as far as they were seen") : null,
            Tallies[0].Share.Count > 0 && Horizon < int.MaxValue ? $"in both periods deals are followed for at most {Horizon} days" : null,
            TellsShares && Deals > 0 ? WithoutReason(groups, readers[0]) : Unnamed(groups, readers),
            question is { Ranking: not null, Breakdown: [Dimension.Owner] } ? WithoutRecord(groups, readers[0]) : null,
        };
        return [.. remarks.OfType<string>()];
    }

    private string? DateRemark()
    {
        if (rule.Metric.Basis is not (TimeBasis.Won or TimeBasis.Closed) || Won == 0)
        {
            return null;
        }

        var subject = rule.Metric.Basis == TimeBasis.Closed ? "won deals " : "";
        return Signed switch
        {
            0 => $"{subject}by the close date",
            var all when all == Won => $"{subject}by the contract's signed date",
            _ => string.Create(CultureInfo.InvariantCulture, $"{subject}by the contract's signed date for {Signed:N0} of {rule.Metric.CountOf(Won)}, else the close date"),
        };
    }

    private string WithoutReason(EvaluationGroups groups, DimensionReader reasons)
    {
        var without = groups.Rows.Where(row => reasons.KeyOf(groups[row].First).Length == 0).Sum(row => Tallies[row].Deals);
        return without == 0 ? "a reason was said for every one"
            : $"{without.ToString("N0", CultureInfo.InvariantCulture)} of {rule.Metric.CountOf(Deals)} {(without == 1 ? "has" : "have")} no reason said: shares are of the others";
    }

    /// <summary>Deals that no rank could be given, because they have no value to be ranked by.</summary>
    private string? Unnamed(EvaluationGroups groups, IReadOnlyList<DimensionReader> readers)
    {
        if (question.Ranking is null)
        {
            return null;
        }

        var deals = groups.Rows.Where(row => readers[0].KeyOf(groups[row].First).Length == 0 || (readers.Count > 1 && readers[1].KeyOf(groups[row].Second).Length == 0)).Sum(row => Tallies[row].Deals);
        return deals == 0 ? null : $"not ranked: {rule.Metric.CountOf(deals)} with no {string.Join(" or ", question.Breakdown.Select(Words))}";
    }

    /// <summary>The active reps who have no record: they are not ranked, so they are named apart.</summary>
    private string? WithoutRecord(EvaluationGroups groups, DimensionReader owners)
    {
        var present = groups.Rows.Where(row => Tallies[row].Deals > 0).Select(row => owners.KeyOf(groups[row].First)).ToHashSet(StringComparer.Ordinal);
        var names = view.Snapshot.People.Values
            .Where(person => person is { Active: true, Role: PersonRole.Rep } && view.Snapshot.Limit?.Shows(person.Id) != false && !present.Contains(person.Id.Value) && IsAsked(person))
            .Select(person => person.Name)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return names switch
        {
            [] => null,
            [var only] => $"1 active rep has none: {only}",
            { Count: <= NamesShown } => $"{names.Count} active reps have none: {string.Join(", ", names)}",
            _ => $"{names.Count} active reps have none: {string.Join(", ", names.Take(NamesShown))} and {names.Count - NamesShown} more",
        };
    }

    private bool IsAsked(Person person) => question.Filters.OfType<DealFilter.In>().All(filter =>
    {
        var key = filter.Dimension switch
        {
            Dimension.Owner => person.Id.Value,
            Dimension.Team => person.Team ?? "",
            Dimension.Manager => person.Manager?.Value ?? "",
            _ => null,
        };
        return key is null || filter.Values.Any(value => value.Key == key) != filter.Negated;
    });

    /// <summary>"loss reason" of <see cref="Dimension.LossReason"/>.</summary>
    public static string Words(Dimension dimension) => dimension == Dimension.StageGroup ? "status" :
        string.Concat(dimension.ToString().Select((letter, place) => char.IsUpper(letter) ? (place == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}
