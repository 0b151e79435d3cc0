using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Digests;

/// <summary>Makes a person's digest of the day; what the question, the button for the next page and the morning's message share.</summary>
public sealed class DigestDesk(StallClocks clocks, ICompany company)
{
    /// <summary>What is looked for in the deals; made once for all who are looked at together, since it learns from the whole history.</summary>
    public DealWatch WatchOf(PipelineSnapshot snapshot, DateTimeOffset now) => new(snapshot, company.Profile, clocks.For(snapshot, company.Profile, now), now);

    public DayDigest Of(Person reader, DealWatch watch, PipelineSnapshot snapshot, DateTimeOffset now) =>
        DayDigest.Of(deal => DealRights.Concerns(reader, deal, snapshot), watch, snapshot, company.Profile, now);

    public DayDigest Of(Person reader, PipelineSnapshot snapshot, DateTimeOffset now) => Of(reader, WatchOf(snapshot, now), snapshot, now);

    /// <param name="page">From 0.</param>
    public Card CardOf(Person reader, PipelineSnapshot snapshot, DateTimeOffset now, int page = 0) => DayDigestCard.Of(Of(reader, snapshot, now), reader, snapshot, company.Profile, now, page);
}
