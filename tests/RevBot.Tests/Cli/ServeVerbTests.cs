using System.Globalization;
using System.Net;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot serve</c>: the first start and the second, health, one server a folder, Ctrl-C, and what stops a start.</summary>
public sealed class ServeVerbTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Fact]
    public async Task The_first_start_writes_the_demo_company_and_the_second_keeps_it()
    {
        using var data = new TempFolder();
        string output;
        await using (var first = await RevBotProcess.ServeAsync(data.Path))
        {
            output = await Until(first, "Ctrl-C stops it.");
            Assert.Equal(0, await first.InterruptAsync());
        }

        var ids = StoreFile.In(data.Path).One("SELECT group_concat(id) FROM deals");
        await using var second = await RevBotProcess.ServeAsync(data.Path);

        Assert.Contains("RevBot serves Brightwater Systems (demo): 2,500 deals", output, StringComparison.Ordinal);
        Assert.Contains("  move Acme to negotiation", output, StringComparison.Ordinal);
        Assert.Equal("2500", StoreFile.In(data.Path).One("SELECT count(*) FROM deals"));
        Assert.Equal(ids, StoreFile.In(data.Path).One("SELECT group_concat(id) FROM deals"));
        Assert.True(second.Ready < TimeSpan.FromSeconds(10), $"ready after {second.Ready}");
    }

    [Fact]
    public async Task Health_is_told_and_a_second_server_is_refused()
    {
        using var data = demo.Copy();
        await using var server = await RevBotProcess.ServeAsync(data.Path);
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal("\"alive\"", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("""{"status":"ready","deals":200,"inbox":0,"outbox":0}""", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        var second = await RevBotProcess.RunAsync(["serve", "--port", "0", "--data", data.Path]);
        Assert.Equal((1, $"Another RevBot serves {data.Path}. Stop it first, or name another folder with --data DIR."), (second.ExitCode, second.Errors));
        Assert.Equal(0, await server.InterruptAsync());
    }

    [Fact]
    public async Task A_taken_port_and_a_wrong_address_are_said_before_anything_is_written()
    {
        using var data = new TempFolder();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var occupied = await RevBotProcess.RunAsync(["serve", "--port", port, "--data", data.Path]);
        var wrong = await RevBotProcess.RunAsync(["serve", "--urls", "nonsense", "--data", data.Path]);

        Assert.Equal((1, 1), (occupied.ExitCode, wrong.ExitCode));
        Assert.StartsWith($"Cannot listen on http://localhost:{port}", occupied.Errors, StringComparison.Ordinal);
        Assert.Equal("--urls nonsense is not an address; write http://0.0.0.0:8080.", wrong.Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "Development", "can reach http://0.0.0.0:0: listen on localhost only, or remove the setting.")]
    [InlineData("http://127.0.0.1:0;http://*:0", "Development", "can reach http://*:0: listen on localhost only, or remove the setting.")]
    [InlineData("http://127.0.0.1:0", "Production", "is refused outside development: remove it, or set DOTNET_ENVIRONMENT=Development.")]
    public async Task The_unchecked_door_is_refused_in_one_sentence_before_anything_starts(string urls, string environment, string why)
    {
        using var data = new TempFolder();
        var settings = new Dictionary<string, string?> { ["RevBot__Teams__AllowAnonymousLoopback"] = "true", ["DOTNET_ENVIRONMENT"] = environment };

        var result = await RevBotProcess.RunAsync(["serve", "--urls", urls, "--data", data.Path], environment: settings);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(string.Empty, result.Output);
        var sentence = Assert.Single(result.Errors.Split('\n'));
        Assert.EndsWith(why, sentence, StringComparison.Ordinal);
        Assert.False(File.Exists(data.File("revbot.db")));
    }

    [Fact]
    public async Task A_broken_company_file_stops_the_start_with_its_lines_and_changes_nothing()
    {
        using var data = demo.Copy();
        await DoctorVerbTests.Replace(data, "currency: USD", "currency: Dollars");
        var store = await File.ReadAllBytesAsync(data.File("revbot.db"));

        var result = await RevBotProcess.RunAsync(["serve", "--port", "0", "--data", data.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("line 8", result.Errors, StringComparison.Ordinal);
        Assert.Contains("currency", result.Errors, StringComparison.Ordinal);
        Assert.Equal(store, await File.ReadAllBytesAsync(data.File("revbot.db")));
    }

    private static async Task<string> Until(RevBotProcess process, string line)
    {
        for (var wait = 0; wait < 200 && !process.Output.Contains(line, StringComparison.Ordinal); wait++)
        {
            await Task.Delay(20);
        }

        return process.Output;
    }
}
