namespace RevBot.Intents.AssistedReading;

/// <summary>The order of a record's rows, and how many of them.</summary>
internal sealed record RecordRank
{
    /// <summary><c>top</c> or <c>bottom</c>.</summary>
    public required string Order { get; init; }

    public required int? Count { get; init; }
}
