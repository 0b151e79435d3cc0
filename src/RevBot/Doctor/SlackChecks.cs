using System.Runtime.CompilerServices;
using RevBot.Channels.Slack;
using RevBot.Pipeline.Company;

namespace RevBot.Doctor;

/// <summary>Does Slack take the settings, has the app what it needs, and is the bot in the company's rooms?</summary>
internal sealed class SlackChecks(IServiceProvider services) : ICheck
{
    public string Title => "Slack";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rooms = services.GetRequiredService<ICompany>().Profile.RoomsOn("slack");
        var found = await SlackCheckup.RunAsync(services, rooms, cancellationToken);
        if (found.Count == 0)
        {
            yield return Finding.Good("Not connected: SLACK_BOT_TOKEN is not set. README's \"Connect Slack\" tells how.");
        }

        foreach (var one in found)
        {
            yield return Finding.Of(one);
        }
    }
}
