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

/// <summary>Tells on work days, out of quiet hours, what the company's rules say is to be told at once: one card a deal and happening, to whom the rule says; struck when it is so no longer.</summary>
/// <remarks>A reader gets at most <see cref="AlertSettings.MaxCardsPerRoom"/> cards a day, the costliest first, and one line for the rest.</remarks>
public sealed class DealAlertsJob(
    IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, AlertRooms rooms, ICompany company, DealFindings findings) : IScheduledJob
{
    public const string JobName = "deal-alerts";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>When the first run was.</summary>
    private static readonly AlertSubject Beginning = new(JobName, "", 0);

    public string Name => JobName;

    public Schedule Schedule => Schedule.Every(Step);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        if (!DealAlertCards.Kinds.Any(profile.Alerts.TellsAtOnce) || !profile.Work.IsWorkDay(profile.Work.DateAt(now)))
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
        var told = tellings.Where(telling => known.GetValueOrDefault(telling.Subject)?.ToldAt is { } at && profile.Work.DateAt(at) == today).GroupBy(telling => telling.Place).ToDictionary(group => group.Key, group => group.Count());
        var over = new Dictionary<string, (ConversationReference Place, List<Finding> Others)>();
        foreach (var finding in found.Where(finding => IsUntold(known.GetValueOrDefault(finding.Subject), today)))
        {
            var isTold = false;
            var readers = await rooms.OfAsync(finding.Rule.To, finding.Deal, snapshot, cancellationToken);
            foreach (var place in profile.Alerts.IsAwake(now, readers.Zone ?? profile.Work.TimeZone) ? readers.Rooms : [])
            {
                var name = AlertRooms.PlaceOf(place);
                if (told.GetValueOrDefault(name) >= profile.Alerts.MaxCardsPerRoom)
                {
                    over.TryAdd(name, (place, []));
                    over[name].Others.Add(finding);
                    continue;
                }

                var key = DealAlertCards.KeyOf(finding.Subject);
                var message = run.Post(place, DealAlertCards.Alert(finding, snapshot, profile), key, new SendGuard(DealAlertsGuard.GuardName, key));
                marks.Put(new AlertTelling(finding.Subject, name, message));
                (told[name], isTold) = (told.GetValueOrDefault(name) + 1, true);
            }

            if (isTold)
            {
                marks.Put(new AlertMark(finding.Subject, now, null, null, DealAlertCards.MayEnd(finding.Kind) ? DealAlertCards.KeyOf(finding.Subject) : null));
            }
        }

        TellRest(over.Values, known, run, now, today);
        Strike(known.Values, found, snapshot, run);
    }

    /// <summary>Told once, and once more when a snooze has run out.</summary>
    private static bool IsUntold(AlertMark? mark, DateOnly today) => mark is null or { ToldAt: null, SnoozedUntil: null } || mark.SnoozedUntil < today;

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

    /// <summary>Cards of what is so no longer.</summary>
    private void Strike(IEnumerable<AlertMark> known, List<Finding> found, PipelineSnapshot snapshot, AlertRun run)
    {
        var still = found.Select(finding => finding.Subject).ToHashSet();
        foreach (var mark in known.Where(mark => mark.CardKey is not null && !still.Contains(mark.Subject)))
        {
            if (snapshot.Find(new DealId(mark.Subject.Id)) is { } deal)
            {
                run.Update(mark.CardKey!, DealAlertCards.Resolved(mark.Subject, deal, company.Profile));
            }

            marks.Put(mark with { CardKey = null });
        }
    }

    private async Task<(Dictionary<AlertSubject, AlertMark> Marks, List<AlertTelling> Tellings)> KnownAsync(CancellationToken cancellationToken)
    {
        var (known, tellings) = (new Dictionary<AlertSubject, AlertMark>(), new List<AlertTelling>());
        foreach (var kind in DealAlertCards.Kinds.Select(kind => AlertKinds.Of(kind).Name).Append(JobName))
        {
            foreach (var mark in await alerts.GetMarksAsync(kind, cancellationToken))
            {
                known[mark.Subject] = mark;
            }

            tellings.AddRange(await alerts.GetTellingsAsync(kind, cancellationToken));
        }

        return (known, tellings);
    }
}
