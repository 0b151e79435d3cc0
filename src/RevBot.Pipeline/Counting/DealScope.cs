using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>The filters of a question, made ready to test many deals. All must hold, in any order.</summary>
/// <param name="losses">True when losses are asked for, see <see cref="DimensionReader"/>.</param>
internal sealed class DealScope(IEnumerable<DealFilter> filters, PipelineView view, bool losses)
{
    private readonly DealTest[] _ofDeals = [.. filters.Where(IsOfDeals).Select(filter => Compile(filter, view, losses))];
    private readonly DealTest[] _ofStays = [.. filters.Where(filter => !IsOfDeals(filter)).Select(filter => Compile(filter, view, losses))];

    private delegate bool DealTest(in Observation observation);

    /// <summary>True when a filter asks for what is the same for every stay of a deal.</summary>
    public bool AsksForDeals => _ofDeals.Length > 0;

    /// <summary>True when a filter asks for the stage or the day, and so for each stay.</summary>
    public bool AsksForStays => _ofStays.Length > 0;

    public bool Holds(in Observation observation) => HoldsForDeal(observation) && HoldsForStay(observation);

    /// <summary>The part that is the same for every stay of a deal.</summary>
    public bool HoldsForDeal(in Observation observation) => All(_ofDeals, observation);

    /// <summary>The part that asks for the stage or the day.</summary>
    public bool HoldsForStay(in Observation observation) => All(_ofStays, observation);

    private static bool IsOfDeals(DealFilter filter) => filter switch
    {
        DealFilter.In named => !named.Dimension.IsTime && named.Dimension is not (Dimension.Stage or Dimension.StageGroup),
        DealFilter.AnyOf any => any.Parts.All(IsOfDeals),
        _ => true,
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

    private static DealTest Compile(DealFilter filter, PipelineView view, bool losses) => filter switch
    {
        DealFilter.In { Dimension.IsTime: true } named => InTime(named, view),
        DealFilter.In named => In(named, view, losses),
        DealFilter.Amount amount => Amount(amount),
        DealFilter.Missing missing => Missing(view.Columns.Missing(missing.Field), missing.Negated),
        DealFilter.Closing closing => Closing(DayRange.Of(closing.Period)),
        DealFilter.Created created => Created(DayRange.Of(created.Period)),
        DealFilter.Untouched untouched => Touched(view.Columns.Touches, view.Company.Work.StartOf(untouched.Since).UtcTicks, untouched.Negated),
        DealFilter.OpenLonger open => OpenLonger(open.Days, open.Negated),
        DealFilter.InStageLonger stage => InStageLonger(view.Company.Work.StartOf(DateOnly.FromDayNumber(view.Today).AddDays(-stage.Days)).UtcTicks, stage.Negated),
        DealFilter.Paused paused => Paused(paused.Negated),
        DealFilter.Pushed pushed => Pushed(view.Columns.Touches, pushed.Times, pushed.Negated),
        DealFilter.AnyOf any => AnyOf([.. any.Parts.Select(part => Compile(part, view, losses))]),
        _ => throw new ArgumentException($"No test is known for {filter.GetType().Name}.", nameof(filter)),
    };

    private static DealTest In(DealFilter.In filter, PipelineView view, bool losses)
    {
        // A lost stage named outright is where the deals are, not where they were lost from.
        var isStage = filter.Dimension == Dimension.Stage;
        var named = isStage && filter.Values.Any(value => view.Company.Process.Find(new StageId(value.Key)) is { Group: StageGroup.Lost });
        var column = isStage && losses && !named ? view.Columns.LastStages : view.Columns.Of(filter.Dimension);
        var wanted = new bool[column.Keys.Count];
        Array.Fill(wanted, filter.Negated);
        foreach (var value in filter.Values)
        {
            if (column.Keys.Find(value.Key) is >= 0 and var ordinal && ordinal < wanted.Length)
            {
                wanted[ordinal] = !filter.Negated;
            }
        }

        return isStage
            ? (in Observation observation) => wanted[observation.IsStay ? observation.Stay.Stage : column.Ordinals[observation.Position]]
            : (in Observation observation) => wanted[column.Ordinals[observation.Position]];
    }

    private static DealTest InTime(DealFilter.In filter, PipelineView view)
    {
        var reader = new DimensionReader(filter.Dimension, view, losses: false);
        var keys = filter.Values.Select(value => value.Key).ToHashSet(StringComparer.Ordinal);
        return (in Observation observation) => keys.Contains(reader.KeyOf(reader.OrdinalOf(observation))) != filter.Negated;
    }

    /// <summary>A deal whose amount is unknown, or cannot be converted, is neither above nor below a bound.</summary>
    private static DealTest Amount(DealFilter.Amount filter) => (in Observation observation) =>
        observation.View.ValueOf(observation.Deal) is { } value
        && (filter.Min is not { } min || (filter.MinIncluded ? value >= min : value > min))
        && (filter.Max is not { } max || (filter.MaxIncluded ? value <= max : value < max));

    private static DealTest Closing(DayRange range) => (in Observation observation) => range.Contains(observation.Deal.Day);

    private static DealTest Created(DayRange range) => (in Observation observation) => range.Contains(observation.Deal.CreatedDay);

    private static DealTest Touched(Column<TouchFacts> touches, long since, bool touched) =>
        (in Observation observation) => touches[observation.Position].ChangedAt >= since == touched;

    /// <summary>A closed deal was open until the day it closed.</summary>
    private static DealTest OpenLonger(int days, bool negated) => (in Observation observation) =>
        (observation.Deal.Status == DealStatus.Open ? observation.View.Today : observation.Deal.Day) is var end
        && end != DealFacts.NoDay && end - observation.Deal.CreatedDay > days != negated;

    /// <param name="latest">The first moment of the day so many days ago: whoever came before it is there longer.</param>
    private static DealTest InStageLonger(long latest, bool negated) => (in Observation observation) =>
        observation.Deal.StageSince != 0 && observation.Deal.StageSince < latest != negated;

    private static DealTest Paused(bool negated) => (in Observation observation) =>
        (observation.Deal.HasPause && observation.View.PauseOf(observation.Position) is not null) != negated;

    private static DealTest Pushed(Column<TouchFacts> touches, int times, bool negated) => (in Observation observation) =>
        touches[observation.Position].Pushes >= times != negated;

    private static DealTest AnyOf(DealTest[] parts) => (in Observation observation) =>
    {
        foreach (var part in parts)
        {
            if (part(observation))
            {
                return true;
            }
        }

        return false;
    };

    private static DealTest Missing(Column<bool> missing, bool negated) => (in Observation observation) => missing[observation.Position] != negated;
}
