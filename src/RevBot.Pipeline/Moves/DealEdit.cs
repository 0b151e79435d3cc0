namespace RevBot.Pipeline.Moves;

/// <summary>A wish: these fields of a deal changed (not its stage). Values in canonical text; null clears.</summary>
public sealed record DealEdit(IReadOnlyDictionary<string, string?> Changes);
