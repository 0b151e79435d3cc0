using System.Globalization;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.ImportData;

/// <summary>A day, perhaps with a time, as a file writes it: ISO, American, European or with the month's name.</summary>
internal readonly record struct DateText(DateOnly Day, TimeOnly? Time, TimeSpan? Offset)
{
    private static readonly string[] Named =
    [
        .. new[] { "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "d-MMM-yyyy", "d-MMM-yy", "d. MMMM yyyy" }
            .SelectMany(day => new[] { day, day + " H:mm", day + " H:mm:ss", day + " h:mm tt", day + ", h:mm tt", day + ", H:mm" }),
    ];

    /// <summary>The moment, where a day without an offset is the company's.</summary>
    public DateTimeOffset At(TimeZoneInfo zone)
    {
        var local = Day.ToDateTime(Time ?? TimeOnly.MinValue);
        if (Offset is { } offset)
        {
            return new DateTimeOffset(local, offset).ToUniversalTime();
        }

        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The company's day.</summary>
    public DateOnly DayIn(TimeZoneInfo zone) =>
        Offset is null ? Day : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At(zone), zone).DateTime);

    /// <summary>Reads a date; <paramref name="order"/> is how 3/4/2026 is meant, null when that is not known.</summary>
    public static bool TryRead(string text, DateOrder? order, out DateText date)
    {
        date = default;
        if (TryNumbers(text, out var numbers, out var separator, out var rest))
        {
            var (year, month, day) = numbers switch
            {
                (First: > 31, _, _) => (numbers.First, numbers.Second, numbers.Third),
                _ when separator == '.' || order == DateOrder.DayFirst => (Year(numbers.Third), numbers.Second, numbers.First),
                _ when order == DateOrder.MonthFirst || numbers.First == numbers.Second => (Year(numbers.Third), numbers.First, numbers.Second),
                _ => (0, 0, 0),
            };
            if (year is < 1970 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || !TryTime(rest, out var time, out var offset))
            {
                return false;
            }

            date = new DateText(new DateOnly(year, month, day), time, offset);
            return true;
        }

        if (!DateTime.TryParseExact(text, Named, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var named))
        {
            return false;
        }

        date = new DateText(DateOnly.FromDateTime(named), text.Contains(':', StringComparison.Ordinal) ? TimeOnly.FromDateTime(named) : null, null);
        return true;
    }

    /// <summary>Three numbers with one separator at the start of the text.</summary>
    public static bool TryNumbers(ReadOnlySpan<char> text, out (int First, int Second, int Third) numbers, out char separator, out ReadOnlySpan<char> rest)
    {
        numbers = default;
        separator = default;
        rest = text;
        if (!Digits(ref rest, 4, out var first) || rest is not ['-' or '/' or '.', ..])
        {
            return false;
        }

        separator = rest[0];
        rest = rest[1..];
        if (!Digits(ref rest, 2, out var second) || rest.IsEmpty || rest[0] != separator)
        {
            return false;
        }

        rest = rest[1..];
        if (!Digits(ref rest, 4, out var third))
        {
            return false;
        }

        numbers = (first, second, third);
        return true;
    }

    private static int Year(int year) => year < 100 ? 2000 + year : year;

    private static bool Digits(ref ReadOnlySpan<char> text, int most, out int number)
    {
        var length = 0;
        number = 0;
        while (length < text.Length && length <= most && char.IsAsciiDigit(text[length]))
        {
            number = (number * 10) + (text[length++] - '0');
        }

        text = text[length..];
        return length > 0 && length <= most;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimeOnly? time, out TimeSpan? offset)
    {
        (time, offset) = (null, null);
        text = text.TrimStart(" ,T").Trim();
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[^1] is 'Z' or 'z')
        {
            offset = TimeSpan.Zero;
            text = text[..^1];
        }
        else if (text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.EndsWith("GMT", StringComparison.OrdinalIgnoreCase))
        {
            offset = TimeSpan.Zero;
            text = text[..^3].TrimEnd();
        }
        else if (text.LastIndexOfAny('+', '-') is var sign and > 0)
        {
            var zone = text[(sign + 1)..];
            Span<char> digits = stackalloc char[4];
            if (zone is [_, _, ':', _, _])
            {
                (digits[0], digits[1], digits[2], digits[3]) = (zone[0], zone[1], zone[3], zone[4]);
            }
            else if (zone.Length == 4)
            {
                zone.CopyTo(digits);
            }
            else
            {
                return false;
            }

            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var clock) || clock > 1400 || clock % 100 > 59)
            {
                return false;
            }

            var ahead = new TimeSpan(clock / 100, clock % 100, 0);
            offset = text[sign] == '-' ? -ahead : ahead;
            text = text[..sign].TrimEnd();
        }

        if (!TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var read))
        {
            return false;
        }

        time = read;
        return true;
    }
}
