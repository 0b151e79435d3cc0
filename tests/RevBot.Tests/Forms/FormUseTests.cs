using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Forms;

/// <summary>How forms are used, counted by the real program over Slack's wire and in the terminal, and told by <c>revbot forms report</c>.</summary>
public sealed class FormUseTests
{
    private const string Typed = "zanzibar";

    [Fact]
    public async Task What_is_refused_left_and_done_in_slack_and_the_terminal_is_reported_by_form_and_field()
    {
        using var folder = new TempFolder();
        var data = await OfficeAsync(folder);
        var nothing = await RevBotProcess.RunAsync(["forms", "report", "--data", data]);
        Assert.Matches(@"^No form was used from \d+ \w+ \d{4} to \d+ \w+ \d{4}\.$", nothing.Output.Trim());

        await using (var slack = await FakeSlackServer.StartAsync())
        {
            slack.AddUser(new FakeSlackUser("U1", "Olga", "olga@example.com"));
            await using var bot = await RevBotProcess.ServeAsync(data, slack.Settings());
            using var http = new HttpClient { BaseAddress = bot.Address };
            var sender = SlackSender.OverHttp(slack, http);

            // One is refused and left, one is refused and then done, one is only offered.
            Assert.Contains("loss_reason", (await sender.SubmitAsync("U1", await OpenAsync(1))).Errors.Keys);
            var view = await OpenAsync(2);
            Assert.Contains("loss_reason", (await sender.SubmitAsync("U1", view, ("next_step", Typed))).Errors.Keys);
            Assert.Null((await sender.SubmitAsync("U1", view, ("loss_reason", ReasonIn(view)))).Answer);
            await SayAsync(3);
            await bot.DrainAsync();
            Assert.Equal(0, await bot.InterruptAsync());

            async Task SayAsync(int deal)
            {
                var before = slack.Messages.Count;
                await sender.EventAsync(SlackPayloads.DirectMessage($"EvForm{deal}", "U1", $"#{deal} closed lost", "DU1", $"1766458027.{deal:d6}"));
                await slack.WaitForAsync(_ => slack.Messages.Count > before);
            }

            async Task<JsonElement> OpenAsync(int deal)
            {
                await SayAsync(deal);
                var prompt = slack.Messages[^1];
                var session = prompt.Arguments.GetProperty("blocks").EnumerateArray().SelectMany(block => block.TryGetProperty("elements", out var elements) ? elements.EnumerateArray() : [])
                    .First(element => element.TryGetProperty("action_id", out var action) && action.GetString() == "forms.open").GetProperty("value").GetString()!;
                await sender.ClickAsync("U1", "forms.open", session, "DU1", prompt.Ts!);
                return slack.View(slack.LastViewId!);
            }
        }

        // In the terminal an answer is not read, and then it is cancelled.
        var talk = await RevBotProcess.RunAsync(["ask", "--data", data], input: $"#4 closed lost\n{Typed}\ncancel\n");
        Assert.Contains("Cancelled. Nothing was changed.", talk.Output, StringComparison.Ordinal);

        var later = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var report = await RevBotProcess.RunAsync(["forms", "report", "--now", later, "--data", data]);
        Assert.Equal((0, ""), (report.ExitCode, report.Errors));
        Assert.Contains("4 forms offered, 3 opened, 1 finished", report.Output, StringComparison.Ordinal);
        Assert.Contains("Worst field: loss_reason of move deal to Closed Lost: 3 of 4 submits were refused here, 2 with nothing in it; 2 forms were left at it. Say in its label that it is needed and why, or do not ask for it.", report.Output, StringComparison.Ordinal);

        var json = JsonNode.Parse((await RevBotProcess.RunAsync(["forms", "report", "--json", "--now", later, "--data", data])).Output)!;
        var form = Assert.Single(json["rows"]!.AsArray())!;
        Assert.Equal(
            ("move-deal.form:closed_lost", 4, 3, 1, 2, 3.0),
            ((string?)form["form"], (int)form["offered"]!, (int)form["opened"]!, (int)form["finished"]!, (int)form["abandoned"]!, (double)form["medianTaps"]!));
        Assert.Equal("""{"slack":3,"terminal":1}""", form["channels"]!.ToJsonString());
        Assert.Equal("loss_reason", (string?)json["worst"]!["field"]);

        // Asked in chat by operations, it says the same; and nothing that was typed is kept.
        var asked = await RevBotProcess.RunAsync(["ask", "how are our forms used?", "--data", data]);
        Assert.Contains("4 forms offered, 3 opened, 1 finished", asked.Output, StringComparison.Ordinal);
        var refused = await RevBotProcess.RunAsync(["ask", "how are our forms used?", "--as", "rita@example.com", "--data", data]);
        Assert.Contains("told to operations", refused.Output, StringComparison.Ordinal);
        var kept = string.Join('\n', StoreFile.In(data).Rows("SELECT session, form, door, kind, fields, empty FROM form_steps").Select(row => string.Join(' ', row)));
        Assert.DoesNotContain(Typed, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("U1", kept, StringComparison.Ordinal);
    }

    /// <summary>The first that stands to choose.</summary>
    private static string ReasonIn(JsonElement view)
    {
        var select = view.GetProperty("blocks").EnumerateArray().First(block => block.TryGetProperty("block_id", out var id) && id.GetString() == "loss_reason").GetProperty("element");
        var options = select.TryGetProperty("option_groups", out var groups) ? groups[0].GetProperty("options") : select.GetProperty("options");
        return options[0].GetProperty("value").GetString()!;
    }

    private static async Task<string> OfficeAsync(TempFolder folder)
    {
        var data = folder.File("data");
        await File.WriteAllTextAsync(folder.File("people.csv"), "id,name,email,role\nolga,Olga Petrova,olga@example.com,operations\nrita,Rita Rep,rita@example.com,rep\n");
        await File.WriteAllTextAsync(folder.File("deals.csv"), "id,name,stage,created,owner,amount,close date\n" + string.Concat(Enumerable.Range(1, 4).Select(deal => $"{deal},Deal {deal},Proposal,2026-01-05,Olga Petrova,1000,2027-12-01\n")));
        foreach (var kind in new[] { "people", "deals" })
        {
            var result = await RevBotProcess.RunAsync(["import", kind, folder.File($"{kind}.csv"), "--data", data]);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }

        return data;
    }
}
