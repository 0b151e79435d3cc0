using System.Globalization;
using System.Text.Json;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>One demo store that every door gets a copy of, the deals the journeys are about, and the terminal's account, which the other doors are held against.</summary>
public sealed class JourneyStand : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Journal? _reference;

    internal static string Person => "sara.lindqvist@brightwater.example";

    internal string Moment { get; } = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture);

    internal Stalled Stalled { get; private set; } = new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);

    /// <summary>A deal that is won, and so may not be lost.</summary>
    internal string WonDeal { get; private set; } = string.Empty;

    internal Journal Reference => _reference ?? throw new InvalidOperationException("The terminal has not gone the way.");

    private string Origin => _folder.File("origin");

    public async Task InitializeAsync()
    {
        var demo = await RevBotProcess.RunAsync(["demo", "--data", Origin, "--deals", "1200", "--until", Moment[..10]]);
        Assert.Equal(0, demo.ExitCode);
        var company = Path.Combine(Origin, "company.yaml");
        var text = await File.ReadAllTextAsync(company);
        await File.WriteAllTextAsync(company, text.Replace("max_cards_per_room: 5", "max_cards_per_room: 50", StringComparison.Ordinal));
        WonDeal = Store(Origin).One("SELECT id FROM deals WHERE status = 'won' ORDER BY id") ?? string.Empty;
        Stalled = await ChooseAsync();
        _reference = await new JourneyScript(this).RunAsync(data => new TerminalDoor(data, Person, Moment));
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    internal static StoreFile Store(string data) => StoreFile.In(data);

    internal string Copy()
    {
        var copy = _folder.File(Path.GetRandomFileName());
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Origin))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>A stalled deal whose owner has no other one: asked for that owner, the bot shows the alert's own card.</summary>
    private async Task<Stalled> ChooseAsync()
    {
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--dry-run", "--json", "--now", Moment, "--data", Origin]);
        using var plan = JsonDocument.Parse(run.Output);
        var store = Store(Origin);
        var stalled = plan.RootElement.GetProperty("posts").EnumerateArray().Select(post => (
            Id: post.GetProperty("deal").GetString()!,
            Name: post.GetProperty("name").GetString()!,
            Team: post.GetProperty("team").GetString()!,
            Owner: store.One("SELECT p.name FROM deals d JOIN people p ON p.id = d.owner_id WHERE d.id = $id", ("$id", post.GetProperty("deal").GetString()!))!)).ToList();
        var (id, name, team, owner) = stalled.First(one => stalled.Count(other => other.Owner == one.Owner) == 1);
        return new Stalled(id, name, owner, team, $"#{team.ToLowerInvariant().Replace(' ', '-')}-deals");
    }
}
