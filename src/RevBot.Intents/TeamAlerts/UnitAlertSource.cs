using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Forecasts that moved and coverage that is low, of teams and the company, told to who leads them.</summary>
public sealed class UnitAlertSource(TeamFindings findings, AlertRooms rooms, AlertReaders readers, ICompany company) : IAlertSource
{
    public IReadOnlyList<AlertKind> Kinds { get; } = [AlertKind.ForecastMoved, AlertKind.CoverageLow];

    public string Guard => TeamAlertsGuard.GuardName;

    public IReadOnlyList<IFinding> Find(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now) => findings.Units(snapshot, since, now);

    /// <summary>A team's: its managers, or its room where none can be told. The company's: the executives, or operations.</summary>
    public async Task<IReadOnlyList<TeamRooms>> ReadersAsync(IFinding finding, PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var unit = ((UnitFinding)finding).Unit;
        var leaders = unit.Team is { } led ? AlertRooms.ManagersOf(led, snapshot) : snapshot.People.Values.Where(person => person.Role == PersonRole.Executive);
        if (finding.Rule.To is { Reader: AlertReader.Room, Room: { } room })
        {
            return [await rooms.WithDetailsAsync(await rooms.OfRoomAsync(room, cancellationToken), leaders, cancellationToken)];
        }

        if (unit.Team is { } team)
        {
            var managers = finding.Rule.To.Reader == AlertReader.Team ? [] : await readers.OfAsync(leaders, cancellationToken);
            return managers.Count > 0 ? managers : [await rooms.WithDetailsAsync(await rooms.OfTeamAsync(team, cancellationToken), leaders, cancellationToken)];
        }

        var executives = await readers.OfAsync(leaders, cancellationToken);
        return executives.Count > 0 ? executives : await readers.OfAsync(snapshot.People.Values.Where(person => person.Role == PersonRole.Operations), cancellationToken);
    }

    /// <summary>Several may lead.</summary>
    public bool IsForOne(IFinding finding) => false;

    public IReadOnlyList<AlertBundle> Bundle(IReadOnlyList<AlertWish> wishes, PipelineSnapshot snapshot) => [];

    public Card Alert(IFinding finding, PipelineSnapshot snapshot) => UnitAlertCards.Alert((UnitFinding)finding, snapshot, company.Profile);

    public Card? Over(AlertSubject subject, PipelineSnapshot snapshot) => UnitAlertCards.Over(subject, company.Profile);
}
