using System.Collections;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>Every stay in a stage as numbers, worked out once a snapshot: when it ended and its place among all ended stays by length. A question then sorts nothing.</summary>
internal sealed class StayColumns
{
    private const int StillRunning = -1;

    /// <summary>By position of the deal: the index of its first stay.</summary>
    private readonly int[] _first;
    private readonly int[] _ranks;
    private readonly int[] _leftDays;
    private readonly double[] _lengths;
    private readonly BitArray _madeUp;
    private readonly ushort[] _stages;
    private readonly List<string> _stageKeys = [];

    public StayColumns(PipelineSnapshot snapshot, WorkCalendar work)
    {
        Work = work;
        var deals = snapshot.Deals.Span;
        _first = new int[deals.Length + 1];
        for (var position = 0; position < deals.Length; position++)
        {
            _first[position + 1] = _first[position] + deals[position].Visits.Length;
        }

        _madeUp = new BitArray(deals.Length);
        var days = new DayClock(work);
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal);
        _stages = new ushort[_first[^1]];
        _ranks = new int[_first[^1]];
        _leftDays = new int[_first[^1]];
        var (lengths, stays, ended) = (new double[_first[^1]], new int[_first[^1]], 0);
        for (var position = 0; position < deals.Length; position++)
        {
            var stay = _first[position];
            _madeUp[position] = !deals[position].HistoryKnown;
            foreach (var visit in deals[position].Visits)
            {
                _ranks[stay] = StillRunning;
                if (!known.TryGetValue(visit.Stage.Value, out _stages[stay]))
                {
                    known[visit.Stage.Value] = _stages[stay] = (ushort)_stageKeys.Count;
                    _stageKeys.Add(visit.Stage.Value);
                }

                if (visit.ExitedAt is { } left)
                {
                    _leftDays[stay] = days.DayOf(left);
                    lengths[ended] = work.BusinessDaysBetween(visit.EnteredAt, left);
                    stays[ended++] = stay;
                }

                stay++;
            }
        }

        Array.Sort(lengths, stays, 0, ended);
        _lengths = lengths[..ended];
        for (var rank = 0; rank < ended; rank++)
        {
            _ranks[stays[rank]] = rank;
        }
    }

    public WorkCalendar Work { get; }

    /// <summary>Business days of every ended stay, ascending: by rank.</summary>
    public ReadOnlySpan<double> Lengths => _lengths;

    /// <summary>Keys of all stages stays were in; what <see cref="StageOf"/> counts by.</summary>
    public IReadOnlyList<string> StageKeys => _stageKeys;

    public int StageOf(int position, int visit) => _stages[_first[position] + visit];

    public int CountOf(int position) => _first[position + 1] - _first[position];

    /// <summary>True when the deal's history was not seen: its first stay is what a file said.</summary>
    public bool IsMadeUp(int position) => _madeUp[position];

    /// <summary>The company day a stay ended; null while it goes on.</summary>
    public int? LeftDay(int position, int visit) => RankOf(position, visit) is { } ? _leftDays[_first[position] + visit] : null;

    /// <summary>False when the deal has no stay that ended, or goes on, within one of the ranges: then nothing else of it need be looked at. A deal without stays is always looked at.</summary>
    public bool MayCount(int position, in DayRange main, in DayRange compared, int today)
    {
        var (first, end) = (_first[position], _first[position + 1]);
        for (var stay = first; stay < end; stay++)
        {
            var day = _ranks[stay] == StillRunning ? today : _leftDays[stay];
            if (main.Contains(day) || compared.Contains(day))
            {
                return true;
            }
        }

        return first == end;
    }

    /// <summary>Place among the ended stays, the shortest first; null while it goes on.</summary>
    public int? RankOf(int position, int visit) => _ranks[_first[position] + visit] is not StillRunning and var rank ? rank : null;
}
