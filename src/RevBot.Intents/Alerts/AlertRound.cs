using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>Tells what rules say is to be told at once, whatever they are about: one card a subject and happening, to whom the rule says, on the work days and out of the quiet hours of whoever reads it; struck when it is so no longer.</summary>
/// <remarks>A reader gets at most <see cref="AlertSettings.MaxCardsPerRoom"/> cards a day, the weightiest first, and one line for the rest. What is told in one place is told once; where it did not arrive it is told again.</remarks>
public sealed class AlertRound(IPipelineReader reader, IAlertStore alerts, IAlertWriter marks, ITurnTransaction transaction, ICompany company)
{
    /// <summary>What did not arrive, or not everywhere, is told again so much later.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(4);

    /// <summary>What a run would do at this moment; writes nothing.</summary>
    /// <param name="asked">Whether somebody asked for the run: rooms are told at any hour then, and people's cards wait for their morning.</param>
    /// <param name="taken">Cards that readers are about to get from elsewhere and that are not written yet.</param>
    public async Task<AlertPlan> PlanAsync(string job, IReadOnlyList<IAlertSource> sources, bool asked, IEnumerable<(string Place, DateTimeOffset At)> taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = company.Profile;
        var active = sources.Where(source => source.Kinds.Any(profile.Alerts.TellsAtOnce)).ToList();
        if (active.Count == 0)
        {
            return new AlertPlan(job);
        }

        var (snapshot, today, beginning) = (await reader.GetSnapshotAsync(null, cancellationToken), profile.Work.DateAt(now), new AlertSubject(job, "", 0));
        string[] kinds = [.. active.SelectMany(source => source.Kinds).Select(kind => AlertKinds.Of(kind).Name), job];
        var known = (await alerts.GetMarksAsync(kinds, cancellationToken)).ToDictionary(mark => mark.Subject);
        var told = (await alerts.GetTellingsAsync(kinds, cancellationToken)).ToLookup(telling => telling.Subject);

        // What happened before there was anybody to tell it is no news.
        var begun = known.GetValueOrDefault(beginning) ?? new AlertMark(beginning, now, null, null, null);
        var found = active.SelectMany(source => source.Find(snapshot, begun.ToldAt ?? now, now).Select(finding => (Source: source, Finding: finding))).ToList();
        var (wishes, leftOut) = (new List<(IAlertSource Source, AlertWish Wish)>(), new List<(IFinding, string, string)>());
        foreach (var (source, finding) in found)
        {
            var mark = known.GetValueOrDefault(finding.Subject);
            if (!MayBeUntold(mark, told[finding.Subject].Any() && source.IsForOne(finding), now, today))
            {
                leftOut.Add((finding, NameOf(source, finding, mark), WhyTold(mark, today)));
                continue;
            }

            var isAwoken = IsAwoken(mark, today);
            var earlier = told[finding.Subject].ToDictionary(telling => telling.Place, telling => telling.MessageId);
            var readers = await source.ReadersAsync(finding, snapshot, cancellationToken);
            var wished = wishes.Count;
            foreach (var one in readers)
            {
                foreach (var (name, place, zone, at) in Places(one, asked, now))
                {
                    if (isAwoken || !earlier.ContainsKey(AlertRooms.PlaceOf(place)))
                    {
                        wishes.Add((source, new AlertWish(finding, name, place, zone, at, earlier.GetValueOrDefault(AlertRooms.PlaceOf(place))) { InPerson = one.InPerson.Count }));
                    }
                }

                // The details of one finding are told a person once, wherever they read.
                foreach (var (name, place, zone, at) in isAwoken || !earlier.Keys.Any(AlertRooms.IsChat) ? one.InPerson.SelectMany(person => Places(TeamRooms.Of(one.Team, person), asked, now)) : [])
                {
                    wishes.Add((source, new AlertWish(finding, name, place, zone, at, earlier.GetValueOrDefault(AlertRooms.PlaceOf(place))) { IsDetail = true }));
                }
            }

            if (wishes.Count == wished)
            {
                leftOut.Add((finding, NameOf(source, finding, mark), mark?.ToldAt is not null ? WhyTold(mark, today) : readers.Any(one => one.Rooms.Count > 0) ? "its reader's day has not begun" : "it has no reader that can be told"));
            }
        }

        var bundles = active.SelectMany(source => source.Bundle([.. wishes.Where(one => one.Source == source).Select(one => one.Wish)], snapshot)).ToList();
        var bundled = bundles.SelectMany(bundle => bundle.Wishes).ToHashSet(ReferenceEqualityComparer.Instance);
        var (posts, rest) = Share(wishes.Where(one => !bundled.Contains(one.Wish)), await ShareAsync(taken, now, cancellationToken), told, snapshot);
        return new AlertPlan(job)
        {
            Posts = posts,
            Bundles = bundles,
            Rest = [.. rest.Select(over => (over.Place, over.At, (IReadOnlyList<AlertWish>)over.Wishes, known.ContainsKey(RestOf(job, over.Place, today)) ? null : AlertCards.More([.. over.Wishes.Select(wish => wish.Finding)])))],
            LeftOut = leftOut,
            Changed = [.. Changed(found, known, snapshot, today)],
            Over = [.. Over(active, known.Values, found, snapshot)],
            Beginning = known.ContainsKey(beginning) ? null : begun,
            GuardOf = finding => active.First(source => source.Kinds.Contains(finding.Kind)).Guard,
        };
    }

