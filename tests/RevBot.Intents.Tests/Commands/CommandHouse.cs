using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.Company;
using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Storage;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Commands;

/// <summary>The bot over a real store, by a clock that the test moves: turns go in, and what was written is seen.</summary>
internal sealed class CommandHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestFolder _folder = new();
    private readonly ITurnRunner _runner;
    private readonly IPipelineReader _reader;
    private int _turns;

    private CommandHouse(CompanyProfile company)
    {
        Source = CompanySource.Open(_folder.File("company.yaml"), company);
        var channel = new FakeChannel();
        foreach (var person in CommandCompany.Pipeline(company).Snapshot().People.Values)
        {
            channel.Profiles[person.Id.Value] = new ActorProfile(person.Name, person.Email, null);
        }

        var services = new ServiceCollection();
        services.AddLogging().AddOptions()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IChannel>(channel)
            .AddSingleton(Watch)
            .AddConversation()
            .AddCompany(Source)
            .AddImports()
            .AddPipelineStorage(options => options.Path = _folder.File("revbot.db"))
            .AddIntents();
        var store = services.Last(service => service.ServiceType == typeof(IPipelineWriter)).ImplementationFactory!;
        services.AddScoped(provider => new CommandWatch.Transaction((IPipelineWriter)store(provider), Watch))
            .AddScoped<ITurnTransaction>(provider => provider.GetRequiredService<CommandWatch.Transaction>())
            .AddScoped<IPipelineWriter>(provider => provider.GetRequiredService<CommandWatch.Transaction>())
            .AddScoped<ILeadWriter>(provider => provider.GetRequiredService<CommandWatch.Transaction>());
        _services = services.BuildServiceProvider();
        (_runner, _reader) = (_services.GetRequiredService<ITurnRunner>(), _services.GetRequiredService<IPipelineReader>());
    }

    public FakeTime Time { get; } = new(APipeline.At("2026-11-02T09:00:00Z"));

    public CommandWatch Watch { get; } = new();

    public CompanySource Source { get; }

    public CompanyProfile Company => Source.Profile;

    public DateOnly Today => Company.Work.DateAt(Time.GetUtcNow());

    /// <summary>The id of the last turn.</summary>
    public string LastTurn => string.Create(CultureInfo.InvariantCulture, $"turn-{_turns}");

    public static async Task<CommandHouse> OpenAsync(CompanyProfile company)
    {
        var house = new CommandHouse(company);
        var pipeline = CommandCompany.Pipeline(company);
        var start = pipeline.Snapshot();
        await house._services.GetRequiredService<IPipelineLoader>().LoadAsync(
            new PipelineLoad
            {
                Origin = "import",
                People = [.. start.People.Values],
                Accounts = [.. start.Accounts.Values],
                Leads = [.. start.Leads],
                Deals = [.. pipeline.Events.Select(deal => new DealChange(deal.Key, 0, deal.Value))],
            },
            CancellationToken.None);
        return house;
    }

    public async Task<PipelineSnapshot> SnapshotAsync() => await _reader.GetSnapshotAsync(null, CancellationToken.None);

    public Task<IReadOnlyList<DealEvent>> HistoryAsync(DealId deal) => _reader.GetHistoryAsync(deal, CancellationToken.None);

    public Task<IReadOnlyList<LeadEvent>> HistoryAsync(Lead lead) => _services.GetRequiredService<ILeadHistory>().GetLeadHistoryAsync(lead.Id, CancellationToken.None);

    /// <param name="again">True to deliver the last turn's id once more.</param>
    public async Task<TurnResult> DoesAsync(string who, TurnInput input, bool again = false)
    {
        Watch.Clear();
        _turns += again ? 0 : 1;
        return await _runner.RunAsync(
            new Turn
            {
                Id = LastTurn,
                ReceivedAt = Time.GetUtcNow(),
                Actor = new Actor("slack", "T1", who),
                Conversation = new ConversationReference("slack", "T1", "C-" + who),
                Input = input,
            },
            CancellationToken.None);
    }

    public async Task<ImportReport> ImportAsync(string deals)
    {
        await File.WriteAllTextAsync(_folder.File("deals.csv"), deals);
        return await _services.GetRequiredService<Importer>().RunAsync(new ImportRequest(ImportKind.Deals, _folder.File("deals.csv"), new Dictionary<string, string>()), null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
