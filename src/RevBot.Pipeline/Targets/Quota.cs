using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Targets;

/// <summary>What a person is to win between two dates (both included).</summary>
public sealed record Quota(PersonId Owner, DateOnly Start, DateOnly End, Money Amount);
