using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>A filter and the words of the sentence that say it.</summary>
internal sealed record PlacedFilter(DealFilter Filter, int First, int End);
