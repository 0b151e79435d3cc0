using System.Globalization;
using RevBot.Intents.Ask.FollowUps;

namespace RevBot.Intents.StalledDeals;

/// <summary>A page of the stalled deals that a sentence asks for; what the button for the next page carries.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Text">The sentence that asked.</param>
public sealed record StallPage(int Number, string Text)
{
    private const int ButtonLimit = 150;

    public bool FitsButton => ToString().Length <= ButtonLimit;

    /// <summary>Null for a value that no card has given.</summary>
    public static StallPage? Parse(string value)
    {
        var bar = value.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && int.TryParse(value.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && QuestionThread.Split(value[(bar + 1)..]).Count > 0
            ? new StallPage(number, value[(bar + 1)..])
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}|{Text}");
}
