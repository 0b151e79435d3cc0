using System.Globalization;
using RevBot.Testing;
using RevBot.Testing.Slack;
using RevBot.Testing.Teams;
using RevBot.Tests.Alerts;
using RevBot.Tests.Support;

namespace RevBot.Tests.Rights;

/// <summary>One bot of <see cref="GuardedCompany"/> with doors to Slack, Teams and the page.</summary>
public sealed class RightsStand : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, IGuardedDoor> _doors = [];
    private readonly List<IAsyncDisposable> _parts = [];
    private int _number;

    public async Task InitializeAsync()
    {
        var (slack, teams, issuer) = (await FakeSlackServer.StartAsync(_time), await FakeConnector.StartAsync(_time), await FakeTokenIssuer.StartAsync(_time));
        var settings = slack.Settings().Concat(teams.Settings()).Concat(issuer.Settings()).DistinctBy(setting => setting.Key).ToDictionary();
        settings["DOTNET_ENVIRONMENT"] = "Development";
        var bot = new MonthBot(_folder.Path, settings, _time, GuardedCompany.Profile, showPage: true);
        await bot.StartAsync(GuardedCompany.Pipeline());
        var http = new HttpClient { BaseAddress = bot.Address };
        _doors["slack"] = new GuardedSlack(slack, http, bot, _time);
        _doors["teams"] = new GuardedTeams(teams, issuer, http, bot);
        _doors["page"] = new GuardedPage(http, bot);
        _parts.AddRange([bot, slack, teams, issuer]);
        await bot.SettleAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }

        _folder.Dispose();
    }

    internal IGuardedDoor Door(string name) => _doors[name];

    /// <summary>A deal that somebody may change if they may change any, and one of another team.</summary>
    internal (GuardedDeal Own, GuardedDeal Other) DealsFor(GuardedPerson person) =>
        (GuardedCompany.Deals.First(deal => deal.Owner == (person.Column == "manager" ? "ben" : "ana")), GuardedCompany.Deals.First(deal => deal.Owner == "lena"));

    /// <summary>A number nobody has said yet.</summary>
    internal string Next() => (++_number + 500).ToString(CultureInfo.InvariantCulture);

    /// <summary>How deals stand in the store.</summary>
    internal string StateOf(params GuardedDeal[] deals) =>
        string.Join('\n', deals.Select(deal => string.Join('|', StoreFile.In(_folder.Path).Rows("SELECT stage, status, amount_cents, owner_id, next_step, close_date FROM deals WHERE id = $id", ("$id", deal.Id))[0])));
}
