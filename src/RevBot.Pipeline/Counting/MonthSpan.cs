namespace RevBot.Pipeline.Counting;

/// <summary>Days as the months they lie in, for data that is kept by the month.</summary>
internal readonly record struct MonthSpan(DateOnly First, DateOnly Last)
{
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>True when part of the month lies in the span.</summary>
    public bool Touches(DateOnly month) => month <= Last && month.AddMonths(1) > First;

    /// <summary>The share of the month's days that lies in the span: a cost of a month is spread evenly over it.</summary>
    public decimal ShareOf(DateOnly month)
    {
        var end = month.AddMonths(1).AddDays(-1);
        var days = Math.Min(end.DayNumber, Last.DayNumber) - Math.Max(month.DayNumber, First.DayNumber) + 1;
        return days <= 0 ? 0 : (decimal)days / (end.DayNumber - month.DayNumber + 1);
    }
}
