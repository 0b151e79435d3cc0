using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Leads that wait for sales longer than agreed, told to whom they belong; where that is nobody, to the team of their region, else to operations.</summary>
public sealed class LeadAlertSource(TeamFindings findings, AlertRooms rooms, AlertReaders readers, ICompany company) : IAlertSource
{
    /// <summary>Fewer are told one by one.</summary>
    private const int Fewest = 3;

    public IReadOnlyList<AlertKind> Kinds { get; } = [AlertKind.LeadHandoff];

    public string Guard => TeamAlertsGuard.GuardName;

    public IReadOnlyList<IFinding> Find(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now) => findings.Leads(snapshot, now);

    public async Task<IReadOnlyList<TeamRooms>> ReadersAsync(IFinding finding, PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var lead = Of(finding).Lead;
        var owner = OwnerOf(lead, snapshot);
        if (finding.Rule.To is { Reader: AlertReader.Room, Room: { } room })
        {
            return [await rooms.WithDetailsAsync(await rooms.OfRoomAsync(room, cancellationToken), owner is null ? [] : [owner], cancellationToken)];
        }

        var person = finding.Rule.To.Reader switch
        {
            AlertReader.Owner => owner,
            AlertReader.Manager => owner?.Manager is { } manager ? snapshot.People.GetValueOrDefault(manager) : null,
            _ => null,
        };
        if (await readers.OfAsync(person, cancellationToken) is { } known)
        {
            return [known];
        }

        var team = owner?.Team ?? company.Profile.Teams.FirstOrDefault(team => lead.Region is not null && string.Equals(team.Region, lead.Region, StringComparison.OrdinalIgnoreCase))?.Name;
        return team is not null && await rooms.OfTeamAsync(team, cancellationToken) is { Rooms.Count: > 0 } found
            ? [await rooms.WithDetailsAsync(found, AlertRooms.ManagersOf(team, snapshot), cancellationToken)]
            : await readers.OfAsync(snapshot.People.Values.Where(someone => someone.Role == PersonRole.Operations), cancellationToken);
    }

    /// <summary>Whoever a lead is given to is to hear of it, too.</summary>
    public bool IsForOne(IFinding finding) => false;

    public IReadOnlyList<AlertBundle> Bundle(IReadOnlyList<AlertWish> wishes, PipelineSnapshot snapshot) =>
        [.. wishes.GroupBy(wish => AlertRooms.PlaceOf(wish.Place)).Where(group => group.Count() >= Fewest).Select(group => new AlertBundle([.. group], LeadAlertCards.Together([.. group.Select(wish => Of(wish.Finding))])))];

    public Card Alert(IFinding finding, PipelineSnapshot snapshot) => LeadAlertCards.Alert(Of(finding), snapshot, company.Profile);

    public Card? Over(AlertSubject subject, PipelineSnapshot snapshot) => snapshot.Leads.FirstOrDefault(lead => lead.Id == subject.Id) is { } lead ? LeadAlertCards.Over(subject, lead, snapshot, company.Profile) : null;

    internal static Person? OwnerOf(Lead lead, PipelineSnapshot snapshot) => lead.Owner is { } id ? snapshot.People.GetValueOrDefault(id) : null;

    private static LeadFinding Of(IFinding finding) => (LeadFinding)finding;
}
