using System.Runtime.InteropServices;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Tells what value of one dimension a deal or a stay has. Inside an evaluation values are numbers; one reader serves one question.</summary>
internal sealed class DimensionReader : RowDimension
{
    private readonly OrdinalColumn? _column;
    private readonly Vocabulary _keys;
    private readonly Dictionary<int, int> _ordinalsByDay = [];

    /// <param name="losses">True when losses are asked for: a lost deal then counts for the stage it was lost from, since "Closed Lost" says nothing.</param>
    public DimensionReader(Dimension dimension, PipelineView view, bool losses)
        : base(dimension, view)
    {
        _column = Bucket is not null ? null
            : dimension == Dimension.Stage && losses ? view.Columns.LastStages
            : view.Columns.Of(dimension);
        _keys = _column?.Keys ?? new Vocabulary();
    }

    /// <summary>True when a stay itself has the value: its stage.</summary>
    public bool IsOfStage => Dimension == Dimension.Stage;

    /// <summary>The value behind a number; the key is empty for "none".</summary>
    public DimensionValue this[int ordinal] => ValueOf(_keys[ordinal]);

    public string KeyOf(int ordinal) => _keys[ordinal];

    public int OrdinalOf(in Observation observation)
    {
        if (_column is null)
        {
            return OrdinalOf(observation.Day);
        }

        return observation.IsStay && IsOfStage ? observation.Stay.Stage : _column.Ordinals[observation.Position];
    }

    /// <summary>The value a day has, for a dimension of time.</summary>
    public int OrdinalOf(int day)
    {
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinalsByDay, day, out var known);
        return known ? ordinal : ordinal = day == DealFacts.NoDay ? Vocabulary.None : _keys.OrdinalOf(Bucket?.KeyOf(DateOnly.FromDayNumber(day)));
    }
}