    /// <summary>Puts the plan's cards and marks into the run's transaction.</summary>
    public void Enlist(AlertPlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var run = new AlertRun(plan.Job, now, transaction);
        if (plan.Beginning is { } beginning)
        {
            marks.Put(beginning);
        }

        foreach (var bundle in plan.Bundles)
        {
            var message = run.Post(bundle.Wishes[0].Place, bundle.Card, notBefore: bundle.Wishes[0].At);
            foreach (var wish in bundle.Wishes)
            {
                marks.Put(new AlertTelling(wish.Finding.Subject, AlertRooms.PlaceOf(wish.Place), message) { After = wish.Earlier });
                marks.Put(new AlertMark(wish.Finding.Subject, wish.At, null, null, null));
            }
        }

        foreach (var (wish, card) in plan.Posts)
        {
            var (subject, key) = (wish.Finding.Subject, wish.Finding.Subject.Key);
            var message = run.Post(wish.Place, card, key, new SendGuard(plan.GuardOf(wish.Finding), key), wish.At);
            marks.Put(new AlertTelling(subject, AlertRooms.PlaceOf(wish.Place), message) { After = wish.Earlier });
            marks.Put(new AlertMark(subject, wish.At, null, null, AlertKinds.Of(wish.Finding.Kind).Ends ? key : null) { Shown = card.Summary });
        }

        foreach (var (place, at, _, line) in plan.Rest)
        {
            if (line is not null)
            {
                run.Post(place, line, notBefore: at);
                marks.Put(new AlertMark(RestOf(plan.Job, place, company.Profile.Work.DateAt(now)), now, null, null, null));
            }
        }

        foreach (var (mark, card) in plan.Changed)
        {
            run.Update(mark.Subject.Key, card);
            marks.Put(mark with { Shown = card.Summary, CardKey = mark.Subject.Key, EndedAt = null });
        }

        foreach (var (mark, card) in plan.Over)
        {
            if (card is not null)
            {
                run.Update(mark.Subject.Key, card);
            }

            marks.Put(mark.Over(now));
        }
    }

    /// <summary>Its snooze has run out: it is told once more.</summary>
    private static bool IsAwoken(AlertMark? mark, DateOnly today) => mark?.SnoozedUntil < today && !mark.IsQuiet(today);

    /// <summary>Told once in a place; where it did not arrive, or in a place that is new, after a while.</summary>
    private static bool MayBeUntold(AlertMark? mark, bool isToldForGood, DateTimeOffset now, DateOnly today) =>
        mark is null || IsAwoken(mark, today) || !(mark.IsQuiet(today) || now - mark.ToldAt < Again || isToldForGood);

    private static string WhyTold(AlertMark? mark, DateOnly today) =>
        mark?.NotUsefulBy is not null ? "said to be not useful" : mark?.IsQuiet(today) == true ? "snoozed" : "told before";

    private static string NameOf(IAlertSource source, IFinding finding, AlertMark? mark) => mark?.Shown ?? $"{AlertKinds.Of(finding.Kind).Title}, {finding.Subject.Id}";

