namespace RevBot.Pipeline.Answers;

/// <summary>Deals that belong to the question but could not be counted.</summary>
/// <param name="Reason">For a person: "no amount", "no rate from CHF to USD", "no stage history".</param>
public sealed record Exclusion(string Reason, int Deals)
{
    /// <summary>The reason of deals that are paused until a review date.</summary>
    public const string Paused = "a pause";
}
