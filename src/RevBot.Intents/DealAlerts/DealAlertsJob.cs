using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>Tells on the work days of whoever reads it, out of quiet hours, what the company's rules say is to be told at once: one card a deal and happening, to whom the rule says; struck when it is so no longer.</summary>
/// <remarks>A reader gets at most <see cref="AlertSettings.MaxCardsPerRoom"/> cards a day, the costliest first, and one line for the rest. What is told in one place is told once; where it did not arrive it is told again.</remarks>
public sealed class DealAlertsJob(
    IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, AlertRooms rooms, ICompany company, DealFindings findings) : IScheduledJob
{
    public const string JobName = "deal-alerts";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>What did not arrive, or not everywhere, is told again so much later.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(4);

    /// <summary>When the first run was.</summary>
    private static readonly AlertSubject Beginning = new(JobName, "", 0);

    public string Name => JobName;

    public Schedule Schedule => Schedule.Every(Step);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        if (!DealAlertCards.Kinds.Any(profile.Alerts.TellsAtOnce))
        {
            return;
        }

        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var today = profile.Work.DateAt(now);
        var (known, tellings) = await KnownAsync(cancellationToken);
        var run = new AlertRun(JobName, now, transaction);
        if (!known.TryGetValue(Beginning, out var begun))
        {
            // What happened before there was anybody to tell it is no news.
            marks.Put(begun = new AlertMark(Beginning, now, null, null, null));
        }

        var found = findings.Of(snapshot, begun.ToldAt ?? now, now);
        var told = tellings.ToLookup(telling => telling.Subject);
        var share = await DayShare.OfAsync(alerts, profile, now, cancellationToken);
        var untold = found.Where(finding => MayBeUntold(finding, known.GetValueOrDefault(finding.Subject), told[finding.Subject].Any(), now, today)).ToList();
        var wishes = new List<DealAlertWish>();
        foreach (var finding in untold)
        {
            var isAwoken = IsAwoken(known.GetValueOrDefault(finding.Subject), today);
            var earlier = told[finding.Subject].ToDictionary(telling => telling.Place, telling => telling.MessageId);
            var readers = await rooms.OfAsync(finding.Rule.To, finding.Deal, snapshot, cancellationToken);
            var zone = readers.Zone ?? profile.Work.TimeZone;
            wishes.AddRange((profile.Alerts.MayTell(now, zone, profile.Work) ? readers.Rooms : [])
                .Where(place => isAwoken || !earlier.ContainsKey(AlertRooms.PlaceOf(place)))
                .Select(place => new DealAlertWish(finding, place, zone, earlier.GetValueOrDefault(AlertRooms.PlaceOf(place)))));
        }

        var crowds = AlertCrowd.Of(wishes, snapshot);
        crowds.ForEach(crowd => TellTogether(crowd, run, now));
        var over = new Dictionary<string, (ConversationReference Place, List<Finding> Others)>();
        foreach (var wish in wishes.Except(crowds.SelectMany(crowd => crowd.Wishes)))
        {
            var (finding, name) = (wish.Finding, AlertRooms.PlaceOf(wish.Place));
            if (share.IsUsedUp(name, now, wish.Zone))
            {
                over.TryAdd(name, (wish.Place, []));
                over[name].Others.Add(finding);
                continue;
            }

            var (key, card) = (finding.Subject.Key, DealAlertCards.Alert(finding, snapshot, profile));
            var message = run.Post(wish.Place, card, key, new SendGuard(DealAlertsGuard.GuardName, key));
            marks.Put(new AlertTelling(finding.Subject, name, message) { After = wish.Earlier });
            marks.Put(new AlertMark(finding.Subject, now, null, null, AlertKinds.Of(finding.Kind).Ends ? key : null) { Shown = card.Summary });
            share.Take(name, now);
        }

        TellRest(over.Values, known, run, now, today);
        Edit(found, known, snapshot, run, today);
        Strike(known.Values, found, snapshot, run, now);
    }

    /// <summary>Its snooze has run out: it is told once more.</summary>
    private static bool IsAwoken(AlertMark? mark, DateOnly today) => mark?.SnoozedUntil < today && !mark.IsQuiet(today);

    /// <summary>Told once in a place; where it did not arrive, or in a place that is new, after a while. A person is told in one place.</summary>
    private static bool MayBeUntold(Finding finding, AlertMark? mark, bool isTold, DateTimeOffset now, DateOnly today) =>
        mark is null || IsAwoken(mark, today) || !(mark.IsQuiet(today) || now - mark.ToldAt < Again || (isTold && finding.Rule.To.IsPerson));

    /// <summary>What befalls so many of an owner's deals at once is one line: it says more of an import or of days away than of each deal.</summary>
    private void TellTogether(AlertCrowd crowd, AlertRun run, DateTimeOffset now)
    {
        var message = run.Post(crowd.Wishes[0].Place, DealAlertCards.Together(crowd));
        foreach (var wish in crowd.Wishes)
        {
            marks.Put(new AlertTelling(wish.Finding.Subject, AlertRooms.PlaceOf(wish.Place), message) { After = wish.Earlier });
            marks.Put(new AlertMark(wish.Finding.Subject, now, null, null, null));
        }
    }

    /// <summary>Standing cards that say something else by now, and struck ones of what is so again.</summary>
    private void Edit(List<Finding> found, Dictionary<AlertSubject, AlertMark> known, PipelineSnapshot snapshot, AlertRun run, DateOnly today)
    {
        foreach (var finding in found)
        {
            if (known.GetValueOrDefault(finding.Subject) is { ToldAt: not null, SnoozedUntil: null } mark && !mark.IsQuiet(today) && (mark.CardKey ?? (mark.EndedAt is null ? null : mark.Subject.Key)) is { } key
                && DealAlertCards.Alert(finding, snapshot, company.Profile) is var card && (card.Summary != mark.Shown || mark.EndedAt is not null))
            {
                run.Update(key, card);
                marks.Put(mark with { Shown = card.Summary, CardKey = key, EndedAt = null });
            }
        }
    }

    /// <summary>One line a day for what is over a reader's share.</summary>
    private void TellRest(IEnumerable<(ConversationReference Place, List<Finding> Others)> over, Dictionary<AlertSubject, AlertMark> known, AlertRun run, DateTimeOffset now, DateOnly today)
    {
        foreach (var (place, rest) in over)
        {
            var subject = new AlertSubject(JobName, AlertRooms.PlaceOf(place), today.DayNumber);
            if (!known.ContainsKey(subject))
            {
                run.Post(place, DealAlertCards.More(rest));
                marks.Put(new AlertMark(subject, now, null, null, null));
            }
        }
    }

    /// <summary>What is so no longer is over, and its card says so.</summary>
    private void Strike(IEnumerable<AlertMark> known, List<Finding> found, PipelineSnapshot snapshot, AlertRun run, DateTimeOffset now)
    {
        var still = found.Select(finding => finding.Subject).ToHashSet();
        foreach (var mark in known.Where(mark => mark is { ToldAt: not null, EndedAt: null } && AlertKinds.Named(mark.Subject.Kind) is { Ends: true, Kind: not (AlertKind.StalledDeal or AlertKind.SlowStage) } && !still.Contains(mark.Subject)))
        {
            if (mark.CardKey is { } key && snapshot.Find(new DealId(mark.Subject.Id)) is { } deal)
            {
                run.Update(key, DealAlertCards.Resolved(mark.Subject, deal, company.Profile));
            }

            marks.Put(mark.Over(now));
        }
    }

    /// <summary>Also of stalled deals and slow stages: a reader's share of a day is of all cards.</summary>
    private async Task<(Dictionary<AlertSubject, AlertMark> Marks, IReadOnlyList<AlertTelling> Tellings)> KnownAsync(CancellationToken cancellationToken)
    {
        string[] kinds = [.. AlertKinds.All.Select(kind => kind.Name), JobName];
        return ((await alerts.GetMarksAsync(kinds, cancellationToken)).ToDictionary(mark => mark.Subject), await alerts.GetTellingsAsync(kinds, cancellationToken));
    }
}
