namespace RevBot.Pipeline.Answers;

/// <summary>Deals that belong to the question but could not be counted.</summary>
/// <param name="Reason">For a person: "no amount", "no rate from CHF to USD", "no stage history".</param>
public sealed record Exclusion(string Reason, int Deals);
