using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Access;

/// <summary>Who a chat user is in the company: matched by e-mail, the one name every platform and every CRM share.</summary>
public static class People
{
    /// <summary>Whoever runs the bot while the company's people have no addresses yet, right after a first import of deals.</summary>
    public static Person Operator { get; } = new(new PersonId("operator"), "Operator", null, PersonRole.Operations);

    /// <summary>The person behind the profile; null for guests, for people who left and for addresses the company does not know.</summary>
    public static Person? PersonOf(ActorProfile profile, PipelineSnapshot snapshot)
    {
        if (profile.IsOperator)
        {
            return Operator;
        }

        if (profile.IsGuest || string.IsNullOrWhiteSpace(profile.Email))
        {
            return null;
        }

        var email = profile.Email.Trim();

        // Two records of one address happen in imports; the choice must at least be the same every time.
        return snapshot.People.Values
            .Where(person => person.Active && string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase))
            .MinBy(person => person.Id.Value, StringComparer.Ordinal);
    }
}
