using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leaks;

/// <summary>Holds stages, segments and sources against their own past and keeps what chance does not explain.</summary>
/// <remarks>
/// Both periods are looked at alike: by the day deals came in, followed for as many days at most, deals still there counted as far as they were seen. Else the younger period would always look worse.
/// So many places are compared at once that some would look changed by luck: what is accused must stand out among all of them.
/// </remarks>
internal sealed class LeakSurvey
{
    /// <summary>A segment is named beside its stage when it has changed by a quarter more than the stage.</summary>
    private const double Telling = 1.25;

    private readonly LeakQuery _query;
    private readonly PipelineView _view;
    private readonly DealScope _scope;
    private readonly DayRange _after;
    private readonly DayRange _before;
    private readonly FlowCut[] _cuts;

    public LeakSurvey(LeakQuery query, PipelineView view)
    {
        (_query, _view) = (query, view);

        // Before the scope: it must know the stages of all stays.
        _ = view.Columns.Stays;
        _scope = new DealScope(query.Filters, view, losses: false);
        (_after, _before) = (DayRange.Of(query.Period), DayRange.Of(query.Before));
        _cuts = [new FlowCut(null, view), .. new[] { Dimension.Segment, Dimension.Source }.Where(IsOpen).Select(dimension => new FlowCut(dimension, view))];
    }

    private int Horizon => Math.Max(0, _view.Today - Math.Max(_after.First, _before.First));

    public LeakReport Report()
    {
        var exclusions = new Exclusions(_view.Company.Currency);
        foreach (var cut in _cuts)
        {
            cut.Count(_scope, _before, _after, Horizon, cut.By is null ? exclusions : null);
        }

        MeasureStays();
        var found = Candidates().ToList();
        var limit = FalseDiscovery.LimitOf(found.Select(candidate => candidate.Chance));
        var real = found.FindAll(candidate => candidate.IsChanged && candidate.Chance <= limit);
        real.RemoveAll(candidate => candidate.Cut.By is not null && real.Exists(whole => IsWholeOf(whole, candidate) && Math.Abs(candidate.Difference) < Telling * Math.Abs(whole.Difference)));
        if (real.Count > 0)
        {
            WeighDeals();
        }

        var changes = real.ConvertAll(LeakOf);
        return new LeakReport
        {
            Query = _query,
            AsOf = _view.Now,
            Stages = [.. _cuts[0].Rows.OrderBy(row => _view.Company.Process.PositionOf(new StageId(_cuts[0].StageOf(row).Key))).Select(FlowOf)],
            Leaks = [.. changes.Where(change => change.IsWorse).OrderByDescending(change => change.AtStake).ThenByDescending(change => change.Deals)],
            Gains = [.. changes.Where(change => !change.IsWorse).OrderByDescending(change => change.Deals)],
            Compared = found.Count,
            Horizon = Horizon,
            Deals = (_cuts[0].Deals(0).After, _cuts[0].Deals(0).Before),
            Excluded = exclusions.All(),
        };
    }

    /// <summary>The same change of the whole stage.</summary>
    private static bool IsWholeOf(Candidate whole, Candidate part) =>
        whole.Cut.By is null && whole.Kind == part.Kind && whole.Cut.StageOf(whole.Row).Key == part.Cut.StageOf(part.Row).Key && Math.Sign(whole.Difference) == Math.Sign(part.Difference);

    /// <summary>False for a dimension of which the question names one value only: it splits nothing.</summary>
    private bool IsOpen(Dimension dimension) => !_query.Filters.Any(filter => filter is DealFilter.In { Negated: false, Values.Length: 1 } named && named.Dimension == dimension);

    private void MeasureStays()
    {
        var stays = _view.Columns.Stays;
        for (var rank = 0; rank < stays.Ended.Length; rank++)
        {
            ref readonly var ended = ref stays.Ended[rank];
            Measure(ended.Position, ended.Stay, stays.Lengths[rank], isLate: false);
        }

        for (var rank = 0; rank < stays.Running.Length; rank++)
        {
            ref readonly var running = ref stays.Running[rank];
            Measure(running.Position, running.Stay, LengthSince(stays.Since[rank]), isLate: false);
        }

        foreach (var position in stays.Late)
        {
            var lengths = stays.LateLengths(position) ?? [];
            for (var index = 0; index < lengths.Length; index++)
            {
                var stay = stays[position][index];
                if (!stay.IsUnseen)
                {
                    Measure(position, stay, stay.IsRunning ? _view.LengthOfStay(position) : lengths[index], isLate: true);
                }
            }
        }
    }

