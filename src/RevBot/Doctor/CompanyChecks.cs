using System.Runtime.CompilerServices;
using RevBot.Hosting;
using RevBot.Intents.Company;
using RevBot.Pipeline;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Process;

namespace RevBot.Doctor;

/// <summary>Is <c>company.yaml</c> right, and does every stage that holds deals still stand in it?</summary>
internal sealed class CompanyChecks(DataFolder folder, IPipelineReader reader) : ICheck
{
    public string Title => "Company";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = CompanyFile.Load(folder.Company);
        if (!reading.IsValid)
        {
            foreach (var problem in reading.Problems)
            {
                yield return Finding.Bad($"company.yaml line {problem.Line}, column {problem.Column}: {problem.Message}", problem.Fix);
            }

            yield break;
        }

        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var missing = CompanySource.MissingStages(reading, CompanySource.CountDeals(snapshot));
        foreach (var problem in missing)
        {
            yield return Finding.Bad($"company.yaml line {problem.Line}: {problem.Message}", problem.Fix);
        }

        if (missing.Count == 0)
        {
            var profile = reading.Profile;
            yield return Finding.Good($"{profile.Name}: {profile.Process.Stages.Count} stages, {profile.LossReasons.Reasons.Count} loss reasons, {profile.Teams.Count} teams, {profile.Currency}, {profile.Work.TimeZone.Id}.");
        }

        var router = new LeadRouter(snapshot, reading.Profile);
        foreach (var route in snapshot.People.Count == 0 ? [] : reading.Profile.Leads.Routes)
        {
            foreach (var name in route.To.Where(name => name != LeadRoute.AccountOwner && !router.IsKnown(name)))
            {
                yield return Finding.Warning($"Routing rule '{route.Name}' names '{name}', which is nobody: no team with a rep, and no active person's id, e-mail address or name.", "Mend it under leads: routing: in company.yaml, or import the people.");
            }
        }

        if (reading.Profile.Leads.FallbackTo is { } fallback && snapshot.People.Count > 0 && !router.IsKnown(fallback))
        {
            yield return Finding.Warning($"Leads that no rule takes would go to '{fallback}', which is nobody.", "Mend leads: fallback: in company.yaml: a person by e-mail address.");
        }

        foreach (var name in reading.Profile.Approvals.Gates.Select(gate => gate.Terms).Prepend(reading.Profile.Approvals.Exceptions).OfType<ApprovalTerms>().SelectMany(terms => terms.Approvers).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (snapshot.People.Count > 0 && !string.Equals(name, ApproverDirectory.Manager, StringComparison.OrdinalIgnoreCase) && ApproverDirectory.Find(name, null, snapshot).IsEmpty)
            {
                yield return Finding.Warning($"Nobody in the people list is “{name}”, who is to approve deals.", "Name a person, an e-mail address or a role that somebody has under approvals: in company.yaml.");
            }
        }

        foreach (var team in reading.Profile.Teams.Where(team => team.Rooms.Count == 0))
        {
            yield return Finding.Warning($"Team {team.Name} has no room; its alerts are shown on the local page only.", "Name one under teams: rooms: in company.yaml.");
        }
    }
}
