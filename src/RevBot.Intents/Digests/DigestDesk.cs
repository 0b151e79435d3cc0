using RevBot.Intents.Access;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Digests;

/// <summary>Makes a person's digest of the day; what the question, the button for the next page and the morning's message share.</summary>
public sealed class DigestDesk(StallClocks clocks, ICompany company)
{
    /// <summary>A forecast kept in the last week is news.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <summary>What is looked for; made once for all who are looked at together, since it learns from the whole history.</summary>
    public DigestWatch WatchOf(PipelineSnapshot snapshot, DateTimeOffset now)
    {
        var profile = company.Profile;
        return new DigestWatch(
            new DealWatch(snapshot, profile, clocks.For(snapshot, profile, now), now),
            new LeadWatch(snapshot, profile, now).All(),
            UnexplainedLoss.All(snapshot, profile.Work.DateAt(now)),
            new Lazy<IReadOnlyList<UnitFinding>>(() => new UnitWatch(snapshot, profile, now).All(now - News)));
    }

    public DayDigest Of(Person reader, DigestWatch watch, PipelineSnapshot snapshot, DateTimeOffset now) =>
        DayDigest.Of(deal => DealRights.Concerns(reader, deal, snapshot), watch.Deals, snapshot, company.Profile, now) with
        {
            Leads = [.. watch.Leads.Where(finding => Concerns(reader, finding, snapshot))],
            Losses = [.. watch.Losses.Where(loss => IsAskedOf(reader, loss, snapshot, company.Profile.Work.DateAt(now)))],
            Units = reader.Role == PersonRole.Rep ? [] : [.. watch.Units.Value.Where(finding => reader.Role != PersonRole.Manager || (finding.Unit.Team is { } team && string.Equals(team, reader.Team, StringComparison.OrdinalIgnoreCase)))],
        };

    public DayDigest Of(Person reader, PipelineSnapshot snapshot, DateTimeOffset now) => Of(reader, WatchOf(snapshot, now), snapshot, now);

    /// <summary>Why a deal was lost is asked of its owner; of the manager when that has not helped for some days, or when there is no owner to ask; of operations when there is neither.</summary>
    private bool IsAskedOf(Person reader, UnexplainedLoss loss, PipelineSnapshot snapshot, DateOnly today)
    {
        var isLeft = snapshot.OwnerOf(loss.Deal) is not { Active: true };
        return loss.Deal.Owner == reader.Id || reader.Role switch
        {
            PersonRole.Manager => (isLeft || today.DayNumber - loss.Day.DayNumber > company.Profile.Alerts.LossReasonDays) && DealRights.Concerns(reader, loss.Deal, snapshot),
            PersonRole.Operations => isLeft && !snapshot.People.Values.Any(person => person is { Active: true, Role: PersonRole.Manager } && DealRights.Concerns(person, loss.Deal, snapshot)),
            _ => false,
        };
    }

    /// <summary>A lead of nobody is for whoever gives leads out: operations, executives, and managers.</summary>
    private static bool Concerns(Person reader, LeadFinding finding, PipelineSnapshot snapshot) =>
        finding.Lead.Owner is { } id && snapshot.People.GetValueOrDefault(id) is { } owner ? DealRights.LooksAfter(reader, owner, snapshot) : reader.Role != PersonRole.Rep;
}
