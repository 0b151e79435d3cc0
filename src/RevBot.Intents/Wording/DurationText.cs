using Humanizer;

namespace RevBot.Intents.Wording;

/// <summary>How lengths of time read: <c>41 days</c>, <c>18.5 business days</c>, <c>3 hours ago</c>.</summary>
public static class DurationText
{
    public static string Days(decimal days) => $"{Number(days)} {(Rounded(days) == 1 ? "day" : "days")}";

    public static string BusinessDays(decimal days) => $"{Number(days)} business {(Rounded(days) == 1 ? "day" : "days")}";

    /// <summary>"13.6": the bare figure, where its unit is said beside it.</summary>
    public static string Figure(double days) => days.ToString(days < 100 ? "0.#" : "0", WordingCulture.English);

    /// <summary>"3 hours ago", "2 days ago".</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) =>
        now - then < TimeSpan.FromMinutes(1) ? "just now" : (now - then).Humanize(1, WordingCulture.English) + " ago";

    private static decimal Rounded(decimal days) => Math.Round(days, Math.Abs(days) < 100 ? 1 : 0, MidpointRounding.AwayFromZero);

    private static string Number(decimal days) => Rounded(days).ToString("#,0.#", WordingCulture.English);
}
