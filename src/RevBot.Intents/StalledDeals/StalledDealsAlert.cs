using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>Tells, each work day, which deals sit in their stage longer than history says: one live card a deal, in every room of the owner's team, once for each stay.</summary>
/// <remarks>
/// A room that could not be found or written to hears of it with the first run that can. Above <see cref="AlertRules.MaxCardsPerRoom"/> new cards the worst come first and one line counts the rest. Those come with the next runs, or sooner when others are solved.
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
        var today = profile.Work.DateAt(now);
        var known = (await alerts.GetMarksAsync(StallCards.Kind, cancellationToken)).ToDictionary(mark => mark.Subject);
        var told = (await alerts.GetTellingsAsync(StallCards.Kind, cancellationToken)).Select(telling => (telling.Subject, telling.Place)).ToHashSet();
        var report = StallDetector.Detect(snapshot, profile, now);
        clocks.Keep(report, profile);

        var posts = new List<StallPost>();
        var leftOut = new List<StallOmission>();
        var missed = new SortedSet<string>(StringComparer.Ordinal);
        var perRoom = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stall in report.Stalls)
        {
            if (snapshot.Find(stall.Deal) is not { } deal)
            {
                continue;
            }

            var subject = StallCards.SubjectOf(stall.Deal, stall.Visit);
            var team = snapshot.OwnerOf(deal)?.Team;
            var mark = Current(known.GetValueOrDefault(subject), deal);
            if ((mark?.SnoozedUntil >= today ? $"snoozed until {PeriodText.Day(mark.SnoozedUntil.Value)}"
                : deal.Owner is null ? "it has no owner, so no team's room"
                : team is null ? "its owner is in no team" : null) is { } reason)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, reason));
                continue;
            }

            var address = AddressOf(team ?? "", profile);
            var rooms = await channels.FindRoomsAsync(address, cancellationToken);
            var whyNot = await channels.WhyNoRoomsAsync(address, cancellationToken);
            missed.UnionWith(whyNot.Select(why => $"{address.Name}: {why}"));
            var untold = rooms.Where(room => mark is null or { SnoozedUntil: not null } || !told.Contains((subject, PlaceOf(room)))).ToLookup(IsFull);
            if (untold.Count == 0)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, mark?.ToldAt is { } at ? $"told on {PeriodText.Day(profile.Work.DateAt(at))}"
                    : whyNot.Count > 0 ? $"team {team} has no room: {string.Join("; ", whyNot)}"
                    : $"team {team} has no room on a connected channel; add one to company.yaml"));
                continue;
            }

            if (untold[false].ToList() is { Count: > 0 } open)
            {
                open.ForEach(room => perRoom[PlaceOf(room)] = perRoom.GetValueOrDefault(PlaceOf(room)) + 1);
                posts.Add(new StallPost(stall, deal.Name, address.Name, open));
            }

            if (untold[true].ToList() is { Count: > 0 } full)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, "the room has its share of new cards for this run") { FullRooms = full });
            }
        }

        var resolved = known.Values.Where(mark => mark is { CardKey: not null, ToldAt: not null } && !StillThere(mark, snapshot)).ToList();
        return new StalledDealsPlan(now, report.OpenDeals, report.Watched, posts, leftOut, resolved) { RoomsMissed = [.. missed] };

        bool IsFull(ConversationReference room) => perRoom.GetValueOrDefault(PlaceOf(room)) >= profile.Alerts.MaxCardsPerRoom;
    }

    /// <summary>Puts the plan's cards and marks into the run's transaction, so that a card is sent exactly when its mark is kept.</summary>
    public async Task EnlistAsync(StalledDealsPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var today = profile.Work.DateAt(now);

        // Two runs as of one moment are two runs: what the second one tells has ids of its own.
        var run = $"{JobName}:{Guid.CreateVersion7(now):N}";
        var number = 0;
        foreach (var post in plan.Posts)
        {
            if (snapshot.Find(post.Stall.Deal) is not { } deal)
            {
                continue;
            }

            var subject = StallCards.SubjectOf(deal.Id, post.Stall.Visit);
            var key = StallCards.KeyOf(deal.Id, post.Stall.Visit);
            var card = StallCards.Alert(post.Stall, deal, snapshot, profile, today);
            foreach (var room in post.Rooms)
            {
                var message = Send(OutboundKind.Post, room, card, key, new SendGuard(StalledDealsGuard.GuardName, key["stall:".Length..]));
                marks.Put(new AlertTelling(subject, PlaceOf(room), message));
            }

            marks.Put(new AlertMark(subject, now, null, null, key));
        }

        foreach (var rest in plan.LeftOut.SelectMany(left => left.FullRooms.Select(room => (Room: room, Left: left))).GroupBy(over => (over.Room, over.Left.Team), over => over.Left))
        {
            Send(OutboundKind.Post, rest.Key.Room, StalledDealsCard.More([.. rest], rest.Key.Team ?? ""), null, null);
        }

        foreach (var mark in plan.Resolved)
        {
            if (StallCards.DealOf(mark, snapshot) is { } deal && mark.CardKey is { } key)
            {
                var stage = profile.Process.Find(deal.Stage)?.Name ?? deal.Stage.Value;
                Send(OutboundKind.Update, LiveCard.Lane(key), StallCards.Resolved(deal, $"{deal.Name} moved on and is in {stage}", snapshot, profile), key, null);
            }

            marks.Put(mark with { CardKey = null });
        }

        string Send(OutboundKind kind, ConversationReference to, Conversation.Replies.Card card, string? key, SendGuard? guard)
        {
            var id = MessageId.For(run, now, number++);
            transaction.Send(new OutboundMessage { Id = id, TurnId = run, Kind = kind, To = to, Card = card, CardKey = key, Guard = guard, CreatedAt = now });
            return id;
        }
    }

    private static RoomAddress AddressOf(string team, CompanyProfile profile)
    {
        var configured = profile.Teams.FirstOrDefault(known => string.Equals(known.Name, team, StringComparison.OrdinalIgnoreCase));
        return new RoomAddress(configured?.Name ?? team, configured?.Rooms ?? new Dictionary<string, string>());
    }

    /// <summary>The same in every process, while not all of them know the tenant.</summary>
    private static string PlaceOf(ConversationReference room) => $"{room.Channel}:{room.RoomId}";

    /// <summary>A mark that is older than the stay is of one that was taken back.</summary>
    private static AlertMark? Current(AlertMark? mark, Deal deal) => mark?.ToldAt < deal.Visits[^1].EnteredAt ? null : mark;

    private static bool StillThere(AlertMark mark, PipelineSnapshot snapshot) =>
        StallCards.DealOf(mark, snapshot) is { Status: DealStatus.Open } deal && deal.Visits.Length - 1 == mark.Subject.Occurrence;
}
