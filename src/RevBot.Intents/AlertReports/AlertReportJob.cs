using Microsoft.Extensions.Logging;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Intents.Digests;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.AlertReports;

/// <summary>Tells the room that looks after the rules, on the first work day of each week, what became of the alerts. Without such a room operations get it in person, as a review of theirs.</summary>
public sealed partial class AlertReportJob(AlertReportDesk desk, AlertRooms rooms, AlertOwners owners, ITurnTransaction transaction, ICompany company, ILogger<AlertReportJob> logger) : IScheduledJob
{
    public const string JobName = "alert-report";

    public string Name => JobName;

    public Schedule Schedule => new(
        company.Profile.Alerts.DigestAt, company.Profile.Work.TimeZone, day => DigestCalendar.IsFirstOfWeek(day, company.Profile.Work, company.Profile.Fiscal.WeekStart));

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (company.Profile.Alerts.ReportTo is not { } room)
        {
            return;
        }

        var found = await rooms.OfRoomAsync(room, cancellationToken);
        foreach (var missed in found.Missed)
        {
            LogMissed(missed);
        }

        if (found.Rooms.Count > 0)
        {
            var inPerson = await rooms.IsClosedAsync(found.Rooms, null, cancellationToken) ? await owners.FindAsync(cancellationToken) : [];
            var card = AlertReportCard.Of(await desk.OfAsync(AlertReportDesk.UsualDays, now, cancellationToken));
            card = AlertRedaction.With(card, null, AlertRedaction.Face("Report of alerts", ShowReportAction.Button)).Telling(inPerson.Count);
            var run = new AlertRun(JobName, now, transaction);
            foreach (var reader in inPerson)
            {
                run.Post(reader.Chat, card, notBefore: company.Profile.Alerts.NextTelling(now, reader.Zone ?? company.Profile.Work.TimeZone, company.Profile.Work));
            }

            foreach (var place in found.Rooms)
            {
                run.Post(place, card);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of alerts has no room: {Reason}")]
    private partial void LogMissed(string reason);
}
