namespace RevBot.Intents.MoveDeal;

/// <summary>A sentence about moving a deal, cut into its parts. Nothing is resolved yet.</summary>
/// <param name="Said">The whole sentence; <paramref name="DealStart"/> and <paramref name="DealLength"/> mark the deal in it, so that a choice is the same sentence with an id in that place.</param>
/// <param name="StageWords">What it is to become, with whatever followed; null when not said.</param>
public sealed record MoveDealCall(MoveWish Wish, string Said, int DealStart, int DealLength, string? StageWords)
{
    /// <summary>Why it was lost, in the person's words.</summary>
    public string? Why { get; init; }

    /// <summary>True when a verb said it outright ("move …"), false for "Acme closed lost".</summary>
    public bool HasVerb { get; init; } = true;

    public string DealWords => Said.Substring(DealStart, DealLength);

    /// <summary>The same wish with the deal named by its id.</summary>
    public string For(string id) => string.Concat(Said.AsSpan(0, DealStart), $"#{id}", Said.AsSpan(DealStart + DealLength));
}
