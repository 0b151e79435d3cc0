using RevBot.Pipeline.Deals;

namespace RevBot.Intents.WhoOwns;

/// <summary>One who had a deal or a lead, or that nobody had it.</summary>
/// <param name="Owner">Null for nobody.</param>
/// <param name="Since">Null where the import that brought it does not say.</param>
/// <param name="How">How it came to them, as the rest of a sentence: "handed over by Mo Larsen"; null for nothing to say.</param>
internal sealed record OwnerStay(PersonId? Owner, DateTimeOffset? Since, string? How);
