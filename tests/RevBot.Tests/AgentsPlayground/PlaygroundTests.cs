using System.Diagnostics;
using System.Text.Json;
using RevBot.Testing.Peers;
using RevBot.Tests.Support;

namespace RevBot.Tests.AgentsPlayground;

/// <summary>Teams as Microsoft's own emulator plays it: what people see and press there, in its page and without one.</summary>
[Collection("browsers")]
public sealed class PlaygroundTests(PlaygroundStand stand) : IClassFixture<PlaygroundStand>
{
    [PeerFact]
    public async Task Without_a_browser()
    {
        var start = NodePeers.Prepare("playground.mjs", stand.Playground.Address.ToString(), stand.OpenDeal(0), stand.OpenDeal(3), stand.WonDeal());
        start.ArgumentList.Insert(0, "--experimental-websocket");
        using var script = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = await script.StandardOutput.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        Assert.True(script.ExitCode == 0, output);
        Assert.EndsWith(" passed, 0 failed", output.TrimEnd(), StringComparison.Ordinal);
    }

    [BrowserFact(NeedsPeers = true)]
    public void Answers_clarifications_forms_and_refusals_in_a_chat()
    {
        using var browser = new Browser(1300, 1400);
        var page = PlaygroundPage.Open(browser, stand.Playground.Address);

        page.Say("where is the pipeline by stage?", "Open pipeline by stage");
        Assert.True(page.Draws("[aria-label*='bar chart' i]"));
        page.Photograph("playground-answer");
        page.Say("list deals in negotiation", "Negotiation");
        Assert.True(page.Draws("[role=table]"));
        page.Photograph("playground-table");

        page.Say("move Meridian to proposal", "Which “Meridian” do you mean?");
        page.Photograph("playground-clarification");
        page.PressFirst("1. Meridian");
        page.SeeAnywhere("Which “Meridian” do you mean? Meridian");

        var deal = stand.OpenDeal(1);
        page.Say($"move #{deal} to Closed Lost", "Move to Closed Lost");
        page.Press("Mark as lost");
        page.See("Loss reason is needed");
        page.Photograph("playground-form-error");
        page.Choose("Loss reason", "Lost to a competitor: Missing features");
        page.Press("Mark as lost");
        page.See("Competitor");
        page.Photograph("playground-form-competitor");
        page.Choose("Competitor", "Acumen");
        page.Press("Mark as lost");
        page.See("moved to Closed Lost");
        page.Photograph("playground-lost");
        Assert.Equal("lost", stand.Store.One("SELECT status FROM deals WHERE id = $id", ("$id", deal)));
        page.Press("Undo");
        page.See("nothing is put back yet");
        page.Press("Put it back");
        page.See("put back as it was");
        Assert.Equal("open", stand.Store.One("SELECT status FROM deals WHERE id = $id", ("$id", deal)));

        page.Say($"move #{stand.WonDeal()} to Closed Lost", "Reopen it first");
        page.Photograph("playground-refusal");
    }

    [BrowserFact(NeedsPeers = true)]
    public async Task An_alert_comes_unasked_into_a_channel_and_is_snoozed_there_and_a_mention_is_answered_in_its_thread()
    {
        using var browser = new Browser(1300, 1400);
        var page = PlaygroundPage.Open(browser, stand.Playground.Address);
        page.Enter(PlaygroundStand.Room);
        page.SeeAnywhere("I'm RevBot");

        await stand.AllowAlertsAsync();
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--json", "--data", stand.Data], environment: PlaygroundStand.Environment);
        Assert.Equal(0, run.ExitCode);
        using var plan = JsonDocument.Parse(run.Output);
        var name = plan.RootElement.GetProperty("posts").EnumerateArray().First(post => post.GetProperty("team").GetString() == "EMEA").GetProperty("name").GetString()!;
        page.SeeAnywhere(name);
        page.Photograph("playground-alert");
        page.PressOn(name, "Snooze 7 days");
        page.SeeAnywhere("Snoozed until");
        page.Photograph("playground-snoozed");

        page.Say("top 5 reps by won amount this year", "Won amount by owner", mention: true);
        page.Photograph("playground-thread");
    }
}
