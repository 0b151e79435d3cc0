using RevBot.Pipeline.Deals;

namespace RevBot.Intents.PauseDeal;

/// <summary>A sentence about pausing a deal or taking it up again, cut into its parts. Nothing is resolved yet.</summary>
/// <param name="Said">The whole sentence; <paramref name="DealStart"/> and <paramref name="DealLength"/> mark the deal in it.</param>
/// <param name="Resumes">True for "resume Acme".</param>
public sealed record PauseCall(string Said, int DealStart, int DealLength, bool Resumes)
{
    /// <summary>The review date in the person's words; null when not said.</summary>
    public string? Until { get; init; }

    /// <summary>Where <see cref="Until"/> stands in the sentence.</summary>
    public int UntilStart { get; init; }

    /// <summary>Null when not said.</summary>
    public string? Reason { get; init; }

    /// <summary>False for "Acme is on hold until Friday": that may be about anything.</summary>
    public bool HasVerb { get; init; } = true;

    public string DealWords => Said.Substring(DealStart, DealLength);

    /// <summary>The same wish for this deal, named by its id.</summary>
    public string For(Deal deal) => string.Concat(Said.AsSpan(0, DealStart), $"#{deal.Id}", Said.AsSpan(DealStart + DealLength));

    /// <summary>The same wish with another review date.</summary>
    public string Instead(string until) => Until is null ? Said : string.Concat(Said.AsSpan(0, UntilStart), until, Said.AsSpan(UntilStart + Until.Length));
}
