using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Tests.Support;
using Xunit.Sdk;

namespace RevBot.Tests.Journeys;

/// <summary>One demo store that every door gets a copy of, those whom the scripts are about, and what each door told: all scripts are gone through once a door, in their order.</summary>
public sealed partial class JourneyStand : IAsyncLifetime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, Task<DoorAccount>> _accounts = [];
    private readonly HashSet<string> _repeated = [];

    internal static string Person => "sara.lindqvist@brightwater.example";

    internal string Moment { get; } = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture);

    /// <summary>Stalled deals whose owners have no other one: asked for such an owner, the bot shows the alert's own card.</summary>
    internal IReadOnlyList<Stalled> Stalled { get; private set; } = [];

    internal IReadOnlyDictionary<string, string> Cast { get; private set; } = new Dictionary<string, string>();

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Zone).DateTime);

    private string Origin => _folder.File("origin");

    public async Task InitializeAsync()
    {
        var demo = await RevBotProcess.RunAsync(["demo", "--data", Origin, "--deals", "1200", "--until", Moment[..10]]);
        Assert.Equal(0, demo.ExitCode);
        var company = Path.Combine(Origin, "company.yaml");
        var text = await File.ReadAllTextAsync(company);
        text = text.Replace("max_cards_per_room: 5", "max_cards_per_room: 50", StringComparison.Ordinal);

        text = QuietRules.In(text);
        await File.WriteAllTextAsync(company, SlackRoom().Replace(text, "name: $1, region: $2, rooms: { slack: $3, teams: \"Sales/$1\" }"));
        Stalled = await FindStalledAsync();
        Cast = Journeys.Cast.Of(StoreFile.In(Origin), Stalled, Today);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A door's account beside the terminal's of the same day: what is said of today changes at midnight. Where they differ, both are gone through once more: days in a stage go with the clock, and may have ticked over in between.</summary>
    internal async Task<(DoorAccount Reference, DoorAccount Account)> CompareAsync(string door)
    {
        while (true)
        {
            var accounts = await Task.WhenAll(AccountOf(DoorCatalog.Terminal), AccountOf(door));
            var (reference, account) = (accounts[0], accounts[1]);
            if (reference.Day == account.Day && (account.IsLike(reference) || !_repeated.Add(door)))
            {
                return (reference, account);
            }

            _accounts.Remove(DoorCatalog.Terminal);
            _accounts.Remove(door);
        }
    }

    /// <summary>Goes through all threads at a door to a fresh copy of the store.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(string name, IReadOnlyList<AskedThread> threads)
    {
        var (door, _) = await OpenAsync(name);
        await using (door)
        {
            await door.BecomeAsync(Person);
            var answers = await door.AskAllAsync(threads);
            door.Inspect();
            return answers;
        }
    }

    /// <summary>A door to a copy of the store, with the night's alerts posted.</summary>
    private async Task<(IDoor Door, ScriptRunner Runner)> OpenAsync(string name)
    {
        var data = Copy();
        var door = await DoorCatalog.StartAsync(name, data, Moment);
        var runner = new ScriptRunner(this, door, data);
        var posted = await runner.RunAlertsAsync();
        Assert.All(Stalled, stalled => Assert.Contains($"posted #{stalled.Id}", posted, StringComparison.Ordinal));
        await door.OpenAsync();
        return (door, runner);
    }

    private Task<DoorAccount> AccountOf(string name) => _accounts.TryGetValue(name, out var known) ? known : _accounts[name] = GoThroughOnOneDayAsync(name);

    private async Task<DoorAccount> GoThroughOnOneDayAsync(string name)
    {
        DoorAccount account;
        do
        {
            account = await GoThroughAsync(name);
        }
        while (account.Day != Today);
        return account;
    }

    /// <summary>After a script that failed, the next one finds a fresh store.</summary>
    private async Task<DoorAccount> GoThroughAsync(string name)
    {
        var account = new DoorAccount(Today, [], []);
        var ahead = new Queue<string>(Script.Names);
        while (ahead.Count > 0)
        {
            var (door, runner) = await OpenAsync(name);
            await using (door)
            {
                while (ahead.TryDequeue(out var script))
                {
                    try
                    {
                        account.Journals[script] = await runner.RunAsync(Script.Read(script, Cast));
                    }
                    catch (Exception failure) when (failure is XunitException or FormatException)
                    {
                        account.Failures[script] = failure;
                        break;
                    }
                }
            }
        }

        return account;
    }

    /// <summary>A store of its own, before any alert was told.</summary>
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

    private async Task<IReadOnlyList<Stalled>> FindStalledAsync()
    {
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--dry-run", "--json", "--now", Moment, "--data", Origin]);
        using var plan = JsonDocument.Parse(run.Output);
        var store = StoreFile.In(Origin);
        var stalled = plan.RootElement.GetProperty("posts").EnumerateArray().Where(post => post.GetProperty("kind").GetString() == "stalled_deals").Select(post => new Stalled(
            post.GetProperty("deal").GetString()!,
            post.GetProperty("name").GetString()!,
            store.One("SELECT p.name FROM deals d JOIN people p ON p.id = d.owner_id WHERE d.id = $id", ("$id", post.GetProperty("deal").GetString()!))!,
            post.GetProperty("team").GetString()!)).ToList();
        return [.. stalled.Where(one => stalled.Count(other => other.Owner == one.Owner) == 1)];
    }

    [GeneratedRegex(@"name: ([^,]+), region: (\w+), rooms: \{ slack: ("".*?"") \}")]
    private static partial Regex SlackRoom();
}
