using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Process;

/// <summary>What the company says of one move, besides what its stages ask for.</summary>
/// <param name="From">The stage left, or the one a closed deal was closed from; null for any.</param>
/// <param name="Required">What must be filled in for it.</param>
/// <param name="Consent">Whether it may be made; null where skipping and going back decide.</param>
public sealed record MoveTerms(StageId? From, StageId To, IReadOnlyList<Criterion> Required, MoveConsent? Consent = null);
