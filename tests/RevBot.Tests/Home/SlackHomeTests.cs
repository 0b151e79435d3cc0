using System.Text.Json;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Home;

/// <summary>The Home tab, the sentences offered and the shortcuts of the real program, as somebody in Slack meets them.</summary>
public sealed class SlackHomeTests
{
    [Fact]
    public async Task A_rep_opens_the_app_submits_the_forecast_from_there_and_logs_a_message()
    {
        using var folder = new TempFolder();
        var data = await OfficeAsync(folder);
        await using (var slack = await FakeSlackServer.StartAsync())
        {
            slack.AddUser(new FakeSlackUser("U1", "Rita Rep", "rita@example.com"));
            slack.AddUser(new FakeSlackUser("U9", "Mallory", "mallory@elsewhere.example"));
            await using var bot = await RevBotProcess.ServeAsync(data, slack.Settings());
            using var http = new HttpClient { BaseAddress = bot.Address };
            var sender = SlackSender.OverHttp(slack, http);

            // The chat offers sentences, the Home tab her day.
            await sender.EventAsync(SlackPayloads.AppOpened("Ev1", "U1", "messages", "DU1"));
            var offered = await slack.WaitForAsync(call => call.Method == "assistant.threads.setSuggestedPrompts");
            Assert.Null(offered.Error);
            Assert.Contains("submit my forecast", offered.Arguments.GetRawText(), StringComparison.Ordinal);
            var home = await HomeAsync("Ev2", "U1");
            Assert.Contains("Rita, 2 of your 2 open deals need something", home, StringComparison.Ordinal);
            Assert.Contains("not submitted", home, StringComparison.Ordinal);
            Assert.DoesNotContain("Deal 3", home, StringComparison.Ordinal);

            // A form opens from it, and once it is submitted the tab says so.
            await sender.ClickHomeAsync("U1", "submit-forecast.open", "");
            var form = slack.View(slack.LastViewId!);
            var published = Published("U1");
            Assert.Null((await sender.SubmitAsync("U1", form, ("commit", "120k"), ("best_case", "150k"))).Answer);
            await slack.WaitForAsync(call => call.Method == "views.publish" && Published("U1") > published);
            Assert.Contains("commit $120,000, submitted", slack.Home("U1").GetRawText(), StringComparison.Ordinal);
            Assert.Contains("submitted", (await slack.WaitForAsync(call => call.Method == "chat.postMessage" && call["channel"] == "DU1"))["text"], StringComparison.Ordinal);

            // A message of a customer is logged on the deal that it names; one that names none asks for the deal.
            await sender.MessageShortcutAsync("U1", "log-activity.message", "Deal 1 wants net-60 terms", "C7", "1766.5");
            form = slack.View(slack.LastViewId!);
            Assert.Contains("Deal 1 wants net-60 terms", form.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(InputsOf(form), id => id == "deal");
            Assert.Null((await sender.SubmitAsync("U1", form, ("activity_kind", "E-mail"))).Answer);
            await sender.MessageShortcutAsync("U1", "log-activity.message", "Thanks, talk soon", "C7", "1766.6");
            Assert.Contains("deal", InputsOf(slack.View(slack.LastViewId!)));

            await sender.ShortcutAsync("U1", "create-deal.open");
            Assert.Contains("name", InputsOf(slack.View(slack.LastViewId!)));
            await sender.ShortcutAsync("U1", "pick-deal.update");
            Assert.Contains("deal", InputsOf(slack.View(slack.LastViewId!)));

            // A stranger is told nothing.
            var strange = await HomeAsync("Ev3", "U9");
            Assert.Contains("I don't know you yet", strange, StringComparison.Ordinal);
            Assert.DoesNotContain("Deal 1", strange, StringComparison.Ordinal);
            await sender.MessageShortcutAsync("U9", "log-activity.message", "Deal 1", "C7", "1766.7");
            Assert.All(slack.Calls.Where(call => call.Method != "users.lookupByEmail"), call => Assert.True(call.IsAccepted, $"{call.Method}: {call.Error} {string.Join(' ', call.Problems)}"));
            await bot.DrainAsync();
            Assert.Equal(0, await bot.InterruptAsync());

            int Published(string user) => slack.Calls.Count(call => call.Method == "views.publish" && call["user_id"] == user);

            async Task<string> HomeAsync(string eventId, string user)
            {
                await sender.EventAsync(SlackPayloads.AppOpened(eventId, user, "home", $"D{user}"));
                await slack.WaitForAsync(call => call.Method == "views.publish" && call["user_id"] == user);
                return slack.Home(user).GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal);
            }
        }

        var history = await RevBotProcess.RunAsync(["ask", "history of Deal 1", "--data", data]);
        Assert.Contains("Deal 1 wants net-60 terms", history.Output, StringComparison.Ordinal);
        var log = string.Join('\n', StoreFile.In(data).Rows("SELECT intent, reading FROM audit_log").Select(row => string.Join(' ', row)));
        Assert.Contains("my-day Day of Rita Rep", log, StringComparison.Ordinal);
        Assert.Contains("from message 1766.5 in C7", log, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> InputsOf(JsonElement view) =>
        [.. view.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input").Select(block => block.GetProperty("block_id").GetString())];

    private static async Task<string> OfficeAsync(TempFolder folder)
    {
        var data = folder.File("data");
        await File.WriteAllTextAsync(folder.File("people.csv"), "id,name,email,role\nolga,Olga Petrova,olga@example.com,operations\nrita,Rita Rep,rita@example.com,rep\n");
        await File.WriteAllTextAsync(folder.File("deals.csv"), "id,name,stage,created,owner,amount,close date\n1,Deal 1,Proposal,2026-01-05,Rita Rep,1000,2027-12-01\n2,Deal 2,Proposal,2026-01-05,Rita Rep,1000,2027-12-01\n3,Deal 3,Proposal,2026-01-05,Olga Petrova,1000,2027-12-01\n");
        foreach (var kind in new[] { "people", "deals" })
        {
            var result = await RevBotProcess.RunAsync(["import", kind, folder.File($"{kind}.csv"), "--data", data]);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }

        return data;
    }
}
