using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Columns;

/// <summary>What was done to a deal lately: asked for by few questions, and so beside <see cref="DealFacts"/>.</summary>
/// <param name="ChangedAt">UTC ticks of its newest event.</param>
/// <param name="Pushes">How often its close date moved later.</param>
internal readonly record struct TouchFacts(long ChangedAt, int Pushes)
{
    public static TouchFacts Of(Deal deal) => new(deal.ChangedAt.UtcTicks, deal.CloseDatePushes);
}
