using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

/// <summary>The typical stay of every row of an answer, and of the whole, found in one walk over all stays from the shortest on. Which row a stay counts for is noted at its place by length, so that nothing is sorted.</summary>
internal sealed class StayMedians
{
    private readonly PipelineView _view;
    private readonly StayColumns _columns;
    private readonly int _ranked;
    private readonly RowNotes _endedRows;
    private readonly RowNotes _runningRows;

    /// <summary>Stays that have no place among the others yet, because their deals have changed lately.</summary>
    private readonly List<Stay> _late = [];

    public StayMedians(PipelineView view)
    {
        (_view, _columns) = (view, view.Columns.Stays);
        _ranked = _columns.Ended.Length;
        _endedRows = new RowNotes(_ranked);
        _runningRows = new RowNotes(_columns.RunningSince.Length);
    }

    /// <param name="row">Counted for this row and for the whole, which is row 0.</param>
    /// <param name="position">Of the deal whose stay it is.</param>
    public void Add(int row, int position, in StayFacts stay)
    {
        var (rank, running) = (stay.Rank, stay.IsRunning);
        if (running ? rank < 0 : rank >= _ranked)
        {
            _late.Add(new Stay(running ? LengthSince(_view.Columns.Facts[position].StageSince) : _columns.LateLength(rank), running, row));
        }
        else
        {
            (running ? _runningRows : _endedRows).Note(rank, row);
        }
    }

    /// <summary>Writes each row's median into its tally, which has counted its stays; to be called once.</summary>
    public void Find(Tallies tallies, int rows)
    {
        var medians = new SurvivalMedian[rows];
        for (var row = 0; row < rows; row++)
        {
            medians[row] = new SurvivalMedian(tallies[row].Stays);
        }

        Walk(medians);
        for (var row = 0; row < rows; row++)
        {
            tallies[row].MedianStay = medians[row].Result();
        }

        _endedRows.Return();
        _runningRows.Return();
    }

    /// <summary>Takes ended, late and running stays in the order of their lengths; at one length in this order, as the median wants them.</summary>
    private void Walk(SurvivalMedian[] medians)
    {
        _late.Sort();
        var (ended, running, late) = (-1, -1, 0);
        var (nextEnded, nextRunning) = (NextEnded(ref ended), NextRunning(ref running));
        for (var unknown = medians.Length; unknown > 0;)
        {
            var nextLate = late < _late.Count ? _late[late].Length : double.PositiveInfinity;
            Stay stay;
            if (nextEnded.Length <= nextLate && nextEnded.Length <= nextRunning.Length)
            {
                stay = nextEnded;
                nextEnded = NextEnded(ref ended);
            }
            else if (nextLate <= nextRunning.Length)
            {
                stay = _late[late++];
            }
            else
            {
                stay = nextRunning;
                nextRunning = NextRunning(ref running);
            }

            if (stay.Row < 0)
            {
                return;
            }

            unknown -= Take(ref medians[0], stay);
            if (stay.Row > 0)
            {
                unknown -= Take(ref medians[stay.Row], stay);
            }
        }
    }

    /// <returns>1 when the median became known.</returns>
    private static int Take(ref SurvivalMedian median, in Stay stay)
    {
        if (median.IsKnown)
        {
            return 0;
        }

        if (stay.Running)
        {
            median.Outlasted(stay.Length);
        }
        else
        {
            median.Ended(stay.Length);
        }

        return median.IsKnown ? 1 : 0;
    }

    private Stay NextEnded(ref int rank) =>
        _endedRows.Next(ref rank) is >= 0 and var row ? new Stay(_columns.Ended[rank], false, row) : Stay.None;

    private Stay NextRunning(ref int rank) =>
        _runningRows.Next(ref rank) is >= 0 and var row ? new Stay(LengthSince(_columns.RunningSince[rank]), true, row) : Stay.None;

    private double LengthSince(long ticks) => _view.Company.Work.BusinessDaysBetween(new DateTimeOffset(ticks, TimeSpan.Zero), _view.Now);

    private readonly record struct Stay(double Length, bool Running, int Row) : IComparable<Stay>
    {
        /// <summary>After the last one.</summary>
        public static Stay None { get; } = new(double.PositiveInfinity, false, -1);

        public int CompareTo(Stay other) => (Length, Running).CompareTo((other.Length, other.Running));
    }
}
