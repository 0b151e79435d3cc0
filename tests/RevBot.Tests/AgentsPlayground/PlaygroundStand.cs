using RevBot.Tests.Support;

namespace RevBot.Tests.AgentsPlayground;

/// <summary>A demo company whose people are the Playground's, the bot that serves it, and the Playground that talks to the bot.</summary>
public sealed class PlaygroundStand : IAsyncLifetime
{
    /// <summary>The room of the team whose alerts are looked at, as company.yaml names it and as the Playground's page does.</summary>
    internal const string Room = "EMEA deals";

    private const string Settings =
        """
        version: "0.1.1"
        tenantId: 00000000-0000-4000-8000-000000000001
        bot: { id: "28:revbot", name: RevBot }
        currentUser: { id: "29:sara", name: Sara Lindqvist, userPrincipleName: sara.lindqvist@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000010, givenName: Sara, surname: Lindqvist, email: sara.lindqvist@brightwater.example }
        users:
          - { id: "29:hugo", name: Hugo Lambert, userPrincipleName: hugo.lambert@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000011, givenName: Hugo, surname: Lambert, email: hugo.lambert@brightwater.example }
          - { id: "29:ingrid", name: Ingrid Berg, userPrincipleName: ingrid.berg@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000012, givenName: Ingrid, surname: Berg, email: ingrid.berg@brightwater.example }
          - { id: "29:dana", name: Dana Reyes, userPrincipleName: dana.reyes@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000013, givenName: Dana, surname: Reyes, email: dana.reyes@brightwater.example }
          - { id: "29:aisha", name: Aisha Khan, userPrincipleName: aisha.khan@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000014, givenName: Aisha, surname: Khan, email: aisha.khan@brightwater.example }
          - { id: "29:wes", name: Wes Hart, userPrincipleName: wes.hart@brightwater.example, aadObjectId: 00000000-0000-4000-8000-000000000015, givenName: Wes, surname: Hart, email: wes.hart@brightwater.example }
        personalChat: { id: "a:personal" }
        groupChat: { id: "19:forecast@thread.v2", name: Forecast call }
        team:
          id: 19:sales@thread.tacv2
          name: Sales
          aadGroupId: 00000000-0000-4000-8000-000000000020
          channels:
            - { id: "19:emea@thread.tacv2", name: EMEA deals }
        """;

    private readonly TempFolder _folder = new();
    private RevBotProcess? _bot;
    private PlaygroundProcess? _playground;

    internal static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["RevBot__Teams__AllowAnonymousLoopback"] = "true",
    };

    internal RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The bot was not started.");

    internal PlaygroundProcess Playground => _playground ?? throw new InvalidOperationException("The Playground was not started.");

    internal string Data => _folder.File("data");

    internal StoreFile Store => StoreFile.In(Data);

    public async Task InitializeAsync()
    {
        if (Testing.Peers.NodePeers.WhyMissing is not null)
        {
            return;
        }

        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", Data, "--deals", "1200", "--until", today])).ExitCode);
        var company = Path.Combine(Data, "company.yaml");
        var text = await File.ReadAllTextAsync(company);
        Assert.Contains("slack: \"#emea-deals\"", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(company, QuietRules.In(text.Replace("slack: \"#emea-deals\"", $"teams: \"Sales/{Room}\"", StringComparison.Ordinal), "stalled_deals"));
        _bot = await RevBotProcess.ServeAsync(Data, Environment);
        _playground = await PlaygroundProcess.StartAsync(new Uri(_bot.Address, "/api/messages"), Settings);
    }

    public async Task DisposeAsync()
    {
        if (_playground is not null)
        {
            await _playground.DisposeAsync();
        }

        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Lets alerts be told from now on: until then the bot may not have been seen in the room.</summary>
    internal async Task AllowAlertsAsync()
    {
        var company = Path.Combine(Data, "company.yaml");
        var text = await File.ReadAllTextAsync(company);
        await File.WriteAllTextAsync(company, text.Replace("  stalled_deals: off\n", "", StringComparison.Ordinal));
    }

    /// <summary>Open deals that no other test touches, far enough along to be lost.</summary>
    internal string OpenDeal(int number) =>
        Store.Rows("SELECT id FROM deals WHERE status = 'open' AND stage = 'negotiation' ORDER BY id")[number][0] ?? string.Empty;

    internal string WonDeal() => Store.One("SELECT id FROM deals WHERE status = 'won' ORDER BY id") ?? string.Empty;
}
