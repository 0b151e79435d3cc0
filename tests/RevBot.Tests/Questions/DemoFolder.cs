using RevBot.Tests.Support;

namespace RevBot.Tests.Questions;

/// <summary>The data folder of the demo company of seed 20, whose names the question files speak of.</summary>
public sealed class DemoFolder : IAsyncLifetime, IDisposable
{
    /// <summary>How large a company the figures are compared on.</summary>
    private static readonly string Deals = Environment.GetEnvironmentVariable("REVBOT_TEST_DEALS") ?? "2500";

    /// <summary>How long its program may take for one command: a large company is written, and asked two thousand questions, in some minutes.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromMinutes(Deals.Length > 4 ? 40 : 2);

    private readonly TempFolder _data = new();

    internal string Path => _data.Path;

    internal string Store => File("revbot.db");

    internal string File(string name) => _data.File(name);

    public async Task InitializeAsync()
    {
        var demo = await RevBotProcess.RunAsync(["demo", "--seed", "20", "--deals", Deals, "--until", "2026-11-20", "--data", _data.Path], patience: Patience);
        Assert.Equal((0, ""), (demo.ExitCode, demo.Errors));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _data.Dispose();
}
