using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>What somebody may do with a deal they see, by the company's <see cref="RightsPolicy"/>.</summary>
public static class DealRights
{
    /// <summary>A deal whose amount somebody may not see they may not change either: forms and confirmations show it.</summary>
    public static bool MayWrite(Person person, Deal deal, PipelineSnapshot snapshot, CompanyProfile company) =>
        !deal.IsAmountWithheld && ReachRules.Covers(person, company.Rights.Of(person.Role).Changes, deal.Owner, snapshot);

    /// <summary>Whether somebody may see a deal and its amount.</summary>
    /// <param name="person">Null for whoever the company does not know: they see nothing.</param>
    /// <param name="deal">Null for deals at large, which only who sees all of them may see.</param>
    public static bool MaySee(Person? person, Deal? deal, PipelineSnapshot snapshot, CompanyProfile company) =>
        person is { Active: true } && company.Rights.Of(person.Role) is { } rights
        && (rights is { Sees: Reach.All, Amounts: Reach.All }
            || (deal is not null && ReachRules.Covers(person, rights.Sees, deal.Owner, snapshot) && ReachRules.Covers(person, rights.Amounts, deal.Owner, snapshot)));

    /// <summary>Null when the person may change the deal, else the sentence that says who can.</summary>
    public static string? Refusal(Person? person, Deal deal, PipelineSnapshot snapshot, CompanyProfile company)
    {
        if (person is null)
        {
            return "I can't tell who you are from your e-mail address here, so I can't change deals for you. Ask operations to add it to the people list.";
        }

        if (MayWrite(person, deal, snapshot, company))
        {
            return null;
        }

        var owner = snapshot.OwnerOf(deal);
        if (company.Rights.Of(person.Role).Changes == Reach.None)
        {
            var ask = owner is null ? "a sales manager" : $"{owner.Name}, their manager";
            return $"I keep {Plural(person.Role)} access to reading, so {deal.Name} stays as it is. Please ask {ask} or operations to change it.";
        }

        return owner is null
            ? $"{deal.Name} has no owner, so I can't change it for you. Please ask a sales manager or operations."
            : $"{deal.Name} belongs to {owner.Name}, so I can't change it for you. Please ask them, their manager or operations.";
    }

    /// <summary>Null when the person may make a deal of this owner's, else the sentence that says who can.</summary>
    /// <param name="owner">Null while nobody is named yet: then whether they may make any.</param>
    public static string? CreateRefusal(Person? person, PersonId? owner, PipelineSnapshot snapshot, CompanyProfile company)
    {
        if (person is null)
        {
            return "I can't tell who you are from your e-mail address here, so I can't make deals for you. Ask operations to add it to the people list.";
        }

        var reach = company.Rights.Of(person.Role).Changes;
        if (reach == Reach.None)
        {
            return $"I keep {Plural(person.Role)} access to reading, so no deal was created. Please ask a sales manager or operations.";
        }

        return owner is null || ReachRules.Covers(person, reach, owner, snapshot)
            ? null
            : $"You can't make deals for {snapshot.People.GetValueOrDefault(owner.Value)?.Name ?? owner.Value.Value}. Make it your own and hand it over, or ask their manager or operations.";
    }

    /// <summary>Null when the person's role may change these fields, else the sentence that names the first it may not.</summary>
    /// <param name="fields">Keys of fields, <c>stage</c> among them.</param>
    /// <param name="nameOf">What a field is called.</param>
    public static string? FieldRefusal(Person person, IEnumerable<string> fields, CompanyProfile company, Func<string, string> nameOf) =>
        fields.FirstOrDefault(field => !company.Rights.Of(person.Role).MayChange(field)) is { } kept
            ? $"{char.ToUpperInvariant(Plural(person.Role)[0])}{Plural(person.Role)[1..]} right to change deals leaves out the {nameOf(kept)}, so nothing was changed. Please ask operations."
            : null;

    /// <summary>Whether a digest or an audit of somebody speaks of a deal: reps hear of their own, managers of their people's, operations and executives of all.</summary>
    public static bool Concerns(Person reader, Deal deal, PipelineSnapshot snapshot) => reader.Role switch
    {
        PersonRole.Rep => deal.Owner == reader.Id,
        PersonRole.Manager => ReachRules.Covers(reader, Reach.Tree, deal.Owner, snapshot),
        _ => true,
    };

    /// <summary>Whether somebody's deals may be looked over as a whole: one's own, one's people's; by operations, executives and finance everybody's.</summary>
    public static bool LooksAfter(Person reader, Person owner, PipelineSnapshot snapshot) =>
        reader.Id == owner.Id || reader.Role is PersonRole.Executive or PersonRole.Operations or PersonRole.Finance || (reader.Role == PersonRole.Manager && ReachRules.Leads(reader, owner, snapshot));

    private static string Plural(PersonRole role) => role switch
    {
        PersonRole.Rep => "reps'",
        PersonRole.Manager => "managers'",
        PersonRole.Executive => "executives'",
        PersonRole.Finance => "finance's",
        PersonRole.Guest => "guests'",
        _ => "operations'",
    };
}
