using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>What somebody may do with a lead they see: as with deals, by whose it is.</summary>
public static class LeadRights
{
    /// <summary>Null when the person may change the lead, else the sentence that says who can.</summary>
    public static string? Refusal(Person? person, Lead lead, PipelineSnapshot snapshot, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (person is null)
        {
            return "I can't tell who you are from your e-mail address here, so I can't change leads for you. Ask operations to add it to the people list.";
        }

        var reach = company.Rights.Of(person.Role).Changes;
        if (ReachRules.Covers(person, reach, lead.Owner, snapshot))
        {
            return null;
        }

        var owner = lead.Owner is { } id ? snapshot.People.GetValueOrDefault(id) : null;
        return reach == Reach.None ? $"Your role only reads, so {lead.Name} stays as it is. Please ask {(owner is null ? "a sales manager" : $"{owner.Name}, their manager")} or operations."
            : owner is null ? $"{lead.Name} has no owner, so I can't change it for you. Please ask a sales manager or operations."
            : $"{lead.Name} belongs to {owner.Name}, so I can't change it for you. Please ask them, their manager or operations.";
    }
}
