using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Gathers in one pass over the deals what the forecasts of a question are played from: one for the whole and one for each row.</summary>
internal sealed class ForecastSurvey
{
    private readonly PipelineView _view;
    private readonly ForecastSpan _span;
    private readonly DealScope _scope;
    private readonly DimensionReader[] _readers;
    private readonly OrdinalColumn _segments;
    private readonly OrdinalColumn _stages;
    private readonly sbyte[] _stageOrdinals;
    private readonly Exclusions _exclusions;
    private readonly List<ForecastGround> _grounds = [new()];
    private readonly int _ownCurrency;

    public ForecastSurvey(Question question, PipelineView view, ForecastSpan span)
    {
        (_view, _span) = (view, span);
        Travel = view.Columns.TravelUntil(span.Today, view.Company.Process);
        _scope = new DealScope(question.Filters, view, losses: false);
        _readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses: false))];
        _segments = view.Columns.Of(Dimension.Segment);
        _stages = view.Columns.Of(Dimension.Stage);
        _stageOrdinals = [.. Enumerable.Range(0, _stages.Keys.Count).Select(ordinal => Travel.OrdinalOf(new StageId(_stages.Keys[ordinal])))];
        _exclusions = new Exclusions(view.Company.Currency);
        _ownCurrency = view.Columns.Currencies.Find(view.Company.Currency);
        Deals = new DealSet(view.Snapshot);
        for (var position = 0; position < view.Snapshot.Deals.Length; position++)
        {
            if (view.LooksBack)
            {
                LookBack(position);
            }
            else
            {
                Look(position);
            }
        }
    }

    public TravelHistory Travel { get; }

    /// <summary>By row; the first is the whole.</summary>
    public IReadOnlyList<ForecastGround> Grounds => _grounds;

    public EvaluationGroups Groups { get; } = new();

    public IReadOnlyList<DimensionReader> Readers => _readers;

    /// <summary>Of the open deals, in the order of the whole's.</summary>
    public List<int> OpenPositions { get; } = [];

    /// <summary>Those open, and those won in the period.</summary>
    public DealSet Deals { get; }

    public IReadOnlyList<Exclusion> Excluded => _exclusions.All();

    public bool IsConverted { get; private set; }

    /// <summary>The day history begins: when the first deal of all was created.</summary>
    public int Since { get; private set; } = int.MaxValue;

    private void Look(int position)
    {
        ref readonly var deal = ref _view.Columns.Facts[position];
        Since = Math.Min(Since, deal.CreatedDay);
        if (deal.Status == DealStatus.Lost || (deal.Status == DealStatus.Won && !IsOfUse(deal.Day)) || !_scope.Holds(Observe(position)))
        {
            return;
        }

        if (!deal.HasAmount || _view.ValueOf(deal) is not { } value)
        {
            Exclude(in deal, deal.HasAmount ? _view.Columns.Currencies[deal.Currency] : null);
        }
        else if (deal.Status == DealStatus.Won)
        {
            AddWin(position, deal.CreatedDay, deal.Day, value);
        }
        else
        {
            AddOpen(position, _stageOrdinals[_stages.Ordinals[position]], deal.StageSince, value);
        }

        IsConverted |= deal.HasAmount && deal.Currency != _ownCurrency;
    }

    private void LookBack(int position)
    {
        var deal = _view.Snapshot.Deals.Span[position];
        ref readonly var facts = ref _view.Columns.Facts[position];
        var moment = _view.Now.UtcTicks;
        if (deal.CreatedAt.UtcTicks > moment)
        {
            return;
        }

        Since = Math.Min(Since, facts.CreatedDay);
        var open = DealPast.IsOpenAt(deal, moment);
        var won = open ? DealFacts.NoDay : WonDayAt(deal, in facts, moment);
        if ((!open && !IsOfUse(won)) || !_scope.Holds(Observe(position)))
        {
            return;
        }

        if (DealPast.AmountAt(deal, moment) is not { } amount || _view.ValueOf(amount, open ? _view.Today : won) is not { } value)
        {
            Exclude(in facts, DealPast.AmountAt(deal, moment)?.Currency);
        }
        else if (open)
        {
            var visit = VisitAt(deal, moment);
            AddOpen(position, Travel.OrdinalOf(visit.Stage), visit.EnteredAt.UtcTicks, value);
        }
        else
        {
            AddWin(position, facts.CreatedDay, won, value);
        }
    }

    /// <summary>The day a deal counts as won that was so by then; else none.</summary>
    private static int WonDayAt(Deal deal, in DealFacts facts, long moment)
    {
        if (deal.Visits.IsEmpty)
        {
            return deal.Status == DealStatus.Won ? facts.Day : DealFacts.NoDay;
        }

        return DealPast.ClosingAt(deal, moment) != ExitKind.Won ? DealFacts.NoDay
            : deal.Status == DealStatus.Won && deal.Visits[^1].ExitedAt?.UtcTicks <= moment ? facts.Day
            : DealPast.CloseDateAt(deal, moment)?.DayNumber ?? DealFacts.NoDay;
    }

    private static StageVisit VisitAt(Deal deal, long moment)
    {
        var index = deal.Visits.Length - 1;
        while (index > 0 && deal.Visits[index].EnteredAt.UtcTicks > moment)
        {
            index--;
        }

        return deal.Visits[index];
    }

    private bool IsOfUse(int won) => _span.Contains(won) || (won < _span.Today && won > _span.Today - ForecastGround.WindowDays - _span.Length);

    private void AddOpen(int position, sbyte stage, long since, decimal value)
    {
        if (stage < 0)
        {
            _exclusions.Add("a stage the process does not have");
            return;
        }

        var (segment, age) = (TravelHistory.SegmentOf(_segments.Ordinals[position]), Travel.AgeOf(since));
        _grounds[0].AddOpen(stage, segment, age, (double)value);
        OpenPositions.Add(position);
        RowOf(position)?.AddOpen(stage, segment, age, (double)value);
        Deals.Add(position);
    }

    private void AddWin(int position, int created, int won, decimal value)
    {
        if (_span.Contains(won))
        {
            _grounds[0].AddWon((double)value);
            RowOf(position)?.AddWon((double)value);
            Deals.Add(position);
        }

        if (won < _span.Today)
        {
            _grounds[0].AddPastWin(created, won, (double)value);
            RowOf(position)?.AddPastWin(created, won, (double)value);
        }
    }

    private ForecastGround? RowOf(int position)
    {
        if (_readers.Length == 0)
        {
            return null;
        }

        var row = Groups.RowOf(_readers, Observe(position));
        while (_grounds.Count <= row)
        {
            _grounds.Add(new ForecastGround());
        }

        return _grounds[row];
    }

    /// <summary>What was won long ago is no part of the number, and not missed.</summary>
    private void Exclude(in DealFacts deal, string? currency)
    {
        if (deal.Status == DealStatus.Won && !_span.Contains(deal.Day))
        {
            return;
        }

        if (currency is null)
        {
            _exclusions.Add("no amount");
        }
        else
        {
            _exclusions.AddWithoutRate(currency);
        }
    }

    private Observation Observe(int position) => new(_view, in _view.Columns.Facts[position], position, _view.Columns.Facts[position].Day);
}
