using System.Globalization;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Ask;

/// <summary>A question as it was asked: by whom, when and in which words. Enough to read it again exactly, so this is what memory and buttons carry.</summary>
/// <param name="Page">Which page of a list, from 0.</param>
/// <param name="Part">Of which part of the answer the deals are meant, from 0; null for those behind the whole.</param>
public sealed record AskedText(PersonId By, DateTimeOffset At, bool IsAsOf, string Text, int Page = 0, int? Part = null)
{
    /// <summary>The longest value a button may carry.</summary>
    public const int ButtonLimit = 150;

    /// <summary>The year 2200: nothing was asked later, and periods around it can still be reckoned.</summary>
    private const long LatestSeconds = 7_258_118_400;

    public bool FitsButton => ToString().Length <= ButtonLimit;

    public static AskedText? Parse(string value)
    {
        var parts = value.Split('|', 5);
        return parts.Length == 5
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LatestSeconds
            && PlaceOf(parts[3]) is { } place
            ? new AskedText(new PersonId(parts[0]), DateTimeOffset.FromUnixTimeSeconds(seconds), parts[2] == "asof", parts[4], place.Page, place.Part)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{By.Value}|{At.ToUnixTimeSeconds()}|{(IsAsOf ? "asof" : "now")}|{Page}{(Part is { } part ? $".{part}" : "")}|{Text}");

    /// <summary>"3", or "3.1" where a part is meant.</summary>
    private static (int Page, int? Part)? PlaceOf(string text)
    {
        int?[] numbers = [.. text.Split('.', 2).Select(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)];
        return numbers is [{ } page] ? (page, null) : numbers is [{ } first, { } part] ? (first, part) : null;
    }
}
