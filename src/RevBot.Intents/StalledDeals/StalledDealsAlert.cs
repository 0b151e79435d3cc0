using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>Tells, each work day, which deals sit in their stage longer than history says: one live card a deal, in the room of the owner's team, once for each stay.</summary>
/// <remarks>
/// Above <see cref="AlertRules.MaxCardsPerRoom"/> new cards the worst come first and one line counts the rest. Those are not marked as told: they come with the next runs, or sooner when others are solved.
/// A deal whose snooze has run out is told once more.
/// </remarks>
public sealed class StalledDealsAlert(
    IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, ChannelDirectory channels, ICompany company, StallClocks clocks) : IScheduledJob
{
    public const string JobName = "stalled-deals";

    public string Name => JobName;

    public Schedule Schedule => new(company.Profile.Alerts.NightlyAt, company.Profile.Work.TimeZone, company.Profile.Work.IsWorkDay);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (company.Profile.Alerts.StalledDeals)
        {
            await EnlistAsync(await PlanAsync(now, cancellationToken), now, cancellationToken);
        }
    }

    /// <summary>What a run would do at this moment; writes nothing.</summary>
    public async Task<StalledDealsPlan> PlanAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var known = (await alerts.GetMarksAsync(StallCards.Kind, cancellationToken)).ToDictionary(mark => (mark.Deal, mark.Visit));
        var report = StallDetector.Detect(snapshot, profile, now);
        clocks.Keep(report, profile);

        var posts = new List<StallPost>();
        var leftOut = new List<StallOmission>();
        var perTeam = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var stall in report.Stalls)
        {
            if (snapshot.Find(stall.Deal) is not { } deal)
            {
                continue;
            }

            var team = snapshot.OwnerOf(deal)?.Team;
            var rooms = team is null ? [] : await RoomsOfAsync(team, profile, cancellationToken);
            var reason = QuietReason(known.GetValueOrDefault((stall.Deal, stall.Visit)), profile.Work.DateAt(now), profile)
                ?? (deal.Owner is null ? "it has no owner, so no team's room"
                    : team is null ? "its owner is in no team"
                    : rooms.Count == 0 ? $"team {team} has no room on a connected channel; add one to company.yaml"
                    : null);
            if (reason is not null || team is null)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, reason ?? ""));
            }
            else if (perTeam.GetValueOrDefault(team) >= profile.Alerts.MaxCardsPerRoom)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, "the room has its share of new cards for this run", IsOverCap: true));
            }
            else
            {
                perTeam[team] = perTeam.GetValueOrDefault(team) + 1;
                posts.Add(new StallPost(stall, deal.Name, team, rooms));
            }
        }

        var resolved = known.Values.Where(mark => mark is { CardKey: not null, ToldAt: not null } && !StillThere(mark, snapshot)).ToList();
        return new StalledDealsPlan(now, report.OpenDeals, report.Watched, posts, leftOut, resolved);
    }

    /// <summary>Puts the plan's cards and marks into the run's transaction, so that a card is sent exactly when its mark is kept.</summary>
    public async Task EnlistAsync(StalledDealsPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var today = profile.Work.DateAt(now);
        var run = $"{JobName}:{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}";
        var number = 0;
        foreach (var post in plan.Posts)
        {
            if (snapshot.Find(post.Stall.Deal) is not { } deal)
            {
                continue;
            }

            var key = StallCards.KeyOf(deal.Id, post.Stall.Visit);
            var card = StallCards.Alert(post.Stall, deal, snapshot, profile, today);
            foreach (var room in post.Rooms)
            {
                Send(OutboundKind.Post, room, card, key, new SendGuard(StalledDealsGuard.GuardName, key["stall:".Length..]));
            }

            marks.Put(new AlertMark(StallCards.Kind, deal.Id, post.Stall.Visit, now, null, null, key));
        }

        foreach (var rest in plan.LeftOut.Where(left => left.IsOverCap).GroupBy(left => left.Team ?? "", StringComparer.OrdinalIgnoreCase))
        {
            foreach (var room in await RoomsOfAsync(rest.Key, profile, cancellationToken))
            {
                Send(OutboundKind.Post, room, StalledDealsCard.More([.. rest], rest.Key), null, null);
            }
        }

        foreach (var mark in plan.Resolved)
        {
            if (snapshot.Find(mark.Deal) is { } deal && mark.CardKey is { } key)
            {
                var stage = profile.Process.Find(deal.Stage)?.Name ?? deal.Stage.Value;
                Send(OutboundKind.Update, LiveCard.Lane(key), StallCards.Resolved(deal, $"{deal.Name} moved on and is in {stage}", snapshot, profile), key, null);
            }

            marks.Put(mark with { CardKey = null });
        }

        void Send(OutboundKind kind, ConversationReference to, Conversation.Replies.Card card, string? key, SendGuard? guard) => transaction.Send(new OutboundMessage
        {
            Id = MessageId.For(run, now, number++),
            TurnId = run,
            Kind = kind,
            To = to,
            Card = card,
            CardKey = key,
            Guard = guard,
            CreatedAt = now,
        });
    }

    private Task<IReadOnlyList<ConversationReference>> RoomsOfAsync(string team, CompanyProfile profile, CancellationToken cancellationToken)
    {
        var configured = profile.Teams.FirstOrDefault(known => string.Equals(known.Name, team, StringComparison.OrdinalIgnoreCase));
        return channels.FindRoomsAsync(new RoomAddress(configured?.Name ?? team, configured?.Rooms ?? new Dictionary<string, string>()), cancellationToken);
    }

    private static string? QuietReason(AlertMark? mark, DateOnly today, CompanyProfile profile) => mark switch
    {
        { SnoozedUntil: { } until } when until >= today => $"snoozed until {Wording.PeriodText.Day(until)}",
        { ToldAt: { } told, SnoozedUntil: null } => $"told on {Wording.PeriodText.Day(profile.Work.DateAt(told))}",
        _ => null,
    };

    private static bool StillThere(AlertMark mark, PipelineSnapshot snapshot) =>
        snapshot.Find(mark.Deal) is { Status: DealStatus.Open } deal && deal.Visits.Length - 1 == mark.Visit;
}
