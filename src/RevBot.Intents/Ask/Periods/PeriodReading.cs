using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>A period as it was said. What happened and what is expected read the same words differently: "this quarter" ends today for what was won, and at its end for what is to close.</summary>
/// <param name="Happened">The days for things that happened.</param>
/// <param name="Expected">The days for things that are expected.</param>
internal sealed record PeriodReading(Period Happened, Period Expected, PeriodUnit Unit)
{
    public PeriodReading(Period both, PeriodUnit unit)
        : this(both, both, unit)
    {
    }

    /// <summary>For what is aimed at: what has begun is taken to its end, and a bare "Q1" is the one that has begun.</summary>
    public PeriodReading Begun() => Expected.Start == Happened.Start ? this : this with { Expected = Happened };

    public Period For(bool expected) => expected ? Expected : Happened;

    /// <summary>The period of the same kind right before it; null for one without a beginning.</summary>
    public Period? Previous(bool expected)
    {
        if (For(expected).Start is not { } start)
        {
            return null;
        }

        var before = Unit switch
        {
            PeriodUnit.Day => start.AddDays(-1),
            PeriodUnit.Week => start.AddDays(-7),
            PeriodUnit.Month => start.AddMonths(-1),
            PeriodUnit.Quarter => start.AddMonths(-3),
            PeriodUnit.Half => start.AddMonths(-6),
            PeriodUnit.Year => start.AddYears(-1),
            _ => start.AddDays(-1 - ((Happened.End ?? start).DayNumber - start.DayNumber)),
        };
        return new Period(before, start.AddDays(-1), "the one before");
    }

    /// <summary>The same days a year earlier: what happened so far is held against as many days, not against a whole year.</summary>
    public Period YearBefore(bool expected)
    {
        var days = For(expected);
        return new Period(days.Start?.AddYears(-1), days.End is { } end ? EndOf(end) : null, "the same days of the year before");
    }

    /// <summary>As many days of the unit before: "month to date vs the same days last month".</summary>
    public Period? SameDaysBefore() => Unit switch
    {
        PeriodUnit.Week => new Period(Happened.Start?.AddDays(-7), Happened.End?.AddDays(-7), "the same days of the week before"),
        PeriodUnit.Month => Months(1),
        PeriodUnit.Quarter => Months(3),
        PeriodUnit.Half => Months(6),
        PeriodUnit.Year => Months(12),
        _ => Previous(false),
    };

    /// <summary>As many days of another period: "this year vs last year, same stretch"; of a longer one those of the same dates. Null for what has no beginning.</summary>
    public Period? SameDaysOf(PeriodReading other)
    {
        if (Happened is not { Start: { } start, End: { } end } || other.Happened is not { Start: { } begun, End: { } over })
        {
            return null;
        }

        if (other.Unit is PeriodUnit.Year && Unit is not PeriodUnit.Span)
        {
            var years = 1;
            while (start.AddYears(-years) > over)
            {
                years++;
            }

            return new Period(start.AddYears(-years), end.AddYears(-years), "the same days");
        }

        var months = ((start.Year - begun.Year) * 12) + start.Month - begun.Month;
        return Unit != other.Unit ? null : new Period(begun, Unit is PeriodUnit.Week or PeriodUnit.Day or PeriodUnit.Span ? begun.AddDays(end.DayNumber - start.DayNumber) : end.AddMonths(-months), "the same days");
    }

    private Period Months(int count) => new(Happened.Start?.AddMonths(-count), Happened.End?.AddMonths(-count), "the same days of the one before");

    private static DateOnly EndOf(DateOnly end) =>
        end.AddDays(1).Day == 1 ? end.AddDays(1).AddYears(-1).AddDays(-1) : end.AddYears(-1);

    /// <summary>"Deals in September", said in November: the one that is over is nearer than the one to come.</summary>
    public bool IsNearerBehind(DateOnly today) => Happened != Expected && Happened.End is { } end && Expected.Start is { } start
        && end < today && start > today && today.DayNumber - end.DayNumber < start.DayNumber - today.DayNumber;
}
