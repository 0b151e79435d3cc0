using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.TeamAlerts;

/// <summary>The alert of a team's quarter, or the company's. A team's managers, executives and operations may press its buttons.</summary>
public sealed class UnitAlertFace(TeamFindings findings) : IAlertFace
{
    public bool Shows(string kind) => AlertKinds.Named(kind)?.About == AlertAbout.Unit;

    public AlertView? Of(AlertSubject subject, WriteContext context)
    {
        if (SalesUnit.Parse(subject.Id) is not { } unit)
        {
            return null;
        }

        var over = UnitAlertCards.Over(subject, context.Company);
        var standing = findings.Find(subject, context.Snapshot, context.Turn.Now) is UnitFinding finding ? UnitAlertCards.Alert(finding, context.Snapshot, context.Company) : null;
        var name = $"{TeamAlertText.NameOf(unit, context.Company)}: {AlertKinds.Named(subject.Kind)?.Title}";
        return new AlertView(subject, name, standing?.Summary ?? name, standing, over, Denial.FromString(DealDesk.PastRefusal(context)) ?? Denial.OfRights(Refusal(unit, context))) { SnoozeDays = UnitAlertCards.SnoozeDays };
    }

    private static string? Refusal(SalesUnit unit, WriteContext context) => context.Person switch
    {
        { Role: PersonRole.Executive or PersonRole.Operations } => null,
        { } person when unit.Team is { } team && AlertRooms.ManagersOf(team, context.Snapshot).Contains(person) => null,
        _ => $"An alert about {(unit.Team is { } team ? $"team {team}" : "the company")} is everybody's. Please ask {(unit.Team is null ? "an executive" : "its manager")} or operations to change it.",
    };
}
