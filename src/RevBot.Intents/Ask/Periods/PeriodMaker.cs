using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Makes periods of the company's calendar, seen from one day.</summary>
internal sealed class PeriodMaker(FiscalCalendar fiscal, DateOnly today)
{
    public const string OverdueLabel = "overdue";

    public static PeriodReading Day(DateOnly day, string label) => new(new Period(day, day, label), PeriodUnit.Day);

    /// <summary>"last 6 weeks": 42 days back, to today. "next 90 days": from today.</summary>
    public PeriodReading Rolling(int count, PeriodUnit unit, bool back, string label)
    {
        var edge = Add(today, unit, back ? -count : count);
        return new PeriodReading(back ? new Period(edge, today, label) : new Period(today, edge, label), PeriodUnit.Span);
    }

    /// <summary>"last 3 full months": the ones that are over.</summary>
    public PeriodReading WholeBefore(int count, PeriodUnit unit, string label)
    {
        var end = StartOf(unit, calendar: false);
        return new PeriodReading(new Period(Add(end, unit, -count), end.AddDays(-1), label), PeriodUnit.Span);
    }

    /// <summary>What should have closed before today.</summary>
    public PeriodReading Overdue() => new(new Period(null, today.AddDays(-1), OverdueLabel), PeriodUnit.Span);

    /// <summary>So many whole units up to the current one, which ends today: what a breakdown by month shows when nothing is said.</summary>
    public PeriodReading Back(int count, PeriodUnit unit, string label)
    {
        var start = Add(StartOf(unit, calendar: false), unit, 1 - count);
        return new PeriodReading(new Period(start, today, label), PeriodUnit.Span);
    }

    /// <summary>So many quarters that are over.</summary>
    public Period WholeQuartersBefore(int count)
    {
        var end = StartOf(PeriodUnit.Quarter, calendar: false);
        return new Period(Add(end, PeriodUnit.Quarter, -count), end.AddDays(-1), $"last {count} whole quarters");
    }

    /// <summary>"Over the last four quarters", of what only whole quarters tell: those that are over. Any other period as it is.</summary>
    public PeriodReading WholeQuarters(PeriodReading said)
    {
        for (var count = 2; count <= 12; count++)
        {
            if (said.Happened.Label.Contains("quarter", StringComparison.OrdinalIgnoreCase) && said.Happened.End == today && said.Happened.Start == Add(today, PeriodUnit.Quarter, -count))
            {
                return new PeriodReading(WholeQuartersBefore(count), PeriodUnit.Span);
            }
        }

        return said;
    }

    /// <summary>"this quarter": to today for what happened, to its end for what is expected.</summary>
    public PeriodReading Current(PeriodUnit unit, bool calendar, string label)
    {
        var whole = Whole(unit, 0, calendar, label).Expected;
        return new PeriodReading(whole with { End = today }, whole, unit);
    }

    /// <summary>The unit <paramref name="shift"/> steps from the current one, whole.</summary>
    public PeriodReading Whole(PeriodUnit unit, int shift, bool calendar, string label)
    {
        var start = StartOf(unit, calendar);
        start = Add(start, unit, shift);
        return new PeriodReading(new Period(start, Add(start, unit, 1).AddDays(-1), label), unit);
    }

    public PeriodReading FiscalYear(int year, string label) => From(fiscal.StartOfYear(year), PeriodUnit.Year, label);

    public static PeriodReading CalendarYear(int year, string label) => From(new DateOnly(year, 1, 1), PeriodUnit.Year, label);

    public PeriodReading Quarter(int fiscalYear, int quarter, string label) => From(fiscal.StartOfQuarter(fiscalYear, quarter), PeriodUnit.Quarter, label);

    public PeriodReading Half(int fiscalYear, int half, string label) => From(fiscal.StartOfQuarter(fiscalYear, half == 1 ? 1 : 3), PeriodUnit.Half, label);

    public static PeriodReading Month(int year, int month, string label) => From(new DateOnly(year, month, 1), PeriodUnit.Month, label);

    /// <summary>Winter of a year is December of it to February of the next.</summary>
    public static PeriodReading Season(int year, int firstMonth, string label) => From(new DateOnly(year, firstMonth, 1), PeriodUnit.Span, label, 3);

    public PeriodReading QuarterNear(int quarter, int? side, string label) => Near(fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), quarter), PeriodUnit.Quarter, 3, side, label);

    public PeriodReading HalfNear(int half, string label) => Near(fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), half == 1 ? 1 : 3), PeriodUnit.Half, 6, null, label);

    public PeriodReading MonthNear(int month, int? side, string label) => Near(new DateOnly(today.Year, month, 1), PeriodUnit.Month, 1, side, label);

    public PeriodReading SeasonNear(int firstMonth, int? side, string label) => Near(new DateOnly(today.Year, firstMonth, 1), PeriodUnit.Span, 3, side, label);

    /// <summary>Without a side, the newest that has begun for what happened and the current or next for what is expected; "last" has ended, "next" has not begun, "this" lies in this year.</summary>
    private PeriodReading Near(DateOnly thisYears, PeriodUnit unit, int months, int? side, string label)
    {
        var begun = thisYears <= today ? thisYears : thisYears.AddYears(-1);
        var running = begun.AddMonths(months) > today;
        var ended = running ? begun.AddYears(-1) : begun;
        var ahead = begun.AddYears(1);
        return side switch
        {
            < 0 => From(ended, unit, label, months),
            > 0 => From(ahead, unit, label, months),
            0 => From(running ? begun : thisYears, unit, label, months),
            _ => new PeriodReading(From(begun, unit, label, months).Happened, From(running ? begun : ahead, unit, label, months).Expected, unit),
        };
    }

    private static PeriodReading From(DateOnly start, PeriodUnit unit, string label, int? months = null)
    {
        var end = months is { } count ? start.AddMonths(count) : Add(start, unit, 1);
        return new PeriodReading(new Period(start, end.AddDays(-1), label), unit);
    }

    private DateOnly StartOf(PeriodUnit unit, bool calendar) => unit switch
    {
        PeriodUnit.Week => fiscal.StartOfWeek(today),
        PeriodUnit.Month => new DateOnly(today.Year, today.Month, 1),
        PeriodUnit.Quarter when calendar => new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1),
        PeriodUnit.Quarter => fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today)),
        PeriodUnit.Half => fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today) <= 2 ? 1 : 3),
        PeriodUnit.Year when calendar => new DateOnly(today.Year, 1, 1),
        PeriodUnit.Year => fiscal.StartOfYear(fiscal.FiscalYearOf(today)),
        _ => today,
    };

    public static DateOnly Add(DateOnly day, PeriodUnit unit, int count) => unit switch
    {
        PeriodUnit.Week => day.AddDays(7 * count),
        PeriodUnit.Month => day.AddMonths(count),
        PeriodUnit.Quarter => day.AddMonths(3 * count),
        PeriodUnit.Half => day.AddMonths(6 * count),
        PeriodUnit.Year => day.AddYears(count),
        _ => day.AddDays(count),
    };
}
