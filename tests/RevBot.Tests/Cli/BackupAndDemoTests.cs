using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot backup</c> and <c>revbot demo</c>: nothing that is there is overwritten or mixed.</summary>
public sealed class BackupAndDemoTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public async Task A_backup_made_while_the_bot_serves_opens_and_answers_the_same()
    {
        using var data = demo.Copy();
        using var restored = new TempFolder();
        await using (await RevBotProcess.ServeAsync(data.Path))
        {
            var made = await RevBotProcess.RunAsync(["backup", restored.File("revbot.db"), "--data", data.Path]);
            Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        }

        File.Copy(data.File("company.yaml"), restored.File("company.yaml"));
        var original = await RevBotProcess.RunAsync(["ask", "--now", SmallDemo.Now, "--data", data.Path, "bookings by owner last year"]);
        var copy = await RevBotProcess.RunAsync(["ask", "--now", SmallDemo.Now, "--data", restored.Path, "bookings by owner last year"]);

        Assert.Equal("ok", StoreFile.In(restored.Path).One("PRAGMA integrity_check"));
        Assert.Equal(original.Output, copy.Output);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        using var data = demo.Copy();
        await File.WriteAllTextAsync(data.File("copy.db"), "precious");

        var result = await RevBotProcess.RunAsync(["backup", data.File("copy.db"), "--data", data.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"No backup was made: {data.File("copy.db")} is there already, and a backup overwrites nothing. Name another file.", result.Errors);
        Assert.Equal("precious", await File.ReadAllTextAsync(data.File("copy.db")));
    }

    [Fact]
    public async Task The_demo_company_is_not_written_twice()
    {
        var result = await RevBotProcess.RunAsync(["demo", "--data", demo.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{demo.Path} holds a demo company already.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_company_is_not_mixed_with_imported_deals()
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data.File("deals.csv"), "id,name,stage,amount,close date,created\nX-1,Widgets,Proposal,1000,2026-12-01,2026-10-01\n");
        var imported = await RevBotProcess.RunAsync(["import", "deals", data.File("deals.csv"), "--data", data.Path]);
        Assert.Equal(0, imported.ExitCode);

        var result = await RevBotProcess.RunAsync(["demo", "--data", data.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("never mixed with", result.Errors, StringComparison.Ordinal);
        Assert.Equal("1", StoreFile.In(data.Path).One("SELECT count(*) FROM deals"));
    }

    [Fact]
    public async Task The_same_seed_and_day_make_the_same_company()
    {
        using var again = new TempFolder();
        await RevBotProcess.RunAsync(["demo", "--deals", "200", "--until", "2026-11-20", "--data", again.Path]);

        const string Everything = "SELECT group_concat(id || stage || coalesce(amount_cents, '') || created_at) FROM deals";
        Assert.Equal(StoreFile.In(demo.Path).One(Everything), StoreFile.In(again.Path).One(Everything));
    }
}
