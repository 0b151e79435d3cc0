using System.Globalization;
using System.Text;
using RevBot.Tests.Support;
using Xunit.Abstractions;

namespace RevBot.Tests.Fuzz;

/// <summary>Payloads as Slack sends them, changed at random, against the real program: no fault, nothing half written, and memory that stays. <c>tests/fuzz.sh</c> sends a million.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 20_000;

    /// <summary>What the garbage collector may leave standing for a while, in MB.</summary>
    private const long Leeway = 160;

    private static long Payloads => Given("REVBOT_FUZZ_PAYLOADS", Usual);

    private static int Seed => (int)Given("REVBOT_FUZZ_SEED", 1);

    [Fact]
    public async Task Whatever_slack_is_made_to_send_nothing_breaks_and_nothing_is_half_written()
    {
        using var folder = new TempFolder();
        var data = await OfficeAsync(folder);
        await using var run = await FuzzRun.StartAsync(data, Seed);
        var eventsBefore = Count(run.Store, "SELECT COUNT(*) FROM events");
        await run.GoAsync(Payloads, Tell);

        // It got as far as the handlers: deals were changed, forms taken and refused.
        Assert.True(Count(run.Store, "SELECT COUNT(*) FROM events") > eventsBefore + (Payloads / 400));
        Assert.True(Count(run.Store, "SELECT COUNT(*) FROM form_steps WHERE kind = 'Accepted'") > Payloads / 4_000);
        Assert.True(Count(run.Store, "SELECT COUNT(*) FROM form_steps WHERE kind = 'Refused'") > Payloads / 400);
        Assert.Equal(0, await run.EndAsync());

        Assert.Equal("ok", run.Store.One("PRAGMA integrity_check"));
        Assert.Equal(0, Count(run.Store, "SELECT COUNT(*) FROM inbox WHERE state <> 1"));
        var doctor = await RevBotProcess.RunAsync(["doctor", "--data", data]);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"the state of {Count(run.Store, "SELECT COUNT(*) FROM deals"):N0} deals follows from their history"), doctor.Output, StringComparison.Ordinal);
        var verify = await RevBotProcess.RunAsync(["audit", "verify", "--data", data]);
        Assert.Contains("entries, sound", verify.Output, StringComparison.Ordinal);
        Tell($"answers: {string.Join(", ", run.Statuses.OrderBy(status => status.Key).Select(status => $"{status.Key} × {status.Value:N0}"))}; memory in MB: {string.Join(", ", run.Memory)}; events written: {Count(run.Store, "SELECT COUNT(*) FROM events") - eventsBefore:N0}");
        var warm = run.Memory.Take(Math.Max(1, run.Memory.Count / 3)).Max();
        Assert.True(run.Memory[^1] <= warm + Leeway, $"Memory grew: {string.Join(", ", run.Memory)} MB.");
    }

    private static async Task<string> OfficeAsync(TempFolder folder)
    {
        var data = folder.File("data");
        string[] roles = ["operations", "rep", "rep", "rep", "manager", "executive"];
        var people = new StringBuilder("id,name,email,role\n");
        var deals = new StringBuilder("id,name,stage,created,owner,amount,close date\n");
        foreach (var (number, role) in roles.Index())
        {
            people.Append(CultureInfo.InvariantCulture, $"rep{number},Rep {number},p{number}@example.com,{role}\n");
        }

        for (var deal = 1; deal <= FuzzCorpus.Deals; deal++)
        {
            deals.Append(CultureInfo.InvariantCulture, $"{deal},Deal {deal},Proposal,2026-01-05,Rep {deal % 4},1000,2027-12-01\n");
        }

        var leads = new StringBuilder("id,name,status,created,owner\n");
        for (var lead = 0; lead < FuzzCorpus.Leads; lead++)
        {
            leads.Append(CultureInfo.InvariantCulture, $"L-{lead},Lead {lead},{(lead % 3 == 0 ? "New" : "MQL")},2026-10-05,Rep {lead % 4}\n");
        }

        await File.WriteAllTextAsync(folder.File("leads.csv"), leads.ToString());
        await File.WriteAllTextAsync(folder.File("people.csv"), people.ToString());
        await File.WriteAllTextAsync(folder.File("deals.csv"), deals.ToString());
        foreach (var kind in (string[])["people", "deals", "leads"])
        {
            var result = await RevBotProcess.RunAsync(["import", kind, folder.File($"{kind}.csv"), "--data", data]);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }

        return data;
    }

    private static long Count(StoreFile store, string sql) => long.Parse(store.One(sql) ?? "0", CultureInfo.InvariantCulture);

    private static long Given(string name, long usual) => long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;

    private void Tell(long sent, TimeSpan after) => Tell(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {sent:N0} payloads in {after.TotalSeconds:0} s, {sent / after.TotalSeconds:N0} a second"));

    /// <summary>To the test's output, and to a file for those who watch a long run.</summary>
    private void Tell(string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("REVBOT_FUZZ_LOG") is { Length: > 0 } log)
        {
            File.AppendAllText(log, line + "\n");
        }
    }
}
