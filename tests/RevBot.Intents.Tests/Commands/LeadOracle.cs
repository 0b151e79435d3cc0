using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.Tests.Commands;

/// <summary>What may become of a lead, written down once more without the product's rules.</summary>
internal sealed class LeadOracle(CompanyProfile company)
{
    private static readonly string[] Closed = ["Recycled", "Disqualified"];

    /// <summary>What is wrong with a change of a lead; null when nothing is.</summary>
    public string? Problem(Lead was, Lead lead, IReadOnlyList<LeadEvent> events, PipelineSnapshot before, PipelineSnapshot after)
    {
        if (was.Deal is { } became && events is [LeadEvent.PutBack])
        {
            return after.Find(became) is null ? Standing(lead, after) : "it is a lead again, and its deal is still there";
        }

        if (was.Deal is not null || was.ConvertedAt is not null)
        {
            return "it was a deal already";
        }

        if (Closed.Contains(was.Status) && !events.All(happened => happened is LeadEvent.MarketingQualified or LeadEvent.OwnerChanged or LeadEvent.PutBack))
        {
            return $"it was {was.Status}, and only marketing could have taken it up again";
        }

        return events.Select(happened => Problem(happened, was, lead, before, after)).FirstOrDefault(problem => problem is not null) ?? Standing(lead, after);
    }

    private string? Problem(LeadEvent happened, Lead was, Lead lead, PipelineSnapshot before, PipelineSnapshot after) => happened switch
    {
        LeadEvent.SalesQualified sql => Missing(company.Leads.SqlNeeds, lead) is { } missing ? $"it is qualified without {missing}" : sql.Timeline < company.Work.DateAt(sql.Stamp.At) ? "its timeline is over" : null,
        LeadEvent.MarketingQualified => Missing(company.Leads.MqlNeeds, lead) is { } missing ? $"it is an MQL without {missing}" : null,
        LeadEvent.Returned returned => Unexplained(company.Leads.ReturnReasons, returned.Reason, returned.Note),
        LeadEvent.Disqualified end => Unexplained(company.Leads.DisqualifyReasons, end.Reason, end.Note),
        LeadEvent.Converted converted => after.Find(converted.Deal) is null ? "its deal is not there" : before.Find(converted.Deal) is not null ? "its deal was there before" : null,
        LeadEvent.Routed routed => Takes(routed.To, after) ? null : $"it was routed to {routed.To}",
        LeadEvent.OwnerChanged { To: { } to } => Takes(to, after) ? null : $"{to} got it",
        LeadEvent.PutBack when lead.Stage == was.Stage && lead.Owner == was.Owner && lead.Life.Facts.Count == was.Life.Facts.Count && lead.FirstResponseAt == was.FirstResponseAt => "nothing was put back",
        _ => null,
    };

    /// <summary>Whoever works on it has it, and what was made of it is known.</summary>
    private static string? Standing(Lead lead, PipelineSnapshot after) => lead.Status switch
    {
        "SAL" or "SQL" when lead.Owner is not { } owner || !Takes(owner, after) => $"it is {lead.Status} and nobody's who sells",
        "Converted" when lead.Deal is null => "it became nobody knows what",
        _ => null,
    };

    private static string? Missing(IEnumerable<string> needs, Lead lead) => needs.FirstOrDefault(need => string.IsNullOrWhiteSpace(lead.Life.Facts.GetValueOrDefault(need)));

    private static string? Unexplained(IReadOnlyList<LeadReason> reasons, string given, string? note) => reasons.FirstOrDefault(reason => reason.Name == given) switch
    {
        null => $"“{given}” is no reason",
        { NeedsNote: true } when string.IsNullOrWhiteSpace(note) => $"“{given}” has no note",
        _ => null,
    };

    private static bool Takes(PersonId person, PipelineSnapshot snapshot) => snapshot.People.GetValueOrDefault(person) is { Active: true, Role: PersonRole.Rep or PersonRole.Manager };
}
