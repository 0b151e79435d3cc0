using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>What a rule would have done over some days, at several thresholds, the loudest first.</summary>
/// <param name="From">First company day.</param>
/// <param name="To">Last company day.</param>
/// <param name="FirstMorning">The first day something could be told on; null without a work day.</param>
/// <param name="Deals">Those the rule is for that were open in the time; for large wins and losses those that were closed in it.</param>
/// <param name="People">Who would have been told of any of them: their owners, or the owners' managers where the rule says so.</param>
/// <param name="IsOff">Whether the company has the rule off: it was tested as if it were on.</param>
/// <param name="Large">From which amount on a deal was large at the end, as learned from the wins of a year; null for other rules, and where there were too few.</param>
public sealed record BacktestReport(AlertKind Kind, DateOnly From, DateOnly To, DateOnly? FirstMorning, int Deals, int People, bool IsOff, decimal? Large, IReadOnlyList<BacktestRow> Rows)
{
    private const int Week = 7;

    /// <summary>Days of the time, first and last included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The company's own.</summary>
    public BacktestRow InUse => Rows.First(row => row.IsInUse);

    /// <summary>The one that was asked for; null where none was.</summary>
    public BacktestRow? Asked => Rows.FirstOrDefault(row => row.IsAsked);

    /// <summary>Alerts of each week from the first day on.</summary>
    public IReadOnlyList<int> WeeksOf(BacktestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var weeks = new int[((Days - 1) / Week) + 1];
        foreach (var telling in row.Tellings)
        {
            weeks[WeekOf(telling)]++;
        }

        return weeks;
    }

    /// <summary>Of what lasts: told on the first day, because it was so by then.</summary>
    public int Standing(BacktestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return AlertKinds.Of(Kind).Ends ? row.Tellings.Count(telling => telling.Day == FirstMorning) : 0;
    }

    /// <summary>Alerts of the person and week with most.</summary>
    public int MostAPersonAndWeek(BacktestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Tellings.Where(telling => telling.Reader is not null).CountBy(telling => (telling.Reader, WeekOf(telling))).Select(pair => pair.Value).DefaultIfEmpty().Max();
    }

    /// <summary>On average.</summary>
    public double AWeek(BacktestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Alerts / (Days / (double)Week);
    }

    /// <summary>On average over those who own deals the rule is for.</summary>
    public double APersonAndWeek(BacktestRow row) => People == 0 ? 0 : AWeek(row) / People;

    private int WeekOf(BacktestTelling telling) => (telling.Day.DayNumber - From.DayNumber) / Week;
}