    /// <summary>The line of a day for what is over a reader's share.</summary>
    private static AlertSubject RestOf(string job, ConversationReference place, DateOnly today) => new(job, AlertRooms.PlaceOf(place), today.DayNumber);

    private IEnumerable<(string Name, ConversationReference Place, TimeZoneInfo Zone, DateTimeOffset At)> Places(TeamRooms readers, bool asked, DateTimeOffset now)
    {
        var (settings, work) = (company.Profile.Alerts, company.Profile.Work);
        var zone = readers.Zone ?? work.TimeZone;
        var at = asked && readers.IsPerson ? settings.NextTelling(now, zone, work) : now;
        return asked || settings.MayTell(now, zone, work) ? readers.Rooms.Select(place => (readers.Team, place, zone, at)) : [];
    }

    private async Task<DayShare> ShareAsync(IEnumerable<(string Place, DateTimeOffset At)> taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var share = await DayShare.OfAsync(alerts, company.Profile, now, cancellationToken);
        foreach (var (place, at) in taken)
        {
            share.Take(place, at);
        }

        return share;
    }

    private static (List<(AlertWish Wish, Card Card)> Posts, IEnumerable<(ConversationReference Place, DateTimeOffset At, List<AlertWish> Wishes)> Others) Share(
        IEnumerable<(IAlertSource Source, AlertWish Wish)> wishes, DayShare share, ILookup<AlertSubject, AlertTelling> told, PipelineSnapshot snapshot)
    {
        var inRooms = new HashSet<AlertSubject>();
        var (posts, rest) = (new List<(AlertWish, Card)>(), new Dictionary<string, (ConversationReference Place, DateTimeOffset At, List<AlertWish> Wishes)>(StringComparer.Ordinal));
        foreach (var (source, wish) in wishes)
        {
            var name = AlertRooms.PlaceOf(wish.Place);
            if (wish.IsDetail && !inRooms.Contains(wish.Finding.Subject) && told[wish.Finding.Subject].All(telling => AlertRooms.IsChat(telling.Place)))
            {
                continue;
            }

            if (share.IsUsedUp(name, wish.At, wish.Zone))
            {
                rest.TryAdd(name, (wish.Place, wish.At, []));
                rest[name].Wishes.Add(wish);
                continue;
            }

            posts.Add((wish, source.Alert(wish.Finding, snapshot).Telling(wish.InPerson)));
            share.Take(name, wish.At);
            inRooms.Add(wish.Finding.Subject);
        }

        return (posts, rest.Values);
    }

    /// <summary>Standing cards that say something else by now, and struck ones of what is so again.</summary>
    private static IEnumerable<(AlertMark Mark, Card Card)> Changed(List<(IAlertSource Source, IFinding Finding)> found, Dictionary<AlertSubject, AlertMark> known, PipelineSnapshot snapshot, DateOnly today)
    {
        foreach (var (source, finding) in found)
        {
            if (known.GetValueOrDefault(finding.Subject) is { ToldAt: not null, SnoozedUntil: null } mark && !mark.IsQuiet(today) && (mark.CardKey is not null || mark.EndedAt is not null)
                && source.Alert(finding, snapshot) is var card && (card.Summary != mark.Shown || mark.EndedAt is not null))
            {
                yield return (mark, card);
            }
        }
    }

    /// <summary>What is so no longer is over, and its card says so.</summary>
    private static IEnumerable<(AlertMark Mark, Card? Card)> Over(List<IAlertSource> sources, IEnumerable<AlertMark> known, List<(IAlertSource Source, IFinding Finding)> found, PipelineSnapshot snapshot)
    {
        var still = found.Select(one => one.Finding.Subject).ToHashSet();
        return known.Where(mark => mark is { ToldAt: not null, EndedAt: null } && AlertKinds.Named(mark.Subject.Kind) is { Ends: true } && !still.Contains(mark.Subject))
            .Select(mark => (mark, mark.CardKey is null ? null : sources.First(source => source.Kinds.Contains(AlertKinds.Named(mark.Subject.Kind)?.Kind ?? default)).Over(mark.Subject, snapshot)));
    }
}
