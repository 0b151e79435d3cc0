namespace RevBot.Intents.Wording;

/// <summary>How shares read: <c>37.5%</c>, always with one digit behind the point, so that they can be read down a column; differences of shares are percentage points.</summary>
public static class PercentText
{
    /// <param name="share">0 to 1.</param>
    public static string Of(decimal share) => (share * 100).ToString("0.0", WordingCulture.English) + "%";

    /// <summary>"+4.2 points".</summary>
    public static string Points(decimal difference)
    {
        var points = Math.Round(difference * 100, 1, MidpointRounding.AwayFromZero);
        return points.ToString("+0.#;-0.#;0", WordingCulture.English) + (Math.Abs(points) == 1 ? " point" : " points");
    }

    /// <summary>"+12%"; null when there is nothing to grow from, or so little that the percentage says nothing.</summary>
    public static string? Growth(decimal from, decimal to) =>
        from == 0 || Math.Abs(to - from) >= Math.Abs(from) * 10 ? null : ((to - from) / Math.Abs(from) * 100).ToString("+#,0.#;-#,0.#;0", WordingCulture.English) + "%";
}
