using System.Runtime.InteropServices;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Metrics;

/// <summary>Tells what value of one dimension a deal or a stay has, and how people call it. Inside an evaluation values are numbers; one reader serves one question.</summary>
internal sealed class DimensionReader
{
    private readonly PipelineView _view;
    private readonly TimeBucket? _bucket;
    private readonly OrdinalColumn? _column;
    private readonly Vocabulary _keys;
    private readonly Dictionary<int, int> _ordinalsByDay = [];

    /// <param name="losses">True when losses are asked for: a lost deal then counts for the stage it was lost from, since "Closed Lost" says nothing.</param>
    public DimensionReader(Dimension dimension, PipelineView view, bool losses)
    {
        (Dimension, _view) = (dimension, view);
        _bucket = TimeBucket.For(dimension, view.Company.Fiscal);
        _column = _bucket is not null ? null
            : dimension == Dimension.Stage && losses ? view.Columns.LastStages
            : view.Columns.Of(dimension);
        _keys = _column?.Keys ?? new Vocabulary();
    }

    public Dimension Dimension { get; }

    /// <summary>True when rows have an order of their own: time, and the stages of the process.</summary>
    public bool IsOrdered => _bucket is not null || Dimension is Dimension.Stage or Dimension.StageGroup;

    /// <summary>True when a stay itself has the value: its stage.</summary>
    public bool IsOfStage => Dimension == Dimension.Stage;

    /// <summary>The value behind a number; the key is empty for "none".</summary>
    public DimensionValue this[int ordinal] => ValueOf(_keys[ordinal]);

    /// <summary>The value of a key, with its label.</summary>
    public DimensionValue ValueOf(string key) => key.Length > 0 ? new DimensionValue(key, LabelOf(key)) : new DimensionValue("", "(none)");

    public string KeyOf(int ordinal) => _keys[ordinal];

    public int OrdinalOf(in Observation observation)
    {
        if (_column is null)
        {
            return OrdinalOf(observation.Day);
        }

        return observation.IsStay && IsOfStage ? observation.Stay.Stage : _column.Ordinals[observation.Position];
    }

    /// <summary>Order of two values of an ordered dimension; what the process does not know and "(none)" come last.</summary>
    public int Compare(DimensionValue left, DimensionValue right)
    {
        var order = RankOf(left).CompareTo(RankOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    /// <summary>The value a day has, for a dimension of time.</summary>
    public int OrdinalOf(int day)
    {
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinalsByDay, day, out var known);
        return known ? ordinal : ordinal = day == DealFacts.NoDay ? Vocabulary.None : _keys.OrdinalOf(_bucket?.KeyOf(DateOnly.FromDayNumber(day)));
    }

    private int RankOf(DimensionValue value) => (Dimension, value.Key) switch
    {
        (_, "") => int.MaxValue,
        (Dimension.Stage, var key) => _view.Company.Process.PositionOf(new StageId(key)) is >= 0 and var position ? position : int.MaxValue - 1,
        (Dimension.StageGroup, "open") => 0,
        (Dimension.StageGroup, "won") => 1,
        _ => 2,
    };

    private string LabelOf(string key) => _bucket?.LabelOf(key) ?? Dimension switch
    {
        Dimension.Owner or Dimension.Manager => _view.Snapshot.People.GetValueOrDefault(new PersonId(key))?.Name ?? key,
        Dimension.Account => _view.Snapshot.Accounts.GetValueOrDefault(new AccountId(key))?.Name ?? key,
        Dimension.Stage => _view.Company.Process.Find(new StageId(key))?.Name ?? key,
        Dimension.StageGroup => key switch { "open" => "Open", "won" => "Won", _ => "Lost" },
        Dimension.LossReason => _view.Company.LossReasons.Find(key)?.Name ?? key,
        _ => key,
    };
}
