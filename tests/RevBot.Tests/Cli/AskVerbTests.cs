using System.Text.Json.Nodes;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot ask</c> as a person at a terminal or a script meets it.</summary>
public sealed class AskVerbTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public async Task A_question_is_answered_in_plain_text_and_as_one_line_of_JSON()
    {
        var said = await Ask("pipeline", "by", "stage");
        var data = JsonNode.Parse((await Ask("pipeline by stage", "--json")).Output)!;

        Assert.StartsWith("Open pipeline by stage\n", said.Output, StringComparison.Ordinal);
        Assert.Equal("answered", (string?)data["outcome"]);
        Assert.Equal(said.Output.TrimEnd(), ((string)data["text"]!).TrimEnd());
        Assert.Equal("2026-11-20T22:00:00Z", (string?)data["asOf"]);
        Assert.True((decimal)data["value"]! > 0);
    }

    [Fact]
    public async Task Somebody_can_be_asked_as_by_name_or_address()
    {
        var byName = await Ask("my pipeline", "--as", "maya shah");
        var byAddress = await Ask("my pipeline", "--as", "maya.shah@brightwater.example");

        Assert.StartsWith("Open pipeline, owner Maya Shah", byName.Output, StringComparison.Ordinal);
        Assert.Equal(byAddress.Output, byName.Output);
    }

    [Fact]
    public async Task A_name_that_is_nobodys_or_several_peoples_is_refused()
    {
        var nobody = await Ask("my pipeline", "--as", "Zaphod");
        var several = await Ask("my pipeline", "--as", "ma");
        var stranger = await Ask("my pipeline", "--as", "zaphod@example.com");

        Assert.Equal((1, "--as Zaphod: nobody is called that. Give an e-mail address or a name from people."), (nobody.ExitCode, nobody.Errors));
        Assert.Equal(1, several.ExitCode);
        Assert.Contains("Maya Shah <maya.shah@brightwater.example>", several.Errors, StringComparison.Ordinal);
        Assert.Contains("nobody in the people list has the address zaphod@example.com", stranger.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nope", "is not a JSON object: 'nope' is an invalid JSON literal.")]
    [InlineData("[1]", "is not a JSON object.")]
    [InlineData("""{"id":"2","txt":"pipeline"}""", "\"text\" is missing.")]
    [InlineData("""{"id":"2","text":"pipeline","now":"noon"}""", "\"now\" is noon; write 2026-06-04 or 2026-06-04T09:00:00Z.")]
    public async Task A_broken_line_of_a_batch_is_named_before_anything_is_asked(string line, string sentence)
    {
        using var data = demo.Copy();
        await File.WriteAllTextAsync(data.File("batch.jsonl"), "{\"id\":\"1\",\"text\":\"set #D-1001 amount to 5\"}\n\n" + line + "\n");
        var events = Events(data);

        var result = await RevBotProcess.RunAsync(["ask", "--batch", data.File("batch.jsonl"), "--data", data.Path]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("batch.jsonl line 3", result.Errors, StringComparison.Ordinal);
        Assert.Contains(sentence, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", result.Errors, StringComparison.Ordinal);
        Assert.Equal(events, Events(data));
    }

    [Fact]
    public async Task A_batch_that_is_not_there_is_said()
    {
        var result = await Ask("--batch", "/nowhere/batch.jsonl");

        Assert.Equal((1, "--batch /nowhere/batch.jsonl: there is no such file."), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task Lines_of_one_conversation_share_what_was_asked_back_and_others_do_not()
    {
        const string Batch = """
            {"id":"a","text":"highest win rate","conversation":"x"}
            {"id":"b","text":"1","conversation":"x"}
            {"text":"1"}
            """;
        var result = await RevBotProcess.RunAsync(["ask", "--batch", "-", "--now", SmallDemo.Now, "--data", demo.Path], Batch);
        var answers = result.Output.Split('\n').Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(["a", "b", "3"], answers.Select(answer => (string?)answer["id"]));
        Assert.Equal(["clarify", "answered"], answers.Take(2).Select(answer => (string?)answer["outcome"]));
        Assert.NotEqual("answered", (string?)answers[2]["outcome"]);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        using var data = demo.Copy();
        var events = Events(data);

        var dry = await RevBotProcess.RunAsync(["ask", "--dry-run", "--data", data.Path, "next step for #D-1001: legal review"]);
        var afterDry = Events(data);
        var real = await RevBotProcess.RunAsync(["ask", "--data", data.Path, "next step for #D-1001: legal review"]);

        Assert.Equal((0, 0), (dry.ExitCode, real.ExitCode));
        Assert.Contains("legal review", dry.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(events, afterDry);
        Assert.NotEqual(events, Events(data));
    }

    [Fact]
    public async Task A_question_about_then_is_answered_as_it_was_answered_then()
    {
        using var data = demo.Copy();
        string[] question = ["ask", "--json", "--data", data.Path, "open pipeline in Negotiation by owner"];
        var then = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var before = await RevBotProcess.RunAsync([.. question, "--now", then]);
        var open = StoreFile.In(data.Path).One("SELECT id FROM deals WHERE status = 'open' AND stage = 'negotiation' AND amount_cents IS NOT NULL ORDER BY id LIMIT 1");

        var changed = await RevBotProcess.RunAsync(["ask", "--data", data.Path, $"set #{open} amount to 123456"]);
        var after = await RevBotProcess.RunAsync(question);
        var asOf = await RevBotProcess.RunAsync([.. question, "--now", then]);

        Assert.Equal(0, changed.ExitCode);
        Assert.NotEqual(Figures(before), Figures(after));
        Assert.Equal(Figures(before), Figures(asOf));
    }

    [Fact]
    public async Task A_conversation_is_read_line_by_line()
    {
        var result = await RevBotProcess.RunAsync(["ask", "--now", SmallDemo.Now, "--data", demo.Path], "best rep\n\n1\nby source\nexit\nnever read\n");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Which number do you mean?", result.Output, StringComparison.Ordinal);
        Assert.Contains("has the highest won amount", result.Output, StringComparison.Ordinal);
        Assert.Contains("Won amount by source", result.Output, StringComparison.Ordinal);
    }

    private static string Figures(CommandResult result)
    {
        var answer = JsonNode.Parse(result.Output)!;
        return answer["value"]!.ToJsonString() + answer["rows"]!.ToJsonString();
    }

    private static string? Events(TempFolder data) => StoreFile.In(data.Path).One("SELECT count(*) || ' ' || (SELECT sum(version) FROM deals) FROM events");

    private Task<CommandResult> Ask(params string[] arguments) =>
        RevBotProcess.RunAsync(["ask", "--now", SmallDemo.Now, "--data", demo.Path, .. arguments]);
}
