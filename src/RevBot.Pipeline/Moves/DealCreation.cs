using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Moves;

/// <summary>A wish: a new deal, with what was filled in so far.</summary>
/// <param name="Id">What it will be called for ever; unused until now.</param>
/// <param name="Stage">The open stage it begins in; null for the first.</param>
/// <param name="Facts">Field values by the names of <see cref="DealFields"/> and the company's fields, in canonical text; <see cref="CreateRules.Anyway"/> among them.</param>
public sealed record DealCreation(DealId Id, StageId? Stage, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The account that is made along with it, or null.</summary>
    public Account? NewAccount { get; init; }
}
