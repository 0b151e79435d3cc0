using System.CommandLine.Parsing;
using System.Globalization;

namespace RevBot.Cli;

/// <summary>Reads values of options and says in a sentence what is wrong with one.</summary>
internal static class GivenValues
{
    /// <summary>A parser of whole numbers within bounds.</summary>
    public static Func<ArgumentResult, int> WholeNumber(string option, int least, int most) => result =>
    {
        var given = result.Tokens is [var token] ? token.Value : string.Empty;
        if (!int.TryParse(given, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} {given} is not a whole number from {least:N0} to {most:N0}."));
        }

        return number;
    };

    /// <summary>A parser of days.</summary>
    public static Func<ArgumentResult, DateOnly?> Day(string option) => result =>
    {
        var given = result.Tokens is [var token] ? token.Value : string.Empty;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"{option} {given} is not a day; write 2026-06-04.");
        return null;
    };

    /// <summary>A parser of moments. A day counts as its end in UTC, so that <c>--now 2026-06-04</c> sees what happened on that day.</summary>
    public static Func<ArgumentResult, DateTimeOffset?> Moment(string option) => result =>
    {
        var given = result.Tokens is [var token] ? token.Value : string.Empty;
        if (TryReadInstant(given, out var instant))
        {
            return instant;
        }

        result.AddError($"{option} {given} is not a moment; write 2026-06-04 or 2026-06-04T09:00:00Z.");
        return null;
    };

    /// <summary>A parser of shares.</summary>
    public static Func<ArgumentResult, decimal?> Share(string option) => result =>
    {
        var given = result.Tokens is [var token] ? token.Value : string.Empty;
        if (decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        result.AddError($"{option} {given} is not a share; write a number from 0 to 1, such as 0.95.");
        return null;
    };

    public static bool TryReadNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);

    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
