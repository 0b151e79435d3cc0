using System.Buffers;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

/// <summary>The typical stay of every row of an answer, and of the whole, found in one walk over all stays from the shortest on. Which row a stay counts for is noted at its place by length, so that nothing is sorted.</summary>
internal sealed class StayMedians
{
    private readonly PipelineView _view;
    private readonly StayColumns _columns;
    private readonly int[] _endedRows;
    private readonly int[] _runningRows;
    private readonly List<Stay> _late = [];

    public StayMedians(PipelineView view)
    {
        (_view, _columns) = (view, view.Columns.Stays);
        _endedRows = Rent(_columns.Ended.Length);
        _runningRows = Rent(_columns.RunningSince.Length);
    }

    /// <param name="row">Counted for this row and for the whole, which is row 0.</param>
    public void Add(int row, in Observation observation)
    {
        var stay = observation.Stay;
        if (stay.IsRunning)
        {
            if (stay.Rank < 0)
            {
                _late.Add(new Stay(LengthSince(observation.Deal.StageSince), true, row));
            }
            else
            {
                _runningRows[stay.Rank] = row + 1;
            }
        }
        else if (stay.Rank < _columns.Ended.Length)
        {
            _endedRows[stay.Rank] = row + 1;
        }
        else
        {
            _late.Add(new Stay(_columns.LateLength(stay.Rank), false, row));
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

        ArrayPool<int>.Shared.Return(_endedRows);
        ArrayPool<int>.Shared.Return(_runningRows);
    }

    private static int[] Rent(int count)
    {
        var rows = ArrayPool<int>.Shared.Rent(count);
        rows.AsSpan(0, count).Clear();
        return rows;
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
            if (nextEnded <= nextLate && nextEnded <= nextRunning)
            {
                if (double.IsPositiveInfinity(nextEnded))
                {
                    return;
                }

                stay = new Stay(nextEnded, false, _endedRows[ended] - 1);
                nextEnded = NextEnded(ref ended);
            }
            else if (nextLate <= nextRunning)
            {
                stay = _late[late++];
            }
            else
            {
                stay = new Stay(nextRunning, true, _runningRows[running] - 1);
                nextRunning = NextRunning(ref running);
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

    private double NextEnded(ref int rank) =>
        Next(_endedRows, _columns.Ended.Length, ref rank) ? _columns.Ended[rank] : double.PositiveInfinity;

    private double NextRunning(ref int rank) =>
        Next(_runningRows, _columns.RunningSince.Length, ref rank) ? LengthSince(_columns.RunningSince[rank]) : double.PositiveInfinity;

    private static bool Next(int[] rows, int count, ref int rank)
    {
        do
        {
            rank++;
        }
        while (rank < count && rows[rank] == 0);
        return rank < count;
    }

    private double LengthSince(long ticks) => _view.Company.Work.BusinessDaysBetween(new DateTimeOffset(ticks, TimeSpan.Zero), _view.Now);

    /// <summary>A stay that has no place among the others yet, because its deal has changed lately.</summary>
    private readonly record struct Stay(double Length, bool Running, int Row) : IComparable<Stay>
    {
        public int CompareTo(Stay other) => (Length, Running).CompareTo((other.Length, other.Running));
    }
}
