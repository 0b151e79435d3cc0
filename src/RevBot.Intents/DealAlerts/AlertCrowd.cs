using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>So many deals of one owner that need something at once that it says more of an import, or of days away, than of each deal.</summary>
/// <param name="Owner">The owner's name.</param>
/// <param name="Deals">How many of theirs need something.</param>
public sealed record AlertCrowd(string Owner, int Deals, int OpenDeals)
{
    /// <summary>Fewer are told one by one, however few deals the owner has.</summary>
    private const int Fewest = 5;

    private const double Share = .1;

    /// <summary>The owners of whom it is so.</summary>
    public static IReadOnlyDictionary<PersonId, AlertCrowd> Of(IEnumerable<Finding> found, PipelineSnapshot snapshot)
    {
        var needing = found.Where(finding => finding.Deal is { Owner: not null, Status: DealStatus.Open })
            .GroupBy(finding => finding.Deal.Owner.GetValueOrDefault())
            .Select(group => (Owner: group.Key, Deals: group.Select(finding => finding.Deal.Id).Distinct().Count()))
            .Where(one => one.Deals >= Fewest)
            .ToDictionary(one => one.Owner, one => one.Deals);
        if (needing.Count == 0)
        {
            return new Dictionary<PersonId, AlertCrowd>();
        }

        var open = needing.Keys.ToDictionary(owner => owner, _ => 0);
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Open, Owner: { } owner } && open.TryGetValue(owner, out var count))
            {
                open[owner] = count + 1;
            }
        }

        return needing.Where(one => one.Value > Share * open[one.Key])
            .ToDictionary(one => one.Key, one => new AlertCrowd(snapshot.People.GetValueOrDefault(one.Key)?.Name ?? one.Key.Value, one.Value, open[one.Key]));
    }
}
