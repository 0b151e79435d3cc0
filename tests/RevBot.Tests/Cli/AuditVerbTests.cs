using System.Text.Json.Nodes;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot audit</c>: the log of what was done, checked and written out.</summary>
public sealed class AuditVerbTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task What_was_asked_exported_and_refused_is_in_the_log_and_the_log_is_sound()
    {
        using var data = demo.Copy();
        var deals = data.File("deals.csv");
        await Ask(data, "open pipeline by stage");
        await RevBotProcess.RunAsync(["export", "deals", deals, "--data", data.Path]);
        await Ask(data, "fizzle the wumpus");

        var verify = await Verify(data);
        Assert.Equal((0, ""), (verify.ExitCode, verify.Errors));
        Assert.Matches(@"^\d entries, sound, last \d on \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ \(refused by terminal:", verify.Output);
        Assert.Contains("No entry is sealed", verify.Output, StringComparison.Ordinal);

        var exported = await RevBotProcess.RunAsync(["audit", "export", "--format", "jsonl", "--data", data.Path]);
        var entries = exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["import", "import", "answer", "export", "refused", "export"], entries.Select(entry => (string?)entry["kind"]).Where((kind, at) => kind != "import" || at < 2));
        var answer = entries.Single(entry => (string?)entry["kind"] == "answer");
        Assert.Equal(("terminal", "ask", "pipeline.open_amount: Open pipeline by stage"), ((string?)answer["door"], (string?)answer["intent"], (string?)answer["reading"]));
        Assert.True((int?)answer["deals"] > 10);
        Assert.Equal("200 rows of deals", (string?)entries.First(entry => (string?)entry["kind"] == "export")["reading"]);
        Assert.Equal("audit log as jsonl", (string?)entries[^1]["reading"]);
        Assert.DoesNotContain("wumpus", exported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_is_named_and_ends_with_1()
    {
        using var data = demo.Copy();
        await Ask(data, "open pipeline by stage");
        StoreFile.In(data.Path).Execute("DROP TRIGGER audit_log_keeps_rows; UPDATE audit_log SET deals = 1 WHERE number = 2");

        var verify = await Verify(data);

        Assert.Equal((1, ""), (verify.ExitCode, verify.Errors));
        Assert.StartsWith("Not sound. Entry 2 is not what was written: it, or its hash, was changed. Entries 1 to 1 were read before it", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_entries_are_sealed_and_nothing_is_written_without_it()
    {
        using var data = demo.Copy();
        var key = new Dictionary<string, string?> { ["RevBot__Audit__Key"] = Key };
        var asked = await RevBotProcess.RunAsync(["ask", "open pipeline", "--data", data.Path], environment: key);
        Assert.Equal(0, asked.ExitCode);

        var verify = await RevBotProcess.RunAsync(["audit", "verify", "--data", data.Path], environment: key);
        Assert.Equal(0, verify.ExitCode);
        Assert.Contains("and every seal is of this key.", verify.Output, StringComparison.Ordinal);
        Assert.Contains("set RevBot__Audit__Key to check the seals.", (await Verify(data)).Output, StringComparison.Ordinal);

        foreach (var verb in new[] { new[] { "ask", "open pipeline" }, ["serve", "--port", "0"], ["export", "deals", data.File("deals.csv")] })
        {
            var without = await RevBotProcess.RunAsync([.. verb, "--data", data.Path]);
            Assert.Equal(1, without.ExitCode);
            Assert.StartsWith("The audit log of this store is sealed with a key, and nothing is written without it", without.Errors, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(data.File("deals.csv")));
    }

    [Fact]
    public async Task A_key_that_can_be_guessed_is_refused_and_not_repeated()
    {
        using var data = demo.Copy();
        var result = await RevBotProcess.RunAsync(["ask", "open pipeline", "--data", data.Path], environment: new Dictionary<string, string?> { ["RevBot__Audit__Key"] = "hunter2" });

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("RevBot__Audit__Key is too short", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_span_of_days_is_written_as_a_file_a_spreadsheet_may_open()
    {
        using var data = demo.Copy();
        await Ask(data, "open pipeline");
        var file = data.File("log.csv");

        var none = await RevBotProcess.RunAsync(["audit", "export", "--to", "2001-01-01", "--out", file, "--data", data.Path]);
        Assert.Equal((0, $"Wrote 0 entries to {file}."), (none.ExitCode, none.Output.Trim()));
        var all = await RevBotProcess.RunAsync(["audit", "export", "--from", "2001-01-01", "--out", file, "--data", data.Path]);

        Assert.Equal(0, all.ExitCode);
        var lines = await File.ReadAllLinesAsync(file);
        Assert.Equal("number,at,kind,door,actor,person,room,turn,intent,class,reading,deals,written,previous,hash,seal", lines[0]);
        Assert.Contains(",audit-export,,audit log from 2001-01-01 as csv,", lines[^1], StringComparison.Ordinal);
        Assert.Equal($"Wrote {lines.Length - 1} entries to {file}.", all.Output.Trim());
    }

    private static Task<CommandResult> Ask(TempFolder data, string text) => RevBotProcess.RunAsync(["ask", text, "--data", data.Path]);

    private static Task<CommandResult> Verify(TempFolder data) => RevBotProcess.RunAsync(["audit", "verify", "--data", data.Path]);
}
