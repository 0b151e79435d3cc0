using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>What the rules about single deals say is to be told at once, but for stalls.</summary>
public sealed class DealAlertSource(DealFindings findings, AlertRooms rooms, ICompany company) : IAlertSource
{
    public IReadOnlyList<AlertKind> Kinds => DealAlertCards.Kinds;

    public string Guard => DealAlertsGuard.GuardName;

    public IReadOnlyList<IFinding> Find(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now) => findings.Of(snapshot, since, now);

    public async Task<IReadOnlyList<TeamRooms>> ReadersAsync(IFinding finding, PipelineSnapshot snapshot, CancellationToken cancellationToken) =>
        [await rooms.OfAsync(finding.Rule.To, Of(finding).Deal, snapshot, cancellationToken)];

    public bool IsForOne(IFinding finding) => finding.Rule.To.IsPerson;

    /// <summary>What befalls so many of an owner's deals at once is one line: it says more of an import or of days away than of each deal.</summary>
    public IReadOnlyList<AlertBundle> Bundle(IReadOnlyList<AlertWish> wishes, PipelineSnapshot snapshot) =>
        [.. AlertCrowd.Of(wishes, snapshot).Select(crowd => new AlertBundle(crowd.Wishes, DealAlertCards.Together(crowd)))];

    public Card Alert(IFinding finding, PipelineSnapshot snapshot) => DealAlertCards.Alert(Of(finding), snapshot, company.Profile);

    public Card? Over(AlertSubject subject, PipelineSnapshot snapshot) => snapshot.Find(new DealId(subject.Id)) is { } deal ? DealAlertCards.Resolved(subject, deal, snapshot, company.Profile) : null;

    private static Finding Of(IFinding finding) => (Finding)finding;
}
