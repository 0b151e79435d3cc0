using System.Globalization;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads periods that are called by a name: "Q3 2025", "first half of last year", "FY25", "March 2025", "spring 2024", "2025".</summary>
internal sealed class NamedPeriodReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);

    /// <summary>1 to 4 for "q1" to "q4".</summary>
    public static int? QuarterOf(string word) => word.Length == 2 && word[0] == 'q' && word[1] is >= '1' and <= '4' ? word[1] - '0' : null;

    /// <param name="inYearOf">A day of the year that was said before ("last year's Q3"), or null.</param>
    public (PeriodReading Reading, int Count) Read(int at, DateOnly? inYearOf = null)
    {
        var word = sentence[at];
        if (word.Length is 4 or 6 && QuarterOf(word[..2]) is { } glued && ShortYear(word[2..]) is { } its)
        {
            // "Q3'25".
            return (_make.Quarter(its, glued, sentence.Written(at, 1)), 1);
        }

        if (word.Length is 2 or 4 && word[1] == 'h' && word[0] is '1' or '2' && (word.Length == 4 ? ShortYear(word[2..]) : ShortYear(sentence[at + 1])) is { } halved)
        {
            // "1H25", "2H 2025".
            return (_make.Half(halved, word[0] - '0', sentence.Written(at, word.Length == 4 ? 1 : 2)), word.Length == 4 ? 1 : 2);
        }

        var half = word is "h1" or "h2" ? word[1] - '0' : sentence[at + 1] == "half" ? word switch { "back" or "latter" => 2, "front" => 1, _ => CalendarWords.Ordinal(word) is { } nth and <= 2 ? nth : null } : (int?)null;
        var quarter = QuarterOf(word) ?? (CalendarWords.Ordinal(word) is { } ordinal && sentence[at + 1] is "quarter" ? ordinal : null);
        if (half is not null && sentence[at + 1] == "half" && sentence[at + 2] == "of" && CalendarWords.Month(sentence[at + 3]) is not null && Read(at + 3) is { Count: > 0 } whole)
        {
            var name = sentence.Written(at, 3 + whole.Count);
            return (new PeriodReading(HalfOf(whole.Reading.Happened, half == 1, name), HalfOf(whole.Reading.Expected, half == 1, name), PeriodUnit.Span), 3 + whole.Count);
        }

        if (word.Length is 2 or 4 && word[1] == 'q' && QuarterOf($"q{word[0]}") is { } turned && (word.Length == 4 ? ShortYear(word[2..]) : ShortYear(sentence[at + 1])) is { } behind)
        {
            // "3Q25".
            return (_make.Quarter(behind, turned, sentence.Written(at, word.Length == 4 ? 1 : 2)), word.Length == 4 ? 1 : 2);
        }

        if (word.Length == 6 && CalendarWords.Year(word[..4]) is { } written && (QuarterOf(word[4..]) is not null || word[4..] is "h1" or "h2"))
        {
            // "2025Q3".
            return (QuarterOf(word[4..]) is { } part3 ? _make.Quarter(written, part3, sentence.Written(at, 1)) : _make.Half(written, word[5] - '0', sentence.Written(at, 1)), 1);
        }

        if (CalendarWords.Year(word) is { } plain && sentence[at + 1].Length == 2 && IsDashed(at) && int.TryParse(sentence[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number12) && number12 is >= 1 and <= 12)
        {
            // "2026-10".
            return (PeriodMaker.Month(plain, number12, sentence.Written(at, 2)), 2);
        }

        if (CalendarWords.Year(word) is { } before && QuarterOf(sentence[at + 1]) is { } its4)
        {
            // "2026 Q3".
            return (_make.Quarter(before, its4, sentence.Written(at, 2)), 2);
        }

        if (CalendarWords.Year(word) is { } ahead && sentence[at + 1] is "h1" or "h2")
        {
            return (_make.Half(ahead, sentence[at + 1][1] - '0', sentence.Written(at, 2)), 2);
        }

        if (word is "last" or "final" or "closing" && sentence[at + 1] == "quarter" && sentence[at + 2] == "of" && YearAt(at + 2) is { } final)
        {
            return (_make.Quarter(final.Fiscal, 4, sentence.Written(at, 2 + final.Count)), 2 + final.Count);
        }

        if (half is not null || quarter is not null)
        {
            var count = half is not null && word[0] != 'h' || quarter is not null && word[0] != 'q' ? 2 : 1;
            var year = inYearOf is { } start ? (Fiscal: fiscal.FiscalYearOf(start), Count: 0) : YearAt(at + count) ?? YearBefore(at, at + count);
            count += year?.Count ?? 0;
            var label = sentence.Written(at, count);
            return quarter is { } number
                ? (year is { } said ? _make.Quarter(said.Fiscal, number, label) : _make.QuarterNear(number, null, label), count)
                : (year is { } named ? _make.Half(named.Fiscal, half ?? 1, label) : _make.HalfNear(half ?? 1, label), count);
        }

        if (word.StartsWith("fy", StringComparison.Ordinal) && (word.Length > 2 ? ShortYear(word[2..]) : ShortYear(sentence[at + 1])) is { } fiscalYear)
        {
            var count = word.Length > 2 ? 1 : 2;
            if (QuarterOf(sentence[at + count]) is { } part)
            {
                return (_make.Quarter(fiscalYear, part, sentence.Written(at, count + 1)), count + 1);
            }

            return (_make.FiscalYear(fiscalYear, sentence.Written(at, count)), count);
        }

        if (word is "fiscal" or "financial" or "calendar" or "year")
        {
            var count = word != "year" && sentence[at + 1] == "year" ? 2 : 1;
            if (CalendarWords.Year(sentence[at + count]) is not { } year)
            {
                return default;
            }

            if (Read(at + count + 1, word == "calendar" ? new DateOnly(year, 1, 1) : fiscal.StartOfYear(year)) is { Count: > 0 } part && part.Reading.Unit is PeriodUnit.Half or PeriodUnit.Quarter)
            {
                // "Fiscal 2025's second half".
                return (part.Reading, count + 1 + part.Count);
            }

            return (word == "calendar" ? PeriodMaker.CalendarYear(year, sentence.Written(at, count + 1)) : _make.FiscalYear(year, sentence.Written(at, count + 1)), count + 1);
        }

        if (CalendarWords.Season(word) is { } season)
        {
            var year = CalendarYearAt(at + 1) ?? YearBefore(at, at + 1);
            return word == "fall" && year is null && !IsSeason(at) ? default
                : (year is { } said ? PeriodMaker.Season(said.Year, season, sentence.Written(at, 1 + said.Count)) : _make.SeasonNear(season, null, word), 1 + (year?.Count ?? 0));
        }

        if (CalendarWords.Month(word) is { } closing && closing % 3 == 0 && sentence[at + 1] is "quarter" or "qtr")
        {
            // "The September quarter" ends with that month.
            var year = CalendarYearAt(at + 2) ?? YearBefore(at, at + 2);
            var inYear = year is { } its5 ? _make.Quarter(fiscal.FiscalYearOf(new DateOnly(its5.Year, closing, 1)), fiscal.QuarterOf(new DateOnly(its5.Year, closing, 1)), sentence.Written(at, 2 + its5.Count)) : _make.QuarterNear(fiscal.QuarterOf(new DateOnly(today.Year, closing, 1)), null, sentence.Written(at, 2));
            return (inYear, 2 + (year?.Count ?? 0));
        }

        if (CalendarWords.Month(word) is { } month && (IsShortYear(at + 1) || CalendarWords.DayOfMonth(sentence[at + 1]) is null) && IsMonth(at))
        {
            var year = IsShortYear(at + 1) && ShortYear(sentence[at + 1]) is { } after ? (after, 1) : CalendarYearAt(at + 1) ?? YearBefore(at, at + 1) ?? (inYearOf is { } start ? (start.Year, 0) : null);
            return (year is { } said ? PeriodMaker.Month(said.Year, month, sentence.Written(at, 1 + said.Count)) : _make.MonthNear(month, null, word), 1 + (year?.Count ?? 0));
        }

        if (IsShortYear(at) && ShortYear(word) is { } apart && sentence[at - 1] is "in" or "of" or "for" or "during" or "since" or "vs" or "versus" or "and")
        {
            // "Bookings in '25".
            return (PeriodMaker.CalendarYear(apart, sentence.Written(at, 1)), 1);
        }

        return CalendarWords.Year(word) is { } bare ? (PeriodMaker.CalendarYear(bare, word), 1) : default;
    }

    /// <summary>The days of a month to the 15th, or those behind it.</summary>
    private static Period HalfOf(Period month, bool first, string label) => month.Start is not { } start ? month
        : first ? new Period(start, new DateOnly(start.Year, start.Month, 15), label) : new Period(new DateOnly(start.Year, start.Month, 16), month.End, label);

    /// <summary>"During fall", "in the fall", but "the fall in bookings".</summary>
    private bool IsSeason(int at) => sentence[at - 1] is "the" ? sentence[at - 2] is "in" or "during" or "over" or "since" && sentence[at + 1] is not ("in" or "of") : sentence[at - 1] is "in" or "during" or "over" or "since";

    /// <summary>"May" and "march" are months only where a month can stand.</summary>
    private bool IsMonth(int at) => sentence[at] is not ("may" or "march" or "mar" or "dec" or "sun")
        || sentence.Words[at].IsCapital
        || CalendarWords.Year(sentence[at + 1]) is not null
        || sentence[at - 1] is "in" or "since" or "until" or "till" or "from" or "to" or "by" or "for" or "of" or "before" or "after" or "between" or "and" or "vs" or "versus" or "with" or "during"
        || CalendarWords.DayOfMonth(sentence[at - 1]) is not null;

    private bool IsDashed(int at) => sentence.Text[sentence.Words[at].End..sentence.Words[at + 1].Start] is "-" or "/";

    /// <summary>The "'26" of "Mar '26".</summary>
    private bool IsShortYear(int at) => sentence[at].Length == 2 && sentence.Words[at].Start is > 0 and var start && sentence.Text[start - 1] is '\'' or '\u2019' or '\u2018';

    private static int? ShortYear(string word) =>
        CalendarWords.Year(word) ?? (word.Length == 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? 2000 + year : null);

    /// <summary>A year behind a quarter or half: "2025", "of last year", "FY26", "'25"; as a fiscal year.</summary>
    private (int Fiscal, int Count)? YearAt(int at)
    {
        var of = sentence[at] is "of" or "in" ? sentence[at + 1] == "the" ? 2 : 1 : 0;
        var word = sentence[at + of];
        if (word.StartsWith("fy", StringComparison.Ordinal) && word.Length > 2 && ShortYear(word[2..]) is { } fiscalYear)
        {
            return (fiscalYear, of + 1);
        }

        if (word is "fy" or "fiscal" or "calendar" or "financial" && (sentence[at + of + 1] == "year" ? 2 : 1) is var ahead && ShortYear(sentence[at + of + ahead]) is { } inFull)
        {
            return (inFull, of + ahead + 1);
        }

        if (ShortYear(word) is { } year)
        {
            return (year, of + 1);
        }

        return IsYear(at + of + 1) && RelativeYear(word) is { } shift ? (fiscal.FiscalYearOf(today) + shift, of + 2) : null;
    }

    /// <summary>"Of last year", and "of this one" where a year was spoken of.</summary>
    private bool IsYear(int at) => CalendarWords.Unit(sentence.Stem(at)) == PeriodUnit.Year || (sentence[at] == "one" && sentence[at - 1] is "this" or "last" && Enumerable.Range(0, at).Any(before => sentence.Stem(before) is "year" or "yr" || CalendarWords.Year(sentence[before]) is not null));

    private (int Year, int Count)? CalendarYearAt(int at)
    {
        var of = sentence[at] is "of" or "in" ? sentence[at + 1] == "the" ? 2 : 1 : 0;
        if (CalendarWords.Year(sentence[at + of]) is { } year)
        {
            return (year, of + 1);
        }

        return IsYear(at + of + 1) && RelativeYear(sentence[at + of]) is { } shift ? (today.Year + shift, of + 2) : null;
    }

    /// <summary>"Q4 of the year before that", "the summer before", "October a year ago": a year before the one said.</summary>
    private (int Year, int Count)? YearBefore(int name, int at)
    {
        if (sentence[at] is "before" or "prior" && sentence[name - 1] == "the" && Said(name, sameName: true) is { } same)
        {
            return (same - 1, sentence[at + 1] is "that" or "it" ? 2 : 1);
        }

        var first = at + (sentence[at] is "of" or "in" ? 1 : 0);
        first += sentence[first] is "the" or "a" or "one" ? 1 : 0;
        if (sentence[first] == "preceding" && sentence[first + 1] == "year")
        {
            return ((Said(name, sameName: false) ?? today.Year) - 1, first + 2 - at);
        }

        return sentence[first] is not ("year" or "yr") || first == at ? null
            : sentence[first + 1] is "ago" or "back" ? (today.Year - 1, first + 2 - at)
            : sentence[first + 1] == "before" && sentence[first + 2] == "last" ? (today.Year - 2, first + 3 - at)
            : sentence[first + 1] is "before" or "prior" or "earlier" ? ((Said(name, sameName: false) ?? today.Year) - 1, first + (sentence[first + 2] is "that" or "it" or "then" ? 3 : 2) - at)
            : null;
    }

    /// <summary>The year said before a word, by its number, as "last year" or with the same quarter, month or season.</summary>
    private int? Said(int before, bool sameName)
    {
        for (var at = before - 1; at >= 0; at--)
        {
            if (!sameName && (CalendarWords.Year(sentence[at]) ?? (CalendarWords.Unit(sentence.Stem(at)) == PeriodUnit.Year && RelativeYear(sentence[at - 1]) is { } shift ? today.Year + shift : null)) is { } year)
            {
                return year;
            }

            if (sentence[at] == sentence[before] && Read(at) is { Count: > 0 } said && said.Reading.Happened is { Start: { } start, End: { } end })
            {
                return fiscal.FiscalYearOf(start) - (sentence[at - 1] is "last" or "previous" && end >= today ? 1 : 0);
            }
        }

        return null;
    }

    private static int? RelativeYear(string word) => word switch
    {
        "last" or "previous" or "prior" => -1,
        "this" or "current" => 0,
        "next" => 1,
        _ => null,
    };
}
