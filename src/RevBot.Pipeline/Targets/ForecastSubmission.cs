using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Targets;

/// <summary>What a person said they would win between two dates (both included), as submitted; never changed afterwards, a later submission is another one.</summary>
/// <param name="Category">The company's word: commit, best case, pipeline …</param>
public sealed record ForecastSubmission(PersonId Owner, DateOnly Start, DateOnly End, string Category, Money Amount, DateTimeOffset SubmittedAt);
