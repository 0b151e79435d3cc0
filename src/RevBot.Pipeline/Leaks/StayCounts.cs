using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Leaks;

/// <summary>Stays counted by length to a sixteenth of a business day: hundreds of thousands of them are neither kept nor sorted, and no typical stay is told more finely.</summary>
internal sealed class StayCounts
{
    private const int PerDay = 16;

    /// <summary>Longer stays, of more than two years, are taken for this long.</summary>
    private const int Longest = PerDay * 520;

    private int[] _ended = new int[64];
    private int[] _running = new int[64];
    private int _filled;

    public void Add(double days, bool ended)
    {
        var place = Math.Min((int)(days * PerDay), Longest);
        if (place >= _ended.Length)
        {
            var length = Math.Max(place + 1, 2 * _ended.Length);
            Array.Resize(ref _ended, length);
            Array.Resize(ref _running, length);
        }

        ref var count = ref (ended ? _ended : _running)[place];
        _filled += _ended[place] + _running[place] == 0 ? 1 : 0;
        count++;
    }

    public SurvivalCurve Curve()
    {
        var (times, exits, running) = (new double[_filled], new int[_filled], new int[_filled]);
        for (int place = 0, at = 0; place < _ended.Length; place++)
        {
            if (_ended[place] + _running[place] > 0)
            {
                (times[at], exits[at], running[at]) = ((place + .5) / PerDay, _ended[place], _running[place]);
                at++;
            }
        }

        return SurvivalCurve.FromCounts(times, exits, running);
    }
}
