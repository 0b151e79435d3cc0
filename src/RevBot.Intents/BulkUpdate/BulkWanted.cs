namespace RevBot.Intents.BulkUpdate;

/// <summary>A sentence about many deals as it was understood.</summary>
/// <param name="Reading">Null when the words for the change say nothing.</param>
internal sealed record BulkWanted(BulkCall Call, BulkSet Set, BulkReading? Reading);
