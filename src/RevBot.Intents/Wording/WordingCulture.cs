using System.Globalization;

namespace RevBot.Intents.Wording;

/// <summary>The one culture the bot speaks in, whatever machine it runs on.</summary>
public static class WordingCulture
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-US");
}
