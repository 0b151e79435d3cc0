namespace RevBot.Benchmarks;

/// <summary>From the start of the process to the first good answer, beside the bare endpoint's; both as published, framework-dependent.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(bool quick)
    {
        using var folder = new Scratch();
        var data = folder.File("data");
        await BotData.WriteAsync(data, 2_500);
        var program = await PublishAsync(folder, "src/RevBot/RevBot.csproj", "revbot.dll");
        var reference = await PublishAsync(folder, "tests/RevBot.Benchmarks/RevBot.Benchmarks.csproj", "RevBot.Benchmarks.dll");
        var bare = new List<double>();
        var bot = new List<double>();
        for (var round = 0; round < (quick ? 3 : 7); round++)
        {
            await using (var server = await ServerProcess.StartAsync(reference, "/health", ["bare", "{port}", folder.File($"bare-{round}.db")], new Dictionary<string, string?>()))
            {
                bare.Add(server.Ready.TotalSeconds);
            }

            await using (var server = await ServerProcess.StartAsync(program, "/health/ready", ["serve", "--urls", "http://127.0.0.1:{port}", "--data", data], new Dictionary<string, string?>()))
            {
                bot.Add(server.Ready.TotalSeconds);
            }
        }

        var (b, m) = (Median(bare), Median(bot));
        Console.WriteLine($"Cold start to ready, published: bare {b:0.00} s, bot with 2,500 deals {m:0.00} s, difference {m - b:0.00} s (goal ≤ 0.6 s).");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<string> PublishAsync(Scratch folder, string project, string assembly)
    {
        var target = folder.File(Path.GetFileNameWithoutExtension(project));
        using var publish = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(BenchmarkTree.Root, project), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", target, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(target, assembly) : throw new InvalidOperationException(output);
    }
}
