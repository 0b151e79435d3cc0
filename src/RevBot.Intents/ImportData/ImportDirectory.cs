using RevBot.Intents.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>Finds people and accounts as files name them — by id, e-mail or name — and makes those that a first import may make.</summary>
internal sealed class ImportDirectory
{
    /// <summary>Marks an id that was made from a name, because no file has told the real one yet.</summary>
    private const string MadeFromName = "name:";

    private readonly Dictionary<PersonId, Person> _people;
    private readonly Dictionary<string, List<PersonId>> _peopleByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<AccountId, Account> _accounts;
    private readonly Dictionary<string, AccountId> _accountsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _mayMakePeople;

    public ImportDirectory(PipelineSnapshot snapshot)
    {
        _people = new(snapshot.People);
        _accounts = new(snapshot.Accounts);
        _mayMakePeople = snapshot.People.Count == 0;
        foreach (var person in snapshot.People.Values)
        {
            Know(person);
        }

        foreach (var account in snapshot.Accounts.Values)
        {
            _accountsByName.TryAdd(account.Name, account.Id);
        }
    }

    public Dictionary<PersonId, Person> NewPeople { get; } = [];

    public Dictionary<AccountId, Account> NewAccounts { get; } = [];

    public static PersonId IdFromName(string name) => new(MadeFromName + name.ToLowerInvariant());

    /// <summary>The owner the row names; an unknown one is a problem of the row, except while the store holds nobody.</summary>
    public PersonId? Owner(ImportRow row)
    {
        var id = row.Text(CrmHeaders.OwnerId);
        var email = row.Text(CrmHeaders.OwnerEmail);
        var name = row.Text(DealFields.Owner);
        if ((id ?? email ?? name) is not { } said)
        {
            return null;
        }

        foreach (var text in (string?[])[id, email, name])
        {
            if (text is not null && Person(text, out var several) is { } found)
            {
                if (several)
                {
                    row.Reject(DealFields.Owner, text, $"Several people are called '{text}': use the e-mail address.");
                }

                return found;
            }
        }

        if (!_mayMakePeople)
        {
            var field = name is not null ? DealFields.Owner : id is not null ? CrmHeaders.OwnerId : CrmHeaders.OwnerEmail;
            row.Reject(field, name ?? said, $"'{name ?? said}' is nobody known. {NearestName.Known(name ?? said, _peopleByName.Keys)} Import people first, or correct the owner.");
            return null;
        }

        var address = email ?? (said.Contains('@', StringComparison.Ordinal) ? said : null);
        var made = new Person(id is not null ? new PersonId(id) : address is not null ? new PersonId(address.ToLowerInvariant()) : IdFromName(said), name ?? said, address);
        NewPeople[made.Id] = made;
        _people[made.Id] = made;
        Know(made);
        return made.Id;
    }

    public PersonId? Person(string text, out bool several)
    {
        several = false;
        if (_people.ContainsKey(new PersonId(text)))
        {
            return new PersonId(text);
        }

        if (!_peopleByName.TryGetValue(text, out var ids))
        {
            return null;
        }

        several = ids.Count > 1;
        return ids[0];
    }

    /// <summary>The person a row of a people file is about: the same id, or the one made from this name or address before.</summary>
    public Person? Known(string id, string name, string? email) =>
        _people.GetValueOrDefault(new PersonId(id))
        ?? _people.GetValueOrDefault(IdFromName(name))
        ?? (email is null ? null : _people.GetValueOrDefault(new PersonId(email.ToLowerInvariant())));

    public void Know(Person person)
    {
        foreach (var name in (string?[])[person.Name, person.Email])
        {
            if (name is null)
            {
                continue;
            }

            if (!_peopleByName.TryGetValue(name, out var ids))
            {
                _peopleByName[name] = ids = [];
            }

            if (!ids.Contains(person.Id))
            {
                ids.Add(person.Id);
            }
        }
    }

    /// <summary>The account by id, then by name; a new customer becomes an account.</summary>
    public AccountId? Account(string? id, string? name)
    {
        if (id is not null && _accounts.ContainsKey(new AccountId(id)))
        {
            return new AccountId(id);
        }

        if (name is not null && _accountsByName.TryGetValue(name, out var known))
        {
            return known;
        }

        if ((name ?? id) is not { } called)
        {
            return null;
        }

        var made = new Account(id is null ? AccountId.OfName(called) : new AccountId(id), called);
        NewAccounts[made.Id] = made;
        _accounts[made.Id] = made;
        _accountsByName.TryAdd(made.Name, made.Id);
        return made.Id;
    }

    /// <summary>The account a row of an accounts file is about: the same id, or the one a deal made from this name.</summary>
    public Account? Known(string id, string name) =>
        _accounts.GetValueOrDefault(new AccountId(id)) ?? _accounts.GetValueOrDefault(AccountId.OfName(name));
}
