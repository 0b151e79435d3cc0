using RevBot.Manifests;
using RevBot.Testing.Slack;
using RevBot.Testing.Teams;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot doctor</c>: good news in a line each, bad news with the place and the fix; a running bot takes a good change and refuses a bad one.</summary>
public sealed class DoctorVerbTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public async Task A_sound_folder_is_said_to_be_sound()
    {
        var result = await Doctor(demo.Path);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("✓ Brightwater Systems (demo): 6 stages, 5 loss reasons, 4 teams, USD, America/New_York.", result.Output, StringComparison.Ordinal);
        Assert.Contains("the state of 200 deals follows from their history.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("currency: USD", "currency: Dollars", "line 8")]
    [InlineData("time_zone: America/New_York", "time_zone: Mars/Olympus", "line 16")]
    [InlineData("  - key: discovery\n", "  - key: qualification\n", "qualification")]
    [InlineData("    probability: 0.4\n", "    probability: 4\n", "probability")]
    [InlineData("name: Brightwater", "nmae: Brightwater", "nmae")]
    [InlineData("stages:\n", "stages: [\n", "This is not YAML")]
    [InlineData("    name: Discovery\n", "\tname: Discovery\n", "indented with a tab")]
    public async Task Each_mistake_in_the_company_file_is_placed(string right, string wrong, string said)
    {
        using var data = demo.Copy();
        await Replace(data, right, wrong);

        var result = await Doctor(data.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✗", result.Output, StringComparison.Ordinal);
        Assert.Contains("line ", result.Output, StringComparison.Ordinal);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Errors);
    }

    [Fact]
    public async Task A_stage_that_still_holds_deals_cannot_vanish()
    {
        using var data = demo.Copy();
        await RemoveDiscovery(data);
        var held = StoreFile.In(data.Path).One("SELECT count(*) FROM deals WHERE stage = 'discovery'");

        var doctor = await Doctor(data.Path);
        var serve = await RevBotProcess.RunAsync(["serve", "--port", "0", "--data", data.Path]);

        Assert.Equal((1, 1), (doctor.ExitCode, serve.ExitCode));
        Assert.Contains("discovery", doctor.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{held} deal", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("discovery", serve.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_running_bot_takes_a_good_change_and_refuses_a_bad_one()
    {
        using var data = demo.Copy();
        await using var server = await RevBotProcess.ServeAsync(data.Path);

        await Replace(data, "name: Discovery", "name: Exploration");
        var good = await Doctor(data.Path, "--reload");
        await Replace(data, "currency: USD", "currency: Dollars");
        var bad = await Doctor(data.Path, "--reload");
        await Replace(data, "currency: Dollars", "currency: USD");
        await RemoveDiscovery(data);
        var vanished = await Doctor(data.Path, "--reload");

        Assert.Equal(0, good.ExitCode);
        Assert.EndsWith("The running bot has read company.yaml anew.", good.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (bad.ExitCode, vanished.ExitCode));
        Assert.DoesNotContain("anew", bad.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("anew", vanished.Output, StringComparison.Ordinal);
        Assert.Contains("0 problems", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_running_bot_there_is_nothing_to_reload()
    {
        var result = await Doctor(demo.Path, "--reload");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("No bot is running on this folder; the next start reads company.yaml anyway.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_does_not_follow_from_its_history_is_found()
    {
        using var data = demo.Copy();
        StoreFile.In(data.Path).Execute("UPDATE deals SET amount_cents = 1 WHERE id = 'D-1001'");

        var result = await Doctor(data.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("D-1001", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_said_to_be_none()
    {
        using var data = demo.Copy();
        await File.WriteAllTextAsync(data.File("revbot.db"), "this was a store once, and then somebody opened it in a text editor");

        foreach (var verb in (string[][])[["doctor"], ["ask", "pipeline"], ["serve", "--port", "0"]])
        {
            var result = await RevBotProcess.RunAsync([.. verb, "--data", data.Path]);
            Assert.Equal(1, result.ExitCode);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
            Assert.Contains("revbot.db", result.Errors + result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Slack_is_looked_at_step_by_step()
    {
        await using var slack = await FakeSlackServer.StartAsync();
        slack.AddRoom(new FakeSlackRoom("C1", "emea-deals"));
        slack.AddRoom(new FakeSlackRoom("C2", "apac-deals") { BotIsMember = false });
        slack.Scopes = "app_mentions:read,assistant:write,channels:read,chat:write,commands,groups:read,im:history,im:write,users:read";

        var result = await RevBotProcess.RunAsync(["doctor", "--data", demo.Path], environment: slack.Settings(bySocket: true));

        Assert.Equal((1, ""), (result.ExitCode, result.Errors));
        Assert.Contains(
            """
            Slack
              ✓ Signed in to Acme as revbot.
              ✗ The app lacks the scope users:read.email.
                  At api.slack.com/apps open the app, paste the text of `revbot manifest slack` under App Manifest, save, then press Reinstall to Workspace under Install App.
              ✓ Socket Mode may connect.
              ✗ No room #amer-east-deals is to be seen.
                  Correct it under teams: rooms: in company.yaml; if it is a private one, open it and write /invite @revbot.
              ✗ No room #amer-west-deals is to be seen.
                  Correct it under teams: rooms: in company.yaml; if it is a private one, open it and write /invite @revbot.
              ✓ In the room #emea-deals.
              ✗ The bot is not in the room #apac-deals, so its alerts cannot be posted.
                  Open the room and write /invite @revbot.
            """,
            result.Output,
            StringComparison.Ordinal);
        Assert.DoesNotMatch("xox|xapp-", result.Output);
    }

    [Fact]
    public async Task Teams_is_looked_at_step_by_step()
    {
        await using var teams = await FakeConnector.StartAsync();
        teams.Add(new FakeTeamsRoom("19:emea@thread.tacv2", "channel", "Sales/EMEA deals"));
        using var data = demo.Copy();
        await Replace(data, "{ slack: \"#emea-deals\" }", "{ teams: Sales/EMEA deals }");
        await Replace(data, "{ slack: \"#apac-deals\" }", "{ teams: Sales/APAC deals }");
        StoreFile.In(data.Path).Execute($$"""
            INSERT INTO rooms (channel, tenant, room_id, name, seen_at, place) VALUES ('teams', '{{FakeConnector.TenantId}}', '19:emea@thread.tacv2', 'Sales/EMEA deals', 1795200000000,
            '{"channel":"teams","tenant":"{{FakeConnector.TenantId}}","roomId":"19:emea@thread.tacv2","service":"{{teams.ServiceUrl}}"}')
            """);
        await File.WriteAllBytesAsync(data.File("app.zip"), AppPackage.Write(Guid.Parse(FakeConnector.AppId), "revbot.localhost", "1.0.0"));
        var settings = teams.Settings().ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);

        var result = await RevBotProcess.RunAsync(["doctor", "--manifest", data.File("app.zip"), "--data", data.Path], environment: settings);

        Assert.Equal((1, ""), (result.ExitCode, result.Errors));
        Assert.Contains(
            $"""
            Teams
              ✓ Signed in as the app {FakeConnector.AppId} (SingleTenant, Public cloud).
              ✓ Teams reaches the bot; last heard of a room or chat on 20 Nov 2026 (known: 1).
              ✓ EMEA: the bot is in Sales/EMEA deals.
              ✗ APAC: the bot was never seen in a room called Sales/APAC deals.
                  Add the app to its team and mention the bot there once, or write the channel's id (19:…@thread.tacv2) in company.yaml.
            Manifests
              ✓ app.zip: version 1.0.0, for the app {FakeConnector.AppId} at revbot.localhost.
              ! https://revbot.localhost/api/messages cannot be reached from here.
            """,
            result.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(FakeConnector.AppPassword, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_stop_every_verb_with_a_sentence()
    {
        var settings = new Dictionary<string, string?> { ["SLACK_BOT_TOKEN"] = "xoxp-mine", ["SLACK_SIGNING_SECRET"] = "s" };

        foreach (var verb in (string[][])[["doctor"], ["alerts", "run", "--dry-run"], ["serve", "--port", "0"]])
        {
            var result = await RevBotProcess.RunAsync([.. verb, "--data", demo.Path], environment: settings);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("SLACK_BOT_TOKEN is not a bot token", result.Errors + result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Errors + result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("xoxp-mine", result.Errors + result.Output, StringComparison.Ordinal);
        }
    }

    internal static async Task Replace(TempFolder data, string right, string wrong)
    {
        var text = await File.ReadAllTextAsync(data.File("company.yaml"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var place = text.IndexOf(right, StringComparison.Ordinal);
        await File.WriteAllTextAsync(data.File("company.yaml"), text[..place] + wrong + text[(place + right.Length)..]);
    }

    private static async Task RemoveDiscovery(TempFolder data)
    {
        var lines = await File.ReadAllLinesAsync(data.File("company.yaml"));
        var first = Array.IndexOf(lines, "  - key: discovery");
        var behind = Array.FindIndex(lines, first + 1, line => line.StartsWith("  - key:", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(data.File("company.yaml"), [.. lines[..first], .. lines[behind..]]);
    }

    private static Task<CommandResult> Doctor(string data, params string[] options) => RevBotProcess.RunAsync(["doctor", "--data", data, .. options]);
}
