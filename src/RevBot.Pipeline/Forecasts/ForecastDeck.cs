using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>All deals that forecasts of one stretch of days are played with, whoever's they are: worked out once for a version, so that a question only picks from it.</summary>
internal sealed class ForecastDeck
{
    private readonly PipelineView _view;
    private readonly ForecastSpan _span;
    private readonly OrdinalColumn _segments;
    private readonly OrdinalColumn _stages;
    private readonly sbyte[] _stageOrdinals;
    private readonly int _ownCurrency;
    private readonly Func<int, int, double, double> _odds;

    public ForecastDeck(PipelineView view, ForecastSpan span)
    {
        (_view, _span) = (view, span);
        Travel = view.Columns.TravelUntil(span.Today, view.Company.Process);
        _odds = Travel.OddsIn(span, span.Today);
        _segments = view.Columns.Of(Dimension.Segment);
        _stages = view.Columns.Of(Dimension.Stage);
        _stageOrdinals = [.. Enumerable.Range(0, _stages.Keys.Count).Select(ordinal => Travel.OrdinalOf(new StageId(_stages.Keys[ordinal])))];
        _ownCurrency = view.Columns.Currencies.Find(view.Company.Currency);
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

    public List<OpenCard> Open { get; } = [];

    public List<WonCard> Won { get; } = [];

    /// <summary>Deals that cannot be counted, with their currency when it is for want of a rate; null when they have no amount.</summary>
    public List<(int Position, string? Currency)> Unpriced { get; } = [];

    /// <summary>Open deals in stages the process does not have.</summary>
    public List<int> Astray { get; } = [];

    /// <summary>Deals that are paused until after the stretch.</summary>
    public List<int> Paused { get; } = [];

    /// <summary>The day history begins: when the first deal of all was created.</summary>
    public int Since { get; private set; } = int.MaxValue;

    private void Look(int position)
    {
        ref readonly var deal = ref _view.Columns.Facts[position];
        Since = Math.Min(Since, deal.CreatedDay);
        if (deal.Status == DealStatus.Lost || (deal.Status == DealStatus.Won && !IsOfUse(deal.Day)))
        {
            return;
        }

        if (_view.ValueOf(deal) is not { } value)
        {
            Leave(position, in deal, deal.HasAmount ? _view.Columns.Currencies[deal.Currency] : null);
        }
        else if (deal.Status == DealStatus.Won)
        {
            Won.Add(new WonCard(position, deal.CreatedDay, deal.Day, (double)value, deal.Currency != _ownCurrency));
        }
        else
        {
            AddOpen(position, _stageOrdinals[_stages.Ordinals[position]], deal.StageSince, value, deal.HasPause ? _view.PauseOf(position) : null);
        }
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
        if (!open && !IsOfUse(won))
        {
            return;
        }

        if (DealPast.AmountAt(deal, moment) is not { } amount || _view.ValueOf(amount, open ? _view.Today : won) is not { } value)
        {
            Leave(position, in facts, DealPast.AmountAt(deal, moment)?.Currency);
        }
        else if (open)
        {
            var visit = VisitAt(deal, moment);
            AddOpen(position, Travel.OrdinalOf(visit.Stage), visit.EnteredAt.UtcTicks, value, _view.PauseOf(position));
        }
        else
        {
            Won.Add(new WonCard(position, facts.CreatedDay, won, (double)value, amount.Currency != _view.Company.Currency));
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

    /// <param name="pause">Of a deal that is paused: it can be won from its review date on.</param>
    private void AddOpen(int position, sbyte stage, long since, decimal value, DealPause? pause)
    {
        if (stage < 0)
        {
            Astray.Add(position);
            return;
        }

        if (pause is not null && pause.Until.DayNumber > _span.Last)
        {
            Paused.Add(position);
            return;
        }

        var odds = pause is null ? _odds : Travel.OddsIn(_span, pause.Until.DayNumber);
        var likely = odds(stage, TravelHistory.SegmentOf(_segments.Ordinals[position]), Travel.AgeOf(since, _view.Snapshot.Deals.Span[position]));
        Open.Add(new OpenCard(position, stage, (double)value, likely, _view.Columns.Facts[position].Currency != _ownCurrency, pause is not null));
    }

    /// <summary>What was won long ago is no part of the number, and not missed.</summary>
    private void Leave(int position, in DealFacts deal, string? currency)
    {
        if (deal.Status != DealStatus.Won || _span.Contains(deal.Day))
        {
            Unpriced.Add((position, currency));
        }
    }

    /// <param name="Odds">How likely it is won in the stretch.</param>
    /// <param name="IsPaused">True when it can be won only from its review date on.</param>
    internal readonly record struct OpenCard(int Position, sbyte Stage, double Amount, double Odds, bool IsConverted, bool IsPaused);

    /// <param name="Created">The day it was created.</param>
    /// <param name="Day">The day it was won.</param>
    internal readonly record struct WonCard(int Position, int Created, int Day, double Amount, bool IsConverted);
}
