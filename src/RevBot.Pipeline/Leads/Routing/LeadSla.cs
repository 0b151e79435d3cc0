using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;

namespace RevBot.Pipeline.Leads.Routing;

/// <summary>How long a step of a lead's life may take, and until when a lead waits in time.</summary>
public static class LeadSla
{
    /// <summary>Agreed where the company gave the handoff time no bands.</summary>
    private const double UsualDays = 1;

    /// <summary>Business days in which sales is to take on a lead: the company's own hours, else the first of its bands for the handoff time, longer than which a lead waits.</summary>
    public static double DaysToAccept(CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return company.Leads.AcceptHours is { } hours ? hours / LeadPolicy.HoursPerDay
            : (double?)company.Word(LeadFunnel.HandoffTime).Bands.FirstOrDefault(band => band.UpTo > 0)?.UpTo ?? UsualDays;
    }

    /// <summary>Until when what a lead waits for is in time: for its owner to accept it, then to qualify it or give it back; null where it waits for nobody.</summary>
    public static DateTimeOffset? DueAt(Lead lead, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(company);
        return lead.Stage switch
        {
            LifecycleStage.Sal when lead.SalAt is { } at => company.Work.AddBusinessDays(at, company.Leads.QualifyHours / LeadPolicy.HoursPerDay),
            LifecycleStage.New or LifecycleStage.Working or LifecycleStage.Mql when Given(lead) is { } at => company.Work.AddBusinessDays(at, DaysToAccept(company)),
            _ => null,
        };
    }

    /// <summary>Since when its owner has to accept it: since they got it, or marketing qualified it, what came last.</summary>
    private static DateTimeOffset? Given(Lead lead) => lead.Owner is null ? lead.MqlAt
        : lead.Life.OwnedSince is { } since && (lead.MqlAt is null || since > lead.MqlAt) ? since : lead.MqlAt;
}
