using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Finds the person words mean: "me", a name, a first name that only one of us has, initials, an e-mail address.</summary>
public sealed class OwnerSlot(NameDirectory directory)
{
    /// <summary>The people the whole text may mean; those who still work here first.</summary>
    public IReadOnlyList<Person> Find(string words, PipelineSnapshot snapshot, CompanyProfile company, Person? asker)
    {
        var text = words.Trim().Trim('@', '"');
        if (asker is not null && text.ToLowerInvariant() is "me" or "myself" or "i")
        {
            return [asker];
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return [.. snapshot.People.Values.Where(person => string.Equals(person.Email, text, StringComparison.OrdinalIgnoreCase))];
        }

        var hit = directory.For(snapshot, company).Find(text, kind => kind == NameKind.Person);
        var people = hit?.Things.Select(thing => snapshot.People.GetValueOrDefault(new PersonId(thing.Key))).OfType<Person>().ToList() ?? [];
        return people.Exists(person => person.Active) ? [.. people.Where(person => person.Active).OrderBy(person => person.Name, StringComparer.Ordinal)] : people;
    }
}
