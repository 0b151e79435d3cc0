using System.Runtime.InteropServices;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Picks what the forecasts of one question are played with: for the whole and for each row.</summary>
internal sealed class ForecastSurvey
{
    private readonly PipelineView _view;
    private readonly ForecastSpan _span;
    private readonly DealScope? _scope;
    private readonly DimensionReader[] _readers;
    private readonly Exclusions _exclusions;
    private readonly List<ForecastGround> _grounds = [new()];

    public ForecastSurvey(Question question, PipelineView view, ForecastSpan span)
    {
        (_view, _span) = (view, span);
        _scope = question.Filters.IsEmpty ? null : new DealScope(question.Filters, view, losses: false);
        _readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses: false))];
        _exclusions = new Exclusions(view.Company.Currency);
        Deals = new DealSet(view.Snapshot);
        var deck = view.LooksBack ? new ForecastDeck(view, span) : view.Columns.DeckOf(view, span);
        (Travel, Since) = (deck.Travel, deck.Since);
        foreach (ref readonly var card in CollectionsMarshal.AsSpan(deck.Open))
        {
            if (Holds(card.Position))
            {
                Add(in card);
            }
        }

        foreach (ref readonly var card in CollectionsMarshal.AsSpan(deck.Won))
        {
            if (Holds(card.Position))
            {
                Add(in card);
            }
        }

        Exclude(deck);
    }

    public TravelHistory Travel { get; }

    /// <summary>The day history begins.</summary>
    public int Since { get; }

    /// <summary>By row; the first is the whole.</summary>
    public IReadOnlyList<ForecastGround> Grounds => _grounds;

    public EvaluationGroups Groups { get; } = new();

    public IReadOnlyList<DimensionReader> Readers => _readers;

    /// <summary>The open deals among them.</summary>
    public List<ForecastDeck.OpenCard> Open { get; } = [];

    /// <summary>Those open, and those won in the period.</summary>
    public DealSet Deals { get; }

    public IReadOnlyList<Exclusion> Excluded => _exclusions.All();

    public bool IsConverted { get; private set; }

    /// <summary>How many of the open deals are paused and come back before the period is over.</summary>
    public int Returning { get; private set; }

    private void Add(in ForecastDeck.OpenCard card)
    {
        _grounds[0].AddOpen(card.Odds, card.Amount);
        RowOf(card.Position)?.AddOpen(card.Odds, card.Amount);
        IsConverted |= card.IsConverted;
        Returning += card.IsPaused ? 1 : 0;
        Open.Add(card);
        Deals.Add(card.Position);
    }

    private void Add(in ForecastDeck.WonCard card)
    {
        var row = RowOf(card.Position);
        if (_span.Contains(card.Day))
        {
            _grounds[0].AddWon(card.Amount);
            row?.AddWon(card.Amount);
            IsConverted |= card.IsConverted;
            Deals.Add(card.Position);
        }

        if (card.Day < _span.Today)
        {
            _grounds[0].AddPastWin(card.Created, card.Day, card.Amount);
            row?.AddPastWin(card.Created, card.Day, card.Amount);
        }
    }

    private void Exclude(ForecastDeck deck)
    {
        foreach (var (position, currency) in deck.Unpriced)
        {
            if (!Holds(position))
            {
                continue;
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

        foreach (var position in deck.Paused)
        {
            if (Holds(position))
            {
                _exclusions.Add(Exclusion.Paused);
            }
        }

        foreach (var position in deck.Astray)
        {
            if (Holds(position))
            {
                _exclusions.Add("a stage the process does not have");
            }
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

    private bool Holds(int position) => _scope is null || _scope.Holds(Observe(position));

    private Observation Observe(int position) => new(_view, in _view.Columns.Facts[position], position, _view.Columns.Facts[position].Day);
}
