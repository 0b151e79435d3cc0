using RevBot.Pipeline.Deals;

namespace RevBot.Intents.WhoChanged;

/// <summary>Whose changes are asked after, and which.</summary>
/// <param name="Lead">The sentence up to the words of the deal.</param>
/// <param name="DealWords">As they were said.</param>
/// <param name="Rest">The sentence behind them.</param>
/// <param name="FieldWords">Null when no field is named.</param>
/// <param name="StageWords">Where the deal was moved to; null when not said.</param>
/// <param name="Verb">What was done to it.</param>
internal sealed record WhoChangedCall(string Lead, string DealWords, string Rest, string? FieldWords, string? StageWords, string Verb)
{
    /// <summary>The same question about this deal, by its id.</summary>
    public string For(Deal deal) => $"{Lead}#{deal.Id}{Rest}";
}