    private void Measure(int position, in StayFacts stay, double length, bool isLate)
    {
        var isAfter = _after.Contains(stay.EnteredDay);
        if ((!isAfter && !_before.Contains(stay.EnteredDay)) || isLate != _view.Columns.Stays.LateLengths(position) is not null)
        {
            return;
        }

        var observation = Observe(position, stay);
        if (_scope.Holds(observation))
        {
            foreach (var cut in _cuts)
            {
                cut.AddStay(observation, length, !stay.IsRunning, isAfter);
            }
        }
    }

    /// <summary>What deals that came in are worth, and those that are there now.</summary>
    private void WeighDeals()
    {
        for (var position = 0; position < _view.Snapshot.Deals.Length; position++)
        {
            var stays = _view.Columns.Stays[position];
            for (var index = 0; index < stays.Length; index++)
            {
                var entered = _after.Contains(stays[index].EnteredDay) && !ConversionCount.HasBeen(stays[..index], stays[index].Stage);
                var observation = Observe(position, stays[index]);
                if ((!entered && !stays[index].IsRunning) || stays[index].IsUnseen || !_scope.Holds(observation) || _view.ValueOf(observation.Deal) is not { } worth)
                {
                    continue;
                }

                foreach (var cut in _cuts)
                {
                    if (entered)
                    {
                        cut.AddEntered(observation, worth);
                    }

                    if (stays[index].IsRunning)
                    {
                        cut.AddOpen(observation, worth);
                    }
                }
            }
        }
    }

    private IEnumerable<Candidate> Candidates()
    {
        foreach (var cut in _cuts)
        {
            foreach (var row in cut.Rows.Where(row => _view.Company.Process.Find(new StageId(cut.StageOf(row).Key)) is { Group: StageGroup.Open }))
            {
                if (cut.ConversionOf(row) is { } rate)
                {
                    yield return new Candidate(cut, row, LeakKind.Conversion, rate.Before.Share, rate.After.Share, rate.Interval, rate.IsChanged);
                }

                if (cut.TimeOf(row) is { } time)
                {
                    yield return new Candidate(cut, row, LeakKind.TimeInStage, time.Before, time.After, time.Interval, time.IsChanged);
                }
            }
        }
    }

    private Leak LeakOf(Candidate found)
    {
        var atStake = found.Kind == LeakKind.Conversion
            ? found.Cut.EnteredIn(found.Row) * (decimal)Math.Abs(found.Difference)
            : found.Cut.OpenIn(found.Row) * (decimal)Math.Max(0, 1 - (found.Before / found.After));
        return new Leak(found.Kind, found.Cut.StageOf(found.Row), found.Cut.By, found.Cut.PartOf(found.Row), found.Before, found.After, found.Interval, found.Cut.Deals(found.Row).After, atStake);
    }

    private StageFlow FlowOf(int row)
    {
        var stage = _cuts[0].StageOf(row);
        var (before, after) = _cuts[0].Deals(row);
        return new StageFlow(stage, after, before, _cuts[0].ConversionOf(row), _cuts[0].TimeOf(row), ShiftOf(stage));
    }

    private RateShift? ShiftOf(DimensionValue stage)
    {
        if (_cuts.FirstOrDefault(cut => cut.By == Dimension.Segment) is not { } segments)
        {
            return null;
        }

        var rates = segments.Of(stage).Select(row => segments.Deals(row) is var (before, after)
            ? new SegmentRate(segments.PartOf(row)?.Label, segments.ShareOf(row, false).Share * before, before, segments.ShareOf(row, true).Share * after, after) : default).ToList();
        return rates.Count < 2 ? null : RateShift.Between(rates);
    }

    private Observation Observe(int position, in StayFacts stay) => new(_view, in _view.Columns.Facts[position], position, stay.EnteredDay, stay);

    private double LengthSince(long ticks) => _view.Company.Work.BusinessDaysBetween(new DateTimeOffset(ticks, TimeSpan.Zero), _view.Now);

    private sealed record Candidate(FlowCut Cut, int Row, LeakKind Kind, double Before, double After, Interval Interval, bool IsChanged)
    {
        public double Difference => After - Before;

        public double Chance { get; } = FalseDiscovery.ChanceOf(After - Before, Interval);
    }
}
