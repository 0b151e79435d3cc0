using System.Collections.Concurrent;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Columns;

/// <summary>The deals of a snapshot as columns of numbers, each worked out when a question first needs it and brought up to date from version to version by reading only the deals that changed.</summary>
internal sealed class DealColumns
{
    private const int MostDecks = 4;

    private readonly PipelineSnapshot _snapshot;
    private readonly DayClock _days;
    private readonly Vocabulary[] _keys;
    private readonly OrdinalColumn?[] _dimensions;
    private readonly ConcurrentDictionary<string, Column<bool>> _missing = new(StringComparer.Ordinal);
    private OrdinalColumn? _lastStages;
    private StayColumns? _stays;
    private Column<TouchFacts>? _touches;
    private Column<long>? _turns;
    private readonly ConcurrentDictionary<(ForecastSpan Span, CompanyProfile Company), ForecastDeck> _decks = new();
    private TravelHistory? _travel;

    public DealColumns(PipelineSnapshot snapshot, WorkCalendar work)
    {
        (_snapshot, Work, _days) = (snapshot, work, new DayClock(work));
        _dimensions = new OrdinalColumn?[Enum.GetValues<Dimension>().Length];
        _keys = Array.ConvertAll(_dimensions, _ => new Vocabulary());
        Facts = Column<DealFacts>.Of(Deals, FactsOf);
    }

    private DealColumns(DealColumns before, PipelineSnapshot snapshot)
    {
        (_snapshot, Work, _days, _keys) = (snapshot, before.Work, before._days, before._keys);
        var changed = Changes(before.Deals, Deals);
        Facts = before.Facts.Next(Deals, changed, FactsOf);
        _stays = before._stays?.Next(Deals, changed);
        _touches = before._touches?.Next(Deals, changed, TouchFacts.Of);
        _turns = before._turns?.Next(Deals, changed, DealPast.LastTurn);
        _lastStages = Next(before._lastStages, changed, LastStageOf);

        // Segments, regions and teams may be an account's or an owner's: when those changed, all is read again.
        var sameDirectory = ReferenceEquals(before._snapshot.Accounts, snapshot.Accounts) && ReferenceEquals(before._snapshot.People, snapshot.People);
        _dimensions = new OrdinalColumn?[before._dimensions.Length];
        _travel = sameDirectory && TeachesTheSame(before, changed) ? before._travel : null;
        for (var index = 0; sameDirectory && index < _dimensions.Length; index++)
        {
            var dimension = (Dimension)index;
            _dimensions[index] = Next(before._dimensions[index], changed, deal => DealKeys.Of(deal, dimension, snapshot));
        }

        foreach (var (field, column) in sameDirectory ? before._missing : [])
        {
            _missing[field] = column.Next(Deals, changed, deal => DealKeys.IsMissing(deal, field, snapshot));
        }
    }

    public WorkCalendar Work { get; }

    public Column<DealFacts> Facts { get; }

    public StayColumns Stays => _stays ??= new StayColumns(Deals, Stages, Work);

    public Column<TouchFacts> Touches => _touches ??= Column<TouchFacts>.Of(Deals, TouchFacts.Of);

    /// <summary>Numbers of all stages that deals are, or stays were, in.</summary>
    public Vocabulary Stages => _keys[(int)Dimension.Stage];

    public Vocabulary Currencies => _keys[(int)Dimension.Currency];

    /// <summary>The stage each deal was in last while it was open: where a lost one was lost from.</summary>
    public OrdinalColumn LastStages => _lastStages ??= Build(Stages, LastStageOf);

    /// <summary>When each deal was last created, closed, reopened or given another amount or close date, see <see cref="DealPast.LastTurn"/>: who asks for the past need not look at deals that have stood still since.</summary>
    public Column<long> LastTurns => _turns ??= Column<long>.Of(Deals, DealPast.LastTurn);

    private ReadOnlySpan<Deal> Deals => _snapshot.Deals.Span;

    /// <summary>Any dimension but time. Two questions may both work it out; they are equal.</summary>
    public OrdinalColumn Of(Dimension dimension) =>
        _dimensions[(int)dimension] ??= Build(_keys[(int)dimension], deal => DealKeys.Of(deal, dimension, _snapshot));

    /// <summary>Which deals have nothing in a field.</summary>
    public Column<bool> Missing(string field) =>
        _missing.GetOrAdd(field, name => Column<bool>.Of(Deals, deal => DealKeys.IsMissing(deal, name, _snapshot)));

    /// <summary>How deals travelled up to the morning of a day; kept for the last day asked for, and from version to version while only the day itself has brought news.</summary>
    public TravelHistory TravelUntil(int day, SalesProcess process)
    {
        var known = _travel;
        return known?.Day == day && ReferenceEquals(known.Process, process) ? known : _travel = TravelHistory.Until(day, Deals, Of(Dimension.Segment), Work, process);
    }

    /// <summary>What forecasts of some days are played with in this version, in the company's currency; kept for the days asked for last.</summary>
    public ForecastDeck DeckOf(PipelineView view, ForecastSpan span)
    {
        if (_decks.Count >= MostDecks)
        {
            _decks.Clear();
        }

        return _decks.GetOrAdd((span, view.Company), _ => new ForecastDeck(view, span));
    }

    /// <summary>Makes every column but those of missing fields.</summary>
    public void Prepare()
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            _ = Of(dimension);
        }

        _ = LastStages;
        _ = Touches;
        _ = LastTurns;
        _ = Stays;
    }

    /// <summary>The same of a later version.</summary>
    public DealColumns Next(PipelineSnapshot snapshot) => new(this, snapshot);

    /// <summary>Versions share the deals that did not change.</summary>
    private static int[] Changes(ReadOnlySpan<Deal> before, ReadOnlySpan<Deal> after)
    {
        var changed = new List<int>();
        for (var position = 0; position < after.Length; position++)
        {
            if (position >= before.Length || !ReferenceEquals(before[position], after[position]))
            {
                changed.Add(position);
            }
        }

        return [.. changed];
    }

    private bool TeachesTheSame(DealColumns before, int[] changed)
    {
        var old = before.Deals;
        foreach (var position in changed)
        {
            if (before._travel?.SeesNoDifference(position < old.Length ? old[position] : null, Deals[position]) == false)
            {
                return false;
            }
        }

        return true;
    }

    private static string LastStageOf(Deal deal) => deal.Visits is [.., var last] ? last.Stage.Value : deal.Stage.Value;

    private DealFacts FactsOf(Deal deal) => new(deal, _days, Currencies);

    private OrdinalColumn Build(Vocabulary keys, Func<Deal, string?> keyOf) => new(Column<int>.Of(Deals, deal => keys.OrdinalOf(keyOf(deal))), keys);

    private OrdinalColumn? Next(OrdinalColumn? before, int[] changed, Func<Deal, string?> keyOf) =>
        before is null ? null : before with { Ordinals = before.Ordinals.Next(Deals, changed, deal => before.Keys.OrdinalOf(keyOf(deal))) };
}
