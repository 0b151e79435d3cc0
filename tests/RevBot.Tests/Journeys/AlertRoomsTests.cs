using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>An alert reaches every room of a team, each once, also a room that could not be found when the alert was first told.</summary>
public sealed class AlertRoomsTests(JourneyStand stand) : IClassFixture<JourneyStand>
{
    private const string ToldIn = "SELECT count(*) FROM alert_tellings WHERE place LIKE $channel || ':%'";

    [Fact]
    public async Task What_was_told_without_the_settings_of_a_platform_is_told_there_by_the_next_run_that_has_them()
    {
        var (data, stalled) = (stand.Copy(), stand.Stalled[0]);
        await using var slack = await SlackDoor.ByHttpAsync(data);
        await using var teams = await TeamsDoor.StartAsync(data);
        IReadOnlyDictionary<string, string?> both = slack.Settings.Concat(teams.Settings).ToDictionary();

        await RunAsync(data, slack.Settings);
        await slack.FindAlertAsync(stalled);
        Assert.Equal("0", StoreFile.In(data).One(ToldIn, ("$channel", "teams")));

        Assert.Contains(stalled.Name, await RunAsync(data, both), StringComparison.Ordinal);
        await slack.FindAlertAsync(stalled);
        await teams.FindAlertAsync(stalled);

        Assert.Contains(" 0 told,", await RunAsync(data, both), StringComparison.Ordinal);
        await slack.FindAlertAsync(stalled);
        await teams.FindAlertAsync(stalled);
        Assert.Equal(StoreFile.In(data).One(ToldIn, ("$channel", "slack")), StoreFile.In(data).One(ToldIn, ("$channel", "teams")));
    }

    [Fact]
    public async Task What_happens_while_a_platform_is_switched_off_is_shown_there_when_it_is_back()
    {
        var data = stand.Copy();
        var stalled = stand.Stalled.First(one => StoreFile.In(data).One("SELECT stage FROM deals WHERE id = $id", ("$id", one.Id)) != "qualification");
        await using var teams = await TeamsDoor.StartAsync(data);
        await using (var slack = await SlackDoor.ByHttpAsync(data))
        {
            await RunAsync(data, slack.Settings.Concat(teams.Settings).ToDictionary());
            await slack.OpenAsync();
            await slack.BecomeAsync(JourneyStand.Person);
            Assert.Contains("moved to Qualification", await slack.SayAsync($"move #{stalled.Id} to Qualification"), StringComparison.Ordinal);
            Assert.Contains("Resolved", await slack.FindAlertAsync(stalled), StringComparison.Ordinal);
            Assert.DoesNotContain("Resolved", await teams.FindAlertAsync(stalled), StringComparison.Ordinal);
        }

        await teams.OpenAsync();
        await teams.BecomeAsync(JourneyStand.Person);
        await teams.SayAsync("help");
        Assert.Contains("Resolved", await teams.FindAlertAsync(stalled), StringComparison.Ordinal);
        Assert.Equal("0", StoreFile.In(data).One("SELECT count(*) FROM outbox WHERE state = 2"));
    }

    [Fact]
    public async Task A_room_that_is_found_later_hears_of_the_alert_then_and_until_then_the_reason_is_told()
    {
        var (data, stalled) = (stand.Copy(), stand.Stalled[0]);
        await using var slack = await SlackDoor.ByHttpAsync(data);
        await using var teams = await TeamsDoor.StartAsync(data);
        var both = slack.Settings.Concat(teams.Settings).ToDictionary();
        var (store, name) = (StoreFile.In(data), $"Sales/{stalled.Team}");
        store.Execute($"INSERT INTO rooms SELECT channel, tenant, '19:twin@thread.tacv2', name, seen_at, json_set(place, '$.roomId', '19:twin@thread.tacv2') FROM rooms WHERE name = '{name}'");

        Assert.Contains($"left out, team {stalled.Team} has no room: 2 channels in Teams are called {name};", await RunAsync(data, teams.Settings), StringComparison.Ordinal);
        Assert.Contains($"room missed, {stalled.Team}: 2 channels in Teams are called {name}; write the id of the one you mean in company.yaml.", await RunAsync(data, both), StringComparison.Ordinal);
        await slack.FindAlertAsync(stalled);

        store.Execute("DELETE FROM rooms WHERE room_id = '19:twin@thread.tacv2'");
        Assert.Contains(stalled.Name, await RunAsync(data, both), StringComparison.Ordinal);
        await slack.FindAlertAsync(stalled);
        await teams.FindAlertAsync(stalled);
    }

    private async Task<string> RunAsync(string data, IReadOnlyDictionary<string, string?> settings)
    {
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--now", stand.Moment, "--data", data], environment: settings);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        return run.Output;
    }
}
