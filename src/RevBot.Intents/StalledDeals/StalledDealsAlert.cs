using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Intents.SlowStages;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>Tells, each work day, which deals sit in their stage longer than history says: one live card a deal, in every room of the owner's team, once for each stay.</summary>
/// <remarks>
/// A room that could not be found or written to hears of it with the first run that can. Above <see cref="AlertSettings.MaxCardsPerRoom"/> new cards a day the worst come first and one line counts the rest. Those come with the next runs, or sooner when others are solved.
/// A deal whose snooze has run out is told once more. Where a room knows that the whole stage is slower, only escalated deals of it are told there.
/// </remarks>
public sealed class StalledDealsAlert(
    IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, AlertRooms teamRooms, ICompany company, StallClocks clocks) : IScheduledJob
{
    public const string JobName = "stalled-deals";

    public string Name => JobName;

    public Schedule Schedule => new(company.Profile.Alerts.NightlyAt, company.Profile.Work.TimeZone, company.Profile.Work.IsWorkDay);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (company.Profile.Alerts.TellsAtOnce(AlertKind.StalledDeal))
        {
            // A run that is made up for later may come at night or on a weekend: then it only strikes what is over. One that is asked for tells at any hour.
            var (plan, profile) = (await PlanAsync(null, now, cancellationToken), company.Profile);
            await EnlistAsync(due == now || profile.Alerts.MayTell(now, profile.Work.TimeZone, profile.Work) ? plan : plan with { Posts = [], LeftOut = [] }, now, cancellationToken);
        }
    }

    /// <summary>What a run would do at this moment; writes nothing.</summary>
    /// <param name="stages">What is told of slow stages before it and not written yet; null when all that was told is written.</param>
    public async Task<StalledDealsPlan> PlanAsync(SlowStagesPlan? stages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var today = profile.Work.DateAt(now);
        var known = (await alerts.GetMarksAsync(StallCards.Kind, cancellationToken)).ToDictionary(mark => mark.Subject);
        var told = (await alerts.GetTellingsAsync(StallCards.Kind, cancellationToken)).ToDictionary(telling => (telling.Subject, telling.Place), telling => telling.MessageId);
        var toldAnywhere = told.Keys.Select(telling => telling.Subject).ToHashSet();
        var toldInPerson = told.Keys.Where(telling => AlertRooms.IsChat(telling.Place)).Select(telling => telling.Subject).ToHashSet();
        var slow = await SlowStagesAsync(today, cancellationToken);
        slow.UnionWith(stages is null ? [] : stages.Posts.SelectMany(post => post.Rooms.Select(room => (post.Drift.Stage.Value, AlertRooms.PlaceOf(room)))));
        var report = StallDetector.Detect(snapshot, profile, clocks.Exactly(snapshot, profile, now), now);

        var posts = new List<StallPost>();
        var leftOut = new List<StallOmission>();
        var changed = new List<(AlertMark, Stall)>();
        var missed = new SortedSet<string>(StringComparer.Ordinal);
        var share = await DayShare.OfAsync(alerts, profile, now, cancellationToken);
        var hours = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var stall in report.Stalls)
        {
            if (snapshot.Find(stall.Deal) is not { } deal)
            {
                continue;
            }

            var subject = StallCards.SubjectOf(stall.Deal, stall.Visit);
            var team = snapshot.OwnerOf(deal)?.Team;
            var mark = Current(known.GetValueOrDefault(subject), deal);
            var rule = profile.Alerts.RuleFor(AlertKind.StalledDeal, deal, snapshot, profile, today);
            if ((mark?.NotUsefulBy is not null ? "said to be not useful"
                : mark?.SnoozedUntil >= today ? $"snoozed until {PeriodText.Day(mark.SnoozedUntil.Value)}"
                : deal.Owner is null ? "it has no owner, so no team's room"
                : team is null ? "its owner is in no team"
                : rule is not { When: AlertTiming.AtOnce } ? "no rule tells it at once" : null) is { } reason)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, reason));
                continue;
            }

            var rooms = await teamRooms.OfAsync(rule?.To ?? AlertRoute.Team, deal, snapshot, cancellationToken);
            var whyNot = rooms.WhyNot;
            missed.UnionWith(rooms.Missed);
            var isKnown = rooms.IsPerson && toldAnywhere.Contains(subject);
            var fresh = rooms.Rooms.Where(room => mark is null or { SnoozedUntil: not null } || !(isKnown || told.ContainsKey((subject, AlertRooms.PlaceOf(room))))).ToList();
            var zone = rooms.Zone ?? profile.Work.TimeZone;
            var hour = rooms.IsPerson ? profile.Alerts.NextTelling(now, zone, profile.Work) : now;
            rooms.Rooms.ToList().ForEach(room => hours[AlertRooms.PlaceOf(room)] = hour);
            var untold = fresh.Where(room => stall.Level == StallLevel.Escalate || !slow.Contains((stall.Stage.Value, AlertRooms.PlaceOf(room)))).ToLookup(room => share.IsUsedUp(AlertRooms.PlaceOf(room), hour, zone));

            // The details follow what a room is told, or was told when everybody there could still see them.
            var isNew = mark is null or { SnoozedUntil: not null };
            var details = isNew ? untold[false].Any() : toldAnywhere.Contains(subject) && !toldInPerson.Contains(subject);
            var inPerson = (details ? rooms.InPerson : []).Select(person => (person.Chat, Zone: person.Zone ?? profile.Work.TimeZone, Hour: profile.Alerts.NextTelling(now, person.Zone ?? profile.Work.TimeZone, profile.Work)))
                .Where(person => !share.IsUsedUp(AlertRooms.PlaceOf(person.Chat), person.Hour, person.Zone)).ToList();
            if (mark is { ToldAt: not null, SnoozedUntil: null } && (mark.EndedAt is not null || (mark.CardKey is not null && mark.Shown != StallCards.Alert(stall, deal, snapshot, profile, today).Summary)))
            {
                changed.Add((mark, stall));
            }

            if (untold.Count + inPerson.Count == 0)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, fresh.Count > 0 ? $"{profile.Process.NameOf(stall.Stage)} as a whole is slower, which the room has been told"
                    : mark?.ToldAt is { } at ? $"told on {PeriodText.Day(profile.Work.DateAt(at))}"
                    : whyNot.Count > 0 ? $"team {team} has no room: {string.Join("; ", whyNot)}"
                    : $"team {team} has no room on a connected channel; add one to company.yaml"));
                continue;
            }

            inPerson.ForEach(person => hours[AlertRooms.PlaceOf(person.Chat)] = person.Hour);
            if (untold[false].Concat(inPerson.Select(person => person.Chat)).ToList() is { Count: > 0 } open)
            {
                open.ForEach(place => share.Take(AlertRooms.PlaceOf(place), hours[AlertRooms.PlaceOf(place)]));
                posts.Add(new StallPost(stall, deal.Name, rooms.Team, open) { InPerson = rooms.InPerson.Count });
            }

            if (untold[true].ToList() is { Count: > 0 } full)
            {
                leftOut.Add(new StallOmission(stall, deal.Name, team, "the room has its share of new cards for the day") { FullRooms = full });
            }
        }

        var stalled = report.Stalls.Select(stall => StallCards.SubjectOf(stall.Deal, stall.Visit)).ToHashSet();
        var resolved = known.Values.Where(mark => mark is { CardKey: not null, ToldAt: not null } && !StillThere(mark, stalled, snapshot)).ToList();
        return new StalledDealsPlan(now, report.OpenDeals, report.Watched, posts, leftOut, resolved) { RoomsMissed = [.. missed], Changed = changed, Told = told, Hours = hours };
    }

    /// <summary>Puts the plan's cards and marks into the run's transaction, so that a card is sent exactly when its mark is kept.</summary>
    public async Task EnlistAsync(StalledDealsPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var today = profile.Work.DateAt(now);

        var run = new AlertRun(JobName, now, transaction);
        foreach (var post in plan.Posts)
        {
            if (snapshot.Find(post.Stall.Deal) is not { } deal)
            {
                continue;
            }

            var subject = StallCards.SubjectOf(deal.Id, post.Stall.Visit);
            var key = subject.Key;
            var card = StallCards.Alert(post.Stall, deal, snapshot, profile, today).Telling(post.InPerson);
            foreach (var room in post.Rooms)
            {
                var place = AlertRooms.PlaceOf(room);
                var message = run.Post(room, card, key, new SendGuard(StalledDealsGuard.GuardName, key), plan.Hours[place]);
                marks.Put(new AlertTelling(subject, place, message) { After = plan.Told.GetValueOrDefault((subject, place)) });
            }

            marks.Put(new AlertMark(subject, post.Rooms.Max(room => plan.Hours[AlertRooms.PlaceOf(room)]), null, null, key) { Shown = card.Summary });
        }

        foreach (var rest in plan.LeftOut.SelectMany(left => left.FullRooms.Select(room => (Room: room, Left: left))).GroupBy(over => (over.Room, over.Left.Team), over => over.Left))
        {
            run.Post(rest.Key.Room, StalledDealsCard.More([.. rest], rest.Key.Team ?? ""), notBefore: plan.Hours[AlertRooms.PlaceOf(rest.Key.Room)]);
        }

        foreach (var (mark, stall) in plan.Changed.Where(one => !plan.Posts.Any(post => post.Stall == one.Stall)))
        {
            if (snapshot.Find(stall.Deal) is { } deal)
            {
                var card = StallCards.Alert(stall, deal, snapshot, profile, today);
                run.Update(mark.Subject.Key, card);
                marks.Put(mark with { Shown = card.Summary, CardKey = mark.Subject.Key, EndedAt = null });
            }
        }

        foreach (var mark in plan.Resolved)
        {
            if (StallCards.DealOf(mark, snapshot) is { } deal && mark.CardKey is { } key)
            {
                run.Update(key, StallCards.Resolved(deal, deal.Visits.Length - 1 == mark.Subject.Occurrence && deal.Status == DealStatus.Open ? "it is within its limit" : $"{deal.Name} moved on and is in {profile.Process.NameOf(deal.Stage)}", snapshot, profile));
            }

            marks.Put(mark.Over(now));
        }
    }

    /// <summary>Which rooms have been told that a stage as a whole is slower: its single deals are told there only when they are escalated.</summary>
    private async Task<HashSet<(string Stage, string Place)>> SlowStagesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var standing = (await alerts.GetMarksAsync(SlowStageCards.Kind, cancellationToken)).Where(mark => mark.CardKey is not null && !(mark.SnoozedUntil >= today)).Select(mark => mark.Subject).ToHashSet();
        var tellings = await alerts.GetTellingsAsync(SlowStageCards.Kind, cancellationToken);
        return [.. tellings.Where(telling => standing.Contains(telling.Subject)).Select(telling => (telling.Subject.Id, telling.Place))];
    }

    /// <summary>A mark that is older than the stay is of one that was taken back.</summary>
    private static AlertMark? Current(AlertMark? mark, Deal deal) => mark?.ToldAt < deal.Visits[^1].EnteredAt ? null : mark;

    private static bool StillThere(AlertMark mark, HashSet<AlertSubject> stalled, PipelineSnapshot snapshot) =>
        StallCards.DealOf(mark, snapshot) is { Status: DealStatus.Open } deal && deal.Visits.Length - 1 == mark.Subject.Occurrence && (stalled.Contains(mark.Subject) || mark.SnoozedUntil is not null);
}
