using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>So many deals of one owner that need something at once that it says more of an import, or of days away, than of each deal.</summary>
/// <param name="Owner">The owner's name.</param>
/// <param name="OpenDeals">How many open deals the owner has.</param>
/// <param name="Wishes">What is to be told of them in one place.</param>
public sealed record AlertCrowd(string Owner, int OpenDeals, IReadOnlyList<AlertWish> Wishes)
{
    /// <summary>Fewer are told one by one, however few deals the owner has.</summary>
    private const int Fewest = 5;

    private const double Share = .1;

    /// <summary>How many of the owner's deals need something.</summary>
    public int Deals => DealsOf(Wishes);

    /// <summary>The owners of whom it is so, place by place.</summary>
    public static List<AlertCrowd> Of(IEnumerable<AlertWish> wishes, PipelineSnapshot snapshot)
    {
        var many = wishes.Where(wish => DealOf(wish) is { Owner: not null, Status: DealStatus.Open })
            .GroupBy(wish => (Owner: DealOf(wish)?.Owner ?? default, Place: AlertRooms.PlaceOf(wish.Place)))
            .Select(group => (group.Key.Owner, Wishes: (IReadOnlyList<AlertWish>)[.. group]))
            .Where(group => DealsOf(group.Wishes) >= Fewest)
            .ToList();
        if (many.Count == 0)
        {
            return [];
        }

        var open = many.Select(group => group.Owner).Distinct().ToDictionary(owner => owner, _ => 0);
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Open, Owner: { } owner } && open.TryGetValue(owner, out var count))
            {
                open[owner] = count + 1;
            }
        }

        return [.. many.Where(group => DealsOf(group.Wishes) > Share * open[group.Owner])
            .Select(group => new AlertCrowd(snapshot.People.GetValueOrDefault(group.Owner)?.Name ?? group.Owner.Value, open[group.Owner], group.Wishes))];
    }

    private static Deal? DealOf(AlertWish wish) => (wish.Finding as Finding)?.Deal;

    private static int DealsOf(IReadOnlyList<AlertWish> wishes) => wishes.Select(wish => DealOf(wish)?.Id).Distinct().Count();
}
