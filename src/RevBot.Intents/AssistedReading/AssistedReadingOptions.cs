namespace RevBot.Intents.AssistedReading;

/// <summary>How far a model may help to read.</summary>
public sealed record AssistedReadingOptions
{
    /// <summary>What all calls of one turn may take together.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often one person's sentences are sent within a minute.</summary>
    public int CallsAMinute { get; init; } = 6;

    /// <summary>Whether the names of the company's people and teams may leave; else they are replaced before a sentence does.</summary>
    public bool SharesNames { get; init; }
}
