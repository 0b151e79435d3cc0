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
}
