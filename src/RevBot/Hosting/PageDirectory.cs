using RevBot.Channels.LocalPage;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;

namespace RevBot.Hosting;

/// <summary>Tells the local page the company's people and the rooms of its teams.</summary>
internal sealed class PageDirectory(IPipelineReader reader, ICompany company) : IPageDirectory
{
    public async Task<IReadOnlyList<PagePerson>> GetPeopleAsync(CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        return
        [
            .. from person in snapshot.People.Values
               where person.Active && person.Email is not null
               orderby person.Name
               select new PagePerson(person.Email ?? string.Empty, person.Name, person.Role.ToString(), person.Team),
        ];
    }

    public IReadOnlyList<string> GetRooms() => [.. company.Profile.Teams.Select(team => team.Name)];
}
