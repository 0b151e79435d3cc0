using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>What a <see cref="DealQuery"/> found.</summary>
/// <param name="Deals">In the order asked for, cut to the limit; put in order as they are read.</param>
/// <param name="InAll">How many there are without the limit.</param>
/// <param name="Total">The sum of their amounts in the company's currency; null when nothing can be summed.</param>
/// <param name="Excluded">Deals that fit but have no date to hold against the period.</param>
public sealed record DealListing(IReadOnlyList<Deal> Deals, int InAll, decimal? Total, IReadOnlyList<Exclusion> Excluded);
