namespace RevBot.Channels.Teams.Cards;

/// <summary>An Adaptive Card as Teams takes it: the members we send.</summary>
/// <remarks>Source: Adaptive Cards schema 1.5, the documented ceiling of Teams, with Teams' own additions.</remarks>
internal sealed record AdaptiveCard(IReadOnlyList<AdaptiveElement> Body)
{
    public string Type { get; } = "AdaptiveCard";

    /// <summary>Absent in a card within a card.</summary>
    public string? Version { get; init; }

    /// <summary>What a client says that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    public CardSettings? Msteams { get; init; }

    public CardRefresh? Refresh { get; init; }

    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }
}
