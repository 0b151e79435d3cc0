using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>One bot with a door to Slack and one to Teams, and the alerts of a night told in the rooms of both.</summary>
internal sealed class OneBot : IAsyncDisposable
{
    private OneBot(RevBotProcess process, SlackDoor slack, TeamsDoor teams, string data)
    {
        Process = process;
        Slack = slack;
        Teams = teams;
        Data = data;
    }

    public RevBotProcess Process { get; }

    public SlackDoor Slack { get; }

    public TeamsDoor Teams { get; }

    public string Data { get; }

    /// <param name="besides">Settings besides those of its doors.</param>
    public static async Task<OneBot> StartAsync(JourneyStand stand, IReadOnlyDictionary<string, string?>? besides = null)
    {
        var data = stand.Copy();
        var (slack, teams) = (await SlackDoor.ByHttpAsync(data), await TeamsDoor.StartAsync(data));
        var settings = slack.Settings.Concat(teams.Settings).Concat(besides ?? new Dictionary<string, string?>()).ToDictionary();
        var told = await RevBotProcess.RunAsync(["alerts", "run", "--now", stand.Moment, "--data", data], environment: settings);
        Assert.Equal((0, string.Empty), (told.ExitCode, told.Errors));
        var process = await RevBotProcess.ServeAsync(data, settings);
        slack.Join(process);
        teams.Join(process);
        return new OneBot(process, slack, teams, data);
    }

    /// <summary>The same person on both platforms: they have one e-mail address.</summary>
    public async Task BecomeAsync(string person)
    {
        await Slack.BecomeAsync(person);
        await Teams.BecomeAsync(person);
    }

    /// <summary>What the alert says in the team's room on each platform, once nothing is on its way any more.</summary>
    public async Task<(string Slack, string Teams)> FindAlertAsync(Stalled stalled)
    {
        await Process.DrainAsync();
        return (await Slack.FindAlertAsync(stalled), await Teams.FindAlertAsync(stalled));
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
        await Process.DisposeAsync();
    }
}
