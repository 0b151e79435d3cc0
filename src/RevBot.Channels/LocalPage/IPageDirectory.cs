namespace RevBot.Channels.LocalPage;

/// <summary>Who one may be on the local page, and which rooms it has. The door knows no deals and no people, so the host tells it.</summary>
public interface IPageDirectory
{
    Task<IReadOnlyList<PagePerson>> GetPeopleAsync(CancellationToken cancellationToken);

    /// <summary>Names of the rooms alerts may land in.</summary>
    IReadOnlyList<string> GetRooms();
}
