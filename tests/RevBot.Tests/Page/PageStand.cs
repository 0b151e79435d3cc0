using RevBot.Tests.Support;

namespace RevBot.Tests.Page;

/// <summary>A served demo company with alerts in its rooms, for tests that look at the page.</summary>
public sealed class PageStand : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RevBotProcess? _bot;

    internal const string Operations = "sara.lindqvist@brightwater.example";

    internal RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The bot was not started.");

    internal string Data => _folder.File("data");

    internal StoreFile Store => StoreFile.In(Data);

    public async Task InitializeAsync()
    {
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", Data, "--deals", "1200", "--until", today])).ExitCode);
        await QuietRules.PutAsync(Data);
        _bot = await RevBotProcess.ServeAsync(Data);
        Assert.Equal(0, (await RevBotProcess.RunAsync(["alerts", "run", "--data", Data])).ExitCode);
        await _bot.DrainAsync();
    }

    public async Task DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>An open deal that no other test touches.</summary>
    internal string OpenDeal(int number) =>
        Store.Rows("SELECT id FROM deals WHERE status = 'open' AND stage = 'discovery' ORDER BY id")[number][0] ?? string.Empty;
}
