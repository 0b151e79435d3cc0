using System.Globalization;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Scheduling;
using RevBot.Intents.HandleLeads;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Leads.Rules;

namespace RevBot.Intents.RouteLeads;

/// <summary>Every few minutes gives leads without an owner to whom the company's rules say, and tells them. One run is one commit: a lead is given and told once, whatever crashes or runs beside.</summary>
public sealed partial class RouteLeadsJob(IPipelineReader reader, LeadDesk desk, LeadOffers offers, ICompany company, ILogger<RouteLeadsJob> logger) : IScheduledJob
{
    public const string JobName = "route-leads";

    /// <summary>The door that the history names.</summary>
    public const string Door = "schedule";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>What has waited from before is told by the handoff alerts, and not handed out by itself.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    /// <summary>The rest comes with the next run.</summary>
    private const int MostAtOnce = 200;

    public string Name => JobName;

    public Schedule Schedule => Schedule.Every(Step);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        if (profile.Leads.Routes.Count == 0 && profile.Leads.FallbackTo is null)
        {
            return;
        }

        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var (router, rules) = (new LeadRouter(snapshot, profile), new LeadRules(snapshot, profile, new EventStamp(now, now, null, string.Create(CultureInfo.InvariantCulture, $"{JobName}:{now:yyyyMMddHHmmss}"), Door)));
        var (given, parked) = (0, 0);
        foreach (var lead in router.Waiting(now - News))
        {
            if (given + parked == MostAtOnce)
            {
                break;
            }

            var placement = router.Place(lead);
            if (rules.Place(lead, placement) is not { } accepted)
            {
                continue;
            }

            desk.Write(lead, accepted);
            var after = accepted.Events.Aggregate(lead, LeadFold.Apply);
            if (placement is LeadPlacement.Given to)
            {
                router.Take(to);
                await offers.OfferAsync(after, snapshot, now, cancellationToken);
                given++;
            }
            else
            {
                await offers.TellNobodyAsync(after, snapshot, now, cancellationToken);
                parked++;
            }
        }

        if (given + parked > 0)
        {
            LogRouted(given, parked);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Leads routed: {Given} given to somebody, {Parked} that nobody could be given")]
    private partial void LogRouted(int given, int parked);
}
