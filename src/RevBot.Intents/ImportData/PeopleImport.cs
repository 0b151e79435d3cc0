using RevBot.Intents.Company;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>People of our own company. The first file teaches the teams.</summary>
internal sealed class PeopleImport(ImportSession session) : RowImport(session)
{
    private readonly Dictionary<string, PersonId> _inFile = new(StringComparer.OrdinalIgnoreCase);
    private readonly ValueTally _teams = new();

    public override void Look(ImportRow row)
    {
        var (id, name, email) = Read(row);
        if (id.Length == 0)
        {
            return;
        }

        var person = IdOf(id, name, email);
        foreach (var key in (string?[])[id, name, email])
        {
            if (key is not null)
            {
                _inFile.TryAdd(key, person);
            }
        }

        _teams.See(row.Text(CrmHeaders.Team));
    }

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        // Owners made from deals belong to no team yet: teams are learned until somebody has one.
        var unknown = _teams.Values.Where(team => !Session.Company.Teams.Any(known => string.Equals(known.Name, team, StringComparison.OrdinalIgnoreCase))).ToList();
        if (unknown.Count == 0 || Session.Snapshot.People.Values.Any(person => person.Team is not null))
        {
            return default;
        }

        Session.Learned.Add($"teams: {string.Join(", ", unknown)} (give them rooms in company.yaml, so that alerts have somewhere to go)");
        return (Session.Company with { Teams = [.. Session.Company.Teams, .. unknown.Select(team => new Team(team, null, new Dictionary<string, string>()))] }, false, null);
    }

    public override void Take(ImportRow row)
    {
        var (id, name, email) = Read(row);
        if (name.Length == 0)
        {
            row.Reject(DealFields.Name, string.Empty, "The name is empty.");
        }

        if (id.Length == 0)
        {
            row.Reject(CrmHeaders.Id, string.Empty, "The row has neither an id nor an e-mail address.");
        }

        if (email is not null && email.IndexOf('@', StringComparison.Ordinal) is not > 0)
        {
            row.Reject(CrmHeaders.Email, email, $"'{email}' is not an e-mail address.");
        }

        var team = row.Word(CrmHeaders.Team, [.. Session.Company.Teams.Select(known => known.Name)], "teams");
        var manager = Manager(row);
        var active = row.Flag(CrmHeaders.Active);
        if (!Session.IsFirst(row, CrmHeaders.Id, id) || !row.IsGood)
        {
            return;
        }

        var known = Session.Directory.Known(id, name, email);
        var person = new Person(
            known?.Id ?? new PersonId(id),
            name,
            email ?? known?.Email,
            Role(row.Text(CrmHeaders.Role)) ?? known?.Role ?? PersonRole.Rep,
            team ?? known?.Team,
            manager ?? known?.Manager,
            active ?? known?.Active ?? true);
        if (person == known)
        {
            Session.CountUnchanged();
            return;
        }

        Session.People.Add(person);
        if (known is null)
        {
            Session.CountCreated();
        }
        else
        {
            Session.CountUpdated();
        }
    }

    private static (string Id, string Name, string? Email) Read(ImportRow row)
    {
        var email = row.Text(CrmHeaders.Email);
        var name = row.Text(DealFields.Name) ?? string.Join(' ', ((string?[])[row.Text(CrmHeaders.FirstName), row.Text(CrmHeaders.LastName)]).OfType<string>());
        return (row.Text(CrmHeaders.Id) ?? email?.ToLowerInvariant() ?? string.Empty, name, email);
    }

    /// <summary>Job titles in their commonest words; whoever is none of these sells.</summary>
    private static PersonRole? Role(string? title)
    {
        if (title is null)
        {
            return null;
        }

        if (Enum.TryParse<PersonRole>(title, ignoreCase: true, out var exact) && !char.IsDigit(title[0]))
        {
            return exact;
        }

        bool Says(params string[] words) => words.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Says("operations", "revops", "admin", " ops") ? PersonRole.Operations
            : Says("chief", "president", "vp ", "ceo", "cro", "cfo", "executive officer") ? PersonRole.Executive
            : Says("finance", "controller", "accountant", "billing") ? PersonRole.Finance
            : Says("account manager", "account executive") ? PersonRole.Rep
            : Says("manager", "director", "head of", "lead") ? PersonRole.Manager
            : PersonRole.Rep;
    }

    private PersonId IdOf(string id, string name, string? email) => Session.Directory.Known(id, name, email)?.Id ?? new PersonId(id);

    private PersonId? Manager(ImportRow row)
    {
        if (row.Text(CrmHeaders.Manager) is not { } text)
        {
            return null;
        }

        if (_inFile.TryGetValue(text, out var inFile))
        {
            return inFile;
        }

        if (Session.Directory.Person(text, out _) is { } known)
        {
            return known;
        }

        row.Reject(CrmHeaders.Manager, text, $"The manager '{text}' is nobody known. {NearestName.Known(text, _inFile.Keys)}");
        return null;
    }
}
