using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Access;

/// <summary>Lets a card be read where everybody who reads may see the deal it is about.</summary>
public sealed class PeopleRead(IPipelineReader reader, ICompany company) : IAudienceRule
{
    /// <param name="subject">The deal's id; null for deals at large.</param>
    public async ValueTask<bool> MayAllReadAsync(Audience.Known audience, string? subject, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        return AudienceRights.MayAllSee(AudienceRights.ReadersOf(audience, snapshot), subject is null ? null : snapshot.Find(new DealId(subject)), snapshot, company.Profile);
    }
}
