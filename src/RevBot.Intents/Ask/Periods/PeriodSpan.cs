namespace RevBot.Intents.Ask.Periods;

/// <summary>Words of a sentence that say a period.</summary>
internal sealed record PeriodSpan(int First, int Count, PeriodReading Reading);
