namespace RevBot.Tests.Support;

/// <summary>Rules that tell each quarter of an hour, off: what they tell depends on the hour a test runs at.</summary>
internal static class QuietRules
{
    private static readonly string[] Kinds = ["large_win", "large_loss", "pause_over", "lead_handoff", "forecast_moved", "coverage_low"];

    /// <param name="company">Text of a <c>company.yaml</c>.</param>
    /// <param name="more">Further kinds to be off.</param>
    public static string In(string company, params string[] more) =>
        company.Replace("\nalerts:\n", $"\nalerts:\n{string.Concat(Kinds.Concat(more).Select(kind => $"  {kind}: off\n"))}", StringComparison.Ordinal);

    /// <summary>The same in a data folder.</summary>
    public static async Task PutAsync(string data, params string[] more)
    {
        var company = Path.Combine(data, "company.yaml");
        await File.WriteAllTextAsync(company, In(await File.ReadAllTextAsync(company), more));
    }
}
