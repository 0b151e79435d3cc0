namespace RevBot.Intents.LogActivity;

/// <summary>A sentence about a call or meeting, cut into its parts. Nothing is resolved yet.</summary>
/// <param name="Said">The whole sentence; <paramref name="DealStart"/> and <paramref name="DealLength"/> mark the deal in it; no length where none was said.</param>
/// <param name="Kind">Call, Meeting or E-mail.</param>
public sealed record LogActivityCall(string Said, string Kind, int DealStart, int DealLength)
{
    /// <summary>"yesterday"; null when not said.</summary>
    public string? When { get; init; }

    public string? Text { get; init; }

    public string? NextStep { get; init; }

    /// <summary>Null when no deal was said.</summary>
    public string? DealWords => DealLength == 0 ? null : Said.Substring(DealStart, DealLength);

    /// <summary>The same wish for this deal, named by its id.</summary>
    public string For(string id) => string.Concat(Said.AsSpan(0, DealStart), $"#{id}", Said.AsSpan(DealStart + DealLength));
}
