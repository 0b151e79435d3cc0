using System.Globalization;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Ask;

/// <summary>A question as it was asked: by whom, when and in which words. Enough to read it again exactly, so this is what memory and buttons carry.</summary>
/// <param name="Page">Which page of a list, from 0.</param>
public sealed record AskedText(PersonId By, DateTimeOffset At, bool IsAsOf, string Text, int Page = 0)
{
    /// <summary>The longest value a button may carry.</summary>
    public const int ButtonLimit = 150;

    public bool FitsButton => ToString().Length <= ButtonLimit;

    public static AskedText? Parse(string value)
    {
        var parts = value.Split('|', 5);
        return parts.Length == 5
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new AskedText(new PersonId(parts[0]), DateTimeOffset.FromUnixTimeSeconds(seconds), parts[2] == "asof", parts[4], page)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{By.Value}|{At.ToUnixTimeSeconds()}|{(IsAsOf ? "asof" : "now")}|{Page}|{Text}");
}
