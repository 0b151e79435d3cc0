using System.Globalization;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Digests;

/// <summary>Asks for everybody's digests and reviews in the morning of their own clock, as they would themselves: what is sent is made then, as they may see it, and what they say on it is understood.</summary>
/// <remarks>A turn is accepted once, whatever restarts or runs beside: its id names the person, the day and what is asked. Nobody hears of a morning that is over.</remarks>
public sealed partial class DigestJob(
    IPipelineReader reader, ICompany company, DigestDesk desk, DigestClocks clocks, IAlertStore alerts, IAlertWriter marks, ChannelDirectory channels, IInbox inbox, ILogger<DigestJob> logger) : IScheduledJob
{
    public const string JobName = "digests";

    /// <summary>Zones differ by quarters of an hour.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>What was missed for longer is not made up for.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(3);

    /// <summary>Shorter than from one morning to the next, longer than a morning: who was told is not looked up again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(12);

    /// <summary>A platform lets some fifty people be looked up a minute; the others come with the next quarter of an hour, and other jobs wait no longer.</summary>
    private const int MostStrangers = 40;

    public string Name => JobName;

    public Schedule Schedule => Schedule.Every(Step);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!company.Profile.Alerts.SendsDigests)
        {
            return;
        }

        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var watch = new Lazy<DigestWatch>(() => desk.WatchOf(snapshot, now));
        var known = (await alerts.GetMarksAsync(DigestMarks.Kind, cancellationToken)).ToDictionary(mark => mark.Subject);
        var strangers = 0;
        foreach (var person in snapshot.People.Values.Where(person => person is { Active: true, Email.Length: > 0 }).OrderBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            var mark = known.GetValueOrDefault(DigestMarks.SubjectOf(person.Id));
            var next = mark?.SnoozedUntil >= company.Profile.Work.DateAt(now) || now - mark?.ToldAt < Rest ? LookUp.None : clocks.Next(person.Id, company.Profile.Alerts.DigestAt, Late, now);
            if (next == LookUp.None || (next == LookUp.Strange && ++strangers > MostStrangers))
            {
                continue;
            }

            var search = await channels.FindPersonAsync(person.Email ?? "", cancellationToken);
            clocks.Keep(person.Id, search.Found is null ? null : ZoneOf(search.Found), now);
            if (search.Found is not { } found)
            {
                LogUnreached(person.Id.Value);
            }
            else if (MorningOf(found, now) is { } day)
            {
                await AskAsync(person, found, day, watch, snapshot, now, cancellationToken);
                marks.Put((mark ?? DigestMarks.New(person.Id)) with { ToldAt = now });
            }
        }
    }

    private TimeZoneInfo ZoneOf(KnownPerson person) => person.Zone ?? company.Profile.Work.TimeZone;

    /// <summary>The person's day, while it is its morning.</summary>
    private DateOnly? MorningOf(KnownPerson person, DateTimeOffset now)
    {
        var since = DigestClocks.SinceMorning(ZoneOf(person), company.Profile.Alerts.DigestAt, now);
        return since >= TimeSpan.Zero && since < Late ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOf(person)).DateTime) : null;
    }

    private async Task AskAsync(Person person, KnownPerson found, DateOnly day, Lazy<DigestWatch> watch, PipelineSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var asked in DigestCalendar.DueOn(day, person, company.Profile.Work, company.Profile.Fiscal.WeekStart))
        {
            // Whose deals need nothing is left alone, and what a room is told is not told in person, too.
            if ((asked == DigestCalendar.Day && desk.Of(person, watch.Value, snapshot, now).IsEmpty) || (asked == DigestCalendar.Alerts && company.Profile.Alerts.ReportTo is not null))
            {
                continue;
            }

            await inbox.AcceptAsync(
                new Turn
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{found.Actor.Channel}:{JobName}:{person.Id}:{day:yyyy-MM-dd}:{asked}"),
                    ReceivedAt = now,
                    Actor = found.Actor,
                    Conversation = found.Chat,
                    Input = new TurnInput.Reminded(asked),
                },
                cancellationToken);
        }
    }

    // Why names an address, which no log is told.
    [LoggerMessage(Level = LogLevel.Debug, Message = "No digest for {Person}: no channel reaches them")]
    private partial void LogUnreached(string person);
}
