using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>One change of one deal: a row of a history file, or an event made here that the file cannot know.</summary>
/// <param name="Field">A name of <see cref="DealFields"/>, or a word of <see cref="HistoryFields"/>.</param>
/// <param name="Own">The event as it stands in the store; null for a row.</param>
internal sealed record HistoryStep(DateTimeOffset At, string Field, string? From, string? To, PersonId? By, DealEvent? Own = null)
{
    /// <summary>For a next step whose date changed with it: the date before and after.</summary>
    public (string? From, string? To)? Dates { get; init; }
}
