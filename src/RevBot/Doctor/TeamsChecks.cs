using System.Runtime.CompilerServices;
using RevBot.Channels.Teams;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Company;

namespace RevBot.Doctor;

/// <summary>Does Microsoft take the settings, has Teams found the bot, and is the bot in the company's rooms?</summary>
internal sealed class TeamsChecks(IServiceProvider services) : ICheck
{
    public string Title => "Teams";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rooms = services.GetRequiredService<ICompany>().Profile.Teams.Select(team => new RoomAddress(team.Name, team.Rooms)).ToList();
        var found = await TeamsCheckup.RunAsync(services, rooms, cancellationToken);
        if (found.Count == 0)
        {
            yield return Finding.Good("Not connected: MicrosoftAppId is not set. README's \"Connect Teams\" tells how.");
        }

        foreach (var one in found)
        {
            yield return Finding.Of(one);
        }
    }
}
