using RevBot.Conversation.Outbox;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>What everybody who reads in a place may see: what the least privileged of them may. Pure.</summary>
public static class AudienceRights
{
    /// <summary>Who the readers are in the company; null for each whom it does not know: guests, strangers, people who left.</summary>
    public static IReadOnlyList<Person?> ReadersOf(Audience.Known audience, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(snapshot);
        var people = snapshot.People.Values
            .Where(person => person is { Active: true, Email.Length: > 0 })
            .GroupBy(person => (person.Email ?? "").Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.MinBy(person => person.Id.Value, StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        return [.. audience.People.Select(profile => profile.IsGuest ? null : people.GetValueOrDefault((profile.Email ?? "").Trim()))];
    }

    /// <param name="deal">Null for deals at large.</param>
    public static bool MayAllSee(IEnumerable<Person?> readers, Deal? deal, PipelineSnapshot snapshot, CompanyProfile company) => readers.All(reader => DealRights.MaySee(reader, deal, snapshot, company));

    /// <summary>Whether a reader may see all that somebody sees.</summary>
    /// <param name="reader">Null for whom the company does not know.</param>
    /// <param name="snapshot">As that somebody sees it.</param>
    public static bool SeesAsMuch(Person? reader, PipelineSnapshot snapshot, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (LimitedPipeline.LimitOf(snapshot.Whole, reader, company) is not { } limit)
        {
            return true;
        }

        if (snapshot.Limit is null)
        {
            return limit.ShowsAllDeals;
        }

        foreach (var deal in snapshot.Deals.Span)
        {
            if (!limit.Shows(deal.Owner) || !(deal.IsAmountWithheld || limit.ShowsAmounts(deal.Owner)))
            {
                return false;
            }
        }

        return true;
    }
}
