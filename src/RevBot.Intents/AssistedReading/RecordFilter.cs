namespace RevBot.Intents.AssistedReading;

/// <summary>Values of one dimension, or all but these.</summary>
internal sealed record RecordFilter
{
    public required string Dimension { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    public required bool Except { get; init; }
}
