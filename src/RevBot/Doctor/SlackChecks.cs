using System.Runtime.CompilerServices;
using RevBot.Channels.Slack;

namespace RevBot.Doctor;

/// <summary>Are Slack's settings right, and does Slack take them?</summary>
internal sealed class SlackChecks(IServiceProvider services) : ICheck
{
    public string Title => "Slack";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await SlackCheckup.RunAsync(services, cancellationToken);
        if (found.Count == 0)
        {
            yield return Finding.Good("Not connected: SLACK_BOT_TOKEN is not set. README's \"Connect Slack\" tells how.");
        }

        foreach (var (sentence, fix) in found)
        {
            yield return fix is null ? Finding.Good(sentence) : Finding.Bad(sentence, fix);
        }
    }
}
