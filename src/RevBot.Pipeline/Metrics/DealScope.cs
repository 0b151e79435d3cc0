using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Metrics;

/// <summary>The filters of a question, made ready to test many deals. All must hold, in any order.</summary>
internal sealed class DealScope(IEnumerable<DealFilter> filters, PipelineView view)
{
    private readonly DealTest[] _ofDeals = [.. filters.Where(IsOfDeals).Select(filter => Compile(filter, view))];
    private readonly DealTest[] _ofStays = [.. filters.Where(filter => !IsOfDeals(filter)).Select(filter => Compile(filter, view))];

    private delegate bool DealTest(in Observation observation);

    public bool Holds(in Observation observation) => HoldsForDeal(observation) && HoldsForStay(observation);

    /// <summary>The part that is the same for every stay of a deal.</summary>
    public bool HoldsForDeal(in Observation observation) => All(_ofDeals, observation);

    /// <summary>The part that asks for the stage or the day.</summary>
    public bool HoldsForStay(in Observation observation) => All(_ofStays, observation);

    private static bool IsOfDeals(DealFilter filter) => filter is not DealFilter.In
    {
        Dimension: Dimension.Stage or Dimension.StageGroup or Dimension.Week or Dimension.Month or Dimension.Quarter or Dimension.Year,
    };

    private static bool All(DealTest[] tests, in Observation observation)
    {
        foreach (var test in tests)
        {
            if (!test(observation))
            {
                return false;
            }
        }

        return true;
    }

    private static DealTest Compile(DealFilter filter, PipelineView view) => filter switch
    {
        DealFilter.In named => In(named, view),
        DealFilter.Amount amount => Amount(amount),
        DealFilter.Missing missing => Missing(missing),
        DealFilter.Closing closing => Closing(DayRange.Of(closing.Period)),
        _ => throw new ArgumentException($"No test is known for {filter.GetType().Name}.", nameof(filter)),
    };

    private static DealTest In(DealFilter.In filter, PipelineView view)
    {
        var reader = new DimensionReader(filter.Dimension, view);
        var keys = filter.Values.Select(value => value.Key).ToHashSet(StringComparer.Ordinal);
        if (filter.Dimension == Dimension.Stage && keys.Any(key => view.Company.Process.Find(new StageId(key)) is { Group: StageGroup.Lost }))
        {
            // A lost stage named outright is where the deals are, not where they were lost from.
            return (in Observation observation) => keys.Contains(observation.StageId.Value) != filter.Negated;
        }

        var answers = new List<bool>();
        return (in Observation observation) =>
        {
            var ordinal = reader.OrdinalOf(observation);
            while (answers.Count <= ordinal)
            {
                answers.Add(keys.Contains(reader.KeyOf(answers.Count)) != filter.Negated);
            }

            return answers[ordinal];
        };
    }

    /// <summary>A deal whose amount is unknown, or cannot be converted, is neither above nor below a bound.</summary>
    private static DealTest Amount(DealFilter.Amount filter) => (in Observation observation) =>
        observation.Deal.Amount is { } amount
        && observation.View.Convert(amount, observation.Deal) is { } value
        && (filter.Min is not { } min || (filter.MinIncluded ? value >= min : value > min))
        && (filter.Max is not { } max || (filter.MaxIncluded ? value <= max : value < max));

    private static DealTest Closing(DayRange range) => (in Observation observation) =>
        range.Contains(observation.View.DayOf(observation.Deal));

    private static DealTest Missing(DealFilter.Missing filter) => (in Observation observation) =>
        IsEmpty(filter.Field, observation) != filter.Negated;

    private static bool IsEmpty(string field, in Observation observation)
    {
        var deal = observation.Deal;
        return field switch
        {
            DealFields.Owner => deal.Owner is null,
            DealFields.Account => deal.Account is null,
            DealFields.Amount => deal.Amount is null,
            DealFields.CloseDate => deal.CloseDate is null,
            DealFields.SignedDate => deal.SignedDate is null,
            DealFields.NextStepDate => deal.NextStepDate is null,
            DealFields.Stage => false,
            DealFields.Name => string.IsNullOrWhiteSpace(deal.Name),
            DealFields.Source => string.IsNullOrWhiteSpace(deal.Source),
            DealFields.DealType => string.IsNullOrWhiteSpace(deal.DealType),
            DealFields.Segment => string.IsNullOrWhiteSpace(DimensionReader.SegmentOf(deal, observation.View.Snapshot)),
            DealFields.Region => string.IsNullOrWhiteSpace(DimensionReader.RegionOf(deal, observation.View.Snapshot)),
            DealFields.Product => string.IsNullOrWhiteSpace(deal.Product),
            DealFields.ForecastCategory => string.IsNullOrWhiteSpace(deal.ForecastCategory),
            DealFields.NextStep => string.IsNullOrWhiteSpace(deal.NextStep),
            DealFields.Competitor => string.IsNullOrWhiteSpace(deal.Competitor),
            DealFields.LossReason => string.IsNullOrWhiteSpace(deal.LossReason),
            DealFields.LossDetail => string.IsNullOrWhiteSpace(deal.LossDetail),
            DealFields.LossNote => string.IsNullOrWhiteSpace(deal.LossNote),
            _ => string.IsNullOrWhiteSpace(deal.Fields.GetValueOrDefault(field)),
        };
    }
}
