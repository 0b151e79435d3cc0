using System.Text.Json;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Forms;

/// <summary>A deal is picked from more than Slack can list, by the real program over Slack's wires.</summary>
public sealed class PickerTests
{
    private const string Operations = "sara.lindqvist@brightwater.example";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deal_is_found_among_hundreds_by_whoever_asked_and_by_nobody_else(bool bySocket)
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", data, "--deals", "1500", "--until", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)])).ExitCode);
        var store = StoreFile.In(data);
        var deal = store.Rows("SELECT id, name, owner_id FROM deals WHERE status = 'open' AND stage = 'discovery' ORDER BY close_date DESC, id")[0];
        var stranger = store.One("SELECT email FROM people WHERE role = 'rep' ORDER BY id")!;

        await using var slack = await FakeSlackServer.StartAsync();
        slack.AddUser(new FakeSlackUser("U1", "Sara", Operations));
        slack.AddUser(new FakeSlackUser("U2", "Rep", stranger));
        await using var bot = await RevBotProcess.ServeAsync(data, slack.Settings(bySocket));
        using var http = new HttpClient { BaseAddress = bot.Address };
        if (bySocket)
        {
            await slack.WaitForSocketAsync();
        }

        var sender = bySocket ? SlackSender.OverSocket(slack) : SlackSender.OverHttp(slack, http);
        await sender.EventAsync(SlackPayloads.DirectMessage("EvPick1", "U1", "log a loss", "DU1"));
        var prompt = await slack.WaitForAsync(call => call.Method == "chat.postMessage" && call["channel"] == "DU1");
        await sender.ClickAsync("U1", "forms.open", SessionIn(prompt), "DU1", prompt.Ts!);
        await slack.WaitForAsync(call => call.Method == "views.open");
        var view = slack.View(slack.LastViewId!);
        await bot.DrainAsync();
        var before = WrittenIn(store);

        // The likeliest come before anything is typed; the deal is none of them.
        Assert.Equal(100, (await sender.SearchAsync("U1", view, "deal", "")).Count);
        Assert.DoesNotContain(deal[0], (await sender.SearchAsync("U1", view, "deal", "")).Select(option => option.Value));
        var found = await sender.SearchAsync("U1", view, "deal", deal[1]![..^2]);
        Assert.Contains(deal[0], found.Select(option => option.Value));
        Assert.Equal(deal[0], (await sender.SearchAsync("U1", view, "deal", $"#{deal[0]}"))[0].Value);
        Assert.Empty(await sender.SearchAsync("U1", view, "deal", "no such deal"));
        Assert.Empty(await sender.SearchAsync("U2", view, "deal", deal[1]!));
        Assert.Equal(before, WrittenIn(store));

        // What is picked is kept and shown, and its fields follow.
        await sender.ChangeAsync("U1", view, "deal", ("deal", deal[0]));
        await slack.WaitForAsync(call => call.Method == "views.update");
        view = slack.View(slack.LastViewId!);
        var picked = FieldIn(view, "deal").GetProperty("element");
        Assert.Equal(("external_select", deal[0]), (picked.GetProperty("type").GetString(), picked.GetProperty("initial_option").GetProperty("value").GetString()));
        var reason = view.GetProperty("blocks").EnumerateArray().Select(IdOf).First(id => id.StartsWith("loss_reason", StringComparison.Ordinal));
        var options = FieldIn(view, reason).GetProperty("element");
        var other = (options.TryGetProperty("option_groups", out var groups) ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray()) : options.GetProperty("options").EnumerateArray())
            .First(option => option.GetProperty("text").GetProperty("text").GetString() == "Too expensive").GetProperty("value").GetString();
        Assert.Null((await sender.SubmitAsync("U1", view, ("deal", deal[0]), (reason, other))).Answer);
        await bot.DrainAsync();
        Assert.Equal("lost", store.One("SELECT status FROM deals WHERE id = $id", ("$id", deal[0]!)));

        // Its form is over: there is nothing to find any more.
        Assert.Empty(await sender.SearchAsync("U1", view, "deal", ""));
        Assert.All(slack.Calls.Where(call => call.Method.StartsWith("views.", StringComparison.Ordinal)), call => Assert.True(call.IsAccepted, $"{call.Method}: {call.Error} {string.Join(' ', call.Problems)}"));
    }

    private static string SessionIn(SlackCall prompt) =>
        prompt.Arguments.GetProperty("blocks").EnumerateArray().SelectMany(block => block.TryGetProperty("elements", out var elements) ? elements.EnumerateArray() : [])
            .First(element => element.TryGetProperty("action_id", out var action) && action.GetString() == "forms.open").GetProperty("value").GetString()!;

    private static JsonElement FieldIn(JsonElement view, string id) => view.GetProperty("blocks").EnumerateArray().First(block => IdOf(block) == id);

    private static string IdOf(JsonElement block) => block.TryGetProperty("block_id", out var id) ? id.GetString()! : "";

    /// <summary>Whatever a turn leaves: turns, their messages, sessions as they stand. Alerts go on meanwhile.</summary>
    private static string WrittenIn(StoreFile store) =>
        string.Join(' ', store.Rows("SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM outbox WHERE turn_id LIKE 'slack:%'), (SELECT group_concat(session) FROM form_sessions), (SELECT count(*) FROM form_steps)")[0]);
}
