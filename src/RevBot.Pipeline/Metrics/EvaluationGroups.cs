using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Metrics;

/// <summary>The rows of a breakdown while they are counted, by the numbers of their values.</summary>
internal sealed class EvaluationGroups
{
    /// <summary>Of a breakdown by one dimension, by the number itself: an array is found faster than a hash.</summary>
    private EvaluationGroup?[] _single = new EvaluationGroup?[64];
    private readonly Dictionary<(int First, int Second), EvaluationGroup> _pairs = [];

    public IEnumerable<EvaluationGroup> All => _single.OfType<EvaluationGroup>().Concat(_pairs.Values);

    public EvaluationGroup this[int first]
    {
        get
        {
            if (first >= _single.Length)
            {
                Array.Resize(ref _single, Math.Max(first + 1, 2 * _single.Length));
            }

            return _single[first] ??= new EvaluationGroup(first, 0);
        }
    }

    public EvaluationGroup this[int first, int second]
    {
        get
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (first, second), out _);
            return group ??= new EvaluationGroup(first, second);
        }
    }
}
