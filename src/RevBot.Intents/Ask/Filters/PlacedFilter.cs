using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>A filter and the words of the sentence that say it.</summary>
internal sealed record PlacedFilter(DealFilter Filter, int First, int End);
