namespace RevBot.Intents.ImportData;

/// <summary>Counts moves between stages and finds the order most of them follow.</summary>
internal sealed class TravelTally
{
    private readonly Dictionary<(string From, string To), int> _moves = [];
    private readonly ValueTally _names = new();

    public bool IsEmpty => _moves.Count == 0;

    public IReadOnlyList<string> Names => _names.Values;

    public void See(string? from, string? to)
    {
        _names.See(from);
        _names.See(to);
        if (from is not null && to is not null)
        {
            _moves[(from, to)] = _moves.GetValueOrDefault((from, to)) + 1;
        }
    }

    /// <summary>The names so that as many moves as possible go forward; where moves say nothing, the order given stays.</summary>
    /// <param name="nameOf">The stage's own name for what the file calls it.</param>
    public IReadOnlyList<string> Order(IReadOnlyList<string> names, Func<string, string> nameOf)
    {
        var net = new Dictionary<(string, string), int>();
        foreach (var ((from, to), count) in _moves)
        {
            var (left, right) = (nameOf(from), nameOf(to));
            net[(left, right)] = net.GetValueOrDefault((left, right)) + count;
            net[(right, left)] = net.GetValueOrDefault((right, left)) - count;
        }

        // Insertion by the sum of net moves: stable, and right for any process that mostly goes one way.
        var order = new List<string>();
        foreach (var name in names)
        {
            var (best, bestScore) = (order.Count, int.MinValue);
            for (var place = order.Count; place >= 0; place--)
            {
                var score = order.Take(place).Sum(before => net.GetValueOrDefault((before, name))) + order.Skip(place).Sum(after => net.GetValueOrDefault((name, after)));
                if (score > bestScore)
                {
                    (best, bestScore) = (place, score);
                }
            }

            order.Insert(best, name);
        }

        return order;
    }
}
