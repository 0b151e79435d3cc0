using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.SlowStages;

/// <summary>Tells, each work day, which stages as a whole have become slower: one live card a stage in every team's room, kept up to date while it lasts and struck when it is over.</summary>
/// <remarks>Runs before the alert of stalled deals, whose cards of that stage fold into this one.</remarks>
public sealed class SlowStagesAlert(
    IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, AlertRooms rooms, ICompany company, StageDrifts drifts, StallClocks clocks) : IScheduledJob
{
    public const string JobName = "slow-stages";

    public string Name => JobName;

    public Schedule Schedule => new(company.Profile.Alerts.NightlyAt, company.Profile.Work.TimeZone, company.Profile.Work.IsWorkDay);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (company.Profile.Alerts.TellsAtOnce(AlertKind.SlowStage))
        {
            // A run that is made up for later may come at night or on a weekend: then it tells no room anything new.
            var (plan, profile) = (await PlanAsync(now, cancellationToken), company.Profile);
            var mayTell = due == now || profile.Alerts.MayTell(now, profile.Work.TimeZone, profile.Work);
            await EnlistAsync(mayTell ? plan : plan with { Posts = [.. plan.Posts.Where(post => post.Mark is not null).Select(post => post with { Rooms = [], Details = [] })] }, now, cancellationToken);
        }
    }

    /// <summary>What a run would do at this moment; writes nothing.</summary>
    public async Task<SlowStagesPlan> PlanAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (profile, snapshot) = (company.Profile, await reader.GetSnapshotAsync(null, cancellationToken));
        var today = profile.Work.DateAt(now);
        var known = await alerts.GetMarksAsync(SlowStageCards.Kind, cancellationToken);
        var told = (await alerts.GetTellingsAsync(SlowStageCards.Kind, cancellationToken)).Select(telling => (telling.Subject, telling.Place)).ToHashSet();
        var report = drifts.For(snapshot, profile, now);
        var (posts, leftOut) = (new List<SlowStagePost>(), new List<(StageDrift, string)>());
        var teams = await rooms.OfAllTeamsAsync(snapshot, cancellationToken);
        var everywhere = teams.SelectMany(team => team.Rooms).ToList();
        var inPerson = teams.SelectMany(team => team.InPerson).DistinctBy(person => person.Chat).ToList();
        foreach (var drift in report.Drifts.Where(drift => drift is { IsSlower: true, Level: DriftLevel.Channel }))
        {
            // The day it began is reckoned anew each day; while its card stands it is the same news.
            var mark = known.Where(mark => mark.Subject.Id == drift.Stage.Value && mark.CardKey is not null).MaxBy(mark => mark.Subject.Occurrence);
            var subject = mark?.Subject ?? SlowStageCards.SubjectOf(drift);
            if (mark?.IsQuiet(today) == true)
            {
                leftOut.Add((drift, mark is { NotUsefulBy: null, SnoozedUntil: { } until } ? $"snoozed until {PeriodText.Day(until)}" : "said to be not useful"));
            }
            else if (everywhere.Count == 0)
            {
                leftOut.Add((drift, "no team has a room on a connected channel; add one to company.yaml"));
            }
            else
            {
                posts.Add(new SlowStagePost(drift, subject, mark, [.. everywhere.Where(room => !told.Contains((subject, AlertRooms.PlaceOf(room))))])
                {
                    Details = [.. inPerson.Where(person => !told.Contains((subject, AlertRooms.PlaceOf(person.Chat))))],
                    InPerson = inPerson.Count,
                });
            }
        }

        return new SlowStagesPlan(report, posts, leftOut, [.. known.Where(mark => mark.CardKey is not null && !posts.Exists(post => post.Subject == mark.Subject) && !leftOut.Exists(left => left.Item1.Stage.Value == mark.Subject.Id))]);
    }

    /// <summary>Puts the plan's cards and marks into the run's transaction.</summary>
    public async Task EnlistAsync(SlowStagesPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (profile, snapshot) = (company.Profile, await reader.GetSnapshotAsync(null, cancellationToken));
        var run = new AlertRun(JobName, now, transaction);
        foreach (var post in plan.Posts)
        {
            var (drift, subject, mark, untold) = post;
            var key = subject.Key;
            var card = SlowStageCards.Alert(drift, subject, clocks.For(snapshot, profile, now), snapshot, profile, now).Telling(post.InPerson);
            if (mark is not null && mark.Shown != card.Summary)
            {
                run.Update(key, card);
            }

            foreach (var (place, hour) in untold.Select(room => (room, now)).Concat(post.Details.Select(person => (person.Chat, profile.Alerts.NextTelling(now, person.Zone ?? profile.Work.TimeZone, profile.Work)))))
            {
                var message = run.Post(place, card, key, new SendGuard(SlowStagesGuard.GuardName, subject.Id), hour);
                marks.Put(new AlertTelling(subject, AlertRooms.PlaceOf(place), message));
            }

            marks.Put(new AlertMark(subject, mark is null || untold.Count > 0 ? now : mark.ToldAt, null, null, key) { Shown = card.Summary });
        }

        foreach (var over in plan.Over)
        {
            run.Update(over.Subject.Key, SlowStageCards.Over(over.Subject, profile));
            marks.Put(over.Over(now) with { SnoozedUntil = null });
        }
    }
}
