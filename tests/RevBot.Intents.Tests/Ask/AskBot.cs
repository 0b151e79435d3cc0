using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.AssistedReading;
using RevBot.Intents.Company;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Definitions;
using RevBot.Intents.Help;
using RevBot.Intents.Leakage;
using RevBot.Intents.ListDeals;
using RevBot.Intents.Several;
using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>A bot that only reads, over the company of <see cref="AskCompany"/>, on 14 May 2025.</summary>
internal static class AskBot
{
    /// <param name="besides">What else it has.</param>
    /// <param name="pipeline">Another pipeline than the usual one.</param>
    public static TestBot Start(Action<IServiceCollection>? besides = null, APipeline? pipeline = null)
    {
        var time = new FakeTime(AskCompany.Now);
        var bot = new TestBot(
            services =>
            {
                Register(services, pipeline ?? AskCompany.Pipeline);
                besides?.Invoke(services);
            },
            time: time);
        foreach (var id in new[] { "dana", "priya", "olivia", "mallory" })
        {
            bot.Channel.Profiles[id] = new ActorProfile(id, $"{id}@example.com", null);
        }

        return bot;
    }

    private static void Register(IServiceCollection services, APipeline pipeline)
    {
        services.AddSingleton<IPipelineReader>(new FixedPipeline(pipeline)).AddSingleton<ICompany>(new FixedCompany());
        services.AddSingleton<MetricCatalog>().AddSingleton<NameDirectory>().AddSingleton<QuestionParser>().AddSingleton<RecentReadings>().AddScoped<IRecentOffers, RecentOffers>().AddSingleton<AskQuery>();
        services.AddScoped<TurnScene>().AddScoped<QuestionReader>().AddScoped<NearQuestions>().AddScoped<QuestionAnswers>().AddScoped<AssistedReader>().AddScoped<AssistedAnswer>().AddScoped<DealListQuery>().AddScoped<INotUnderstood, NotUnderstood>().AddScoped<IAdmission, PeopleOnly>();
        services.AddScoped<IIntent, SeveralIntent>();
        services.AddScoped<LeakageIntent>().AddScoped<IIntent>(provider => provider.GetRequiredService<LeakageIntent>());
        services.AddScoped<AskIntent>().AddScoped<IIntent>(provider => provider.GetRequiredService<AskIntent>());
        services.AddScoped<IIntent, ListDealsIntent>().AddScoped<IIntent, DealLookupIntent>().AddScoped<IIntent, HelpIntent>();
        services.AddScoped<DefineTermIntent>().AddScoped<IIntent>(provider => provider.GetRequiredService<DefineTermIntent>()).AddScoped<IIntent, ListMetricsIntent>().AddScoped<IIntent, FollowUpIntent>();
        services.AddScoped<IButtonAction, ShowDealsAction>().AddScoped<IButtonAction, AskAgainAction>().AddScoped<IButtonAction, NextPageAction>();
    }

    private sealed class FixedPipeline(APipeline pipeline) : IPipelineReader
    {
        private readonly PipelineSnapshot _snapshot = pipeline == AskCompany.Pipeline ? AskCompany.Snapshot : pipeline.Snapshot();

        public ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) => new(_snapshot);

        public Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DealEvent>>(pipeline.Events.GetValueOrDefault(deal) ?? []);

        public IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, CancellationToken cancellationToken) => pipeline.Histories(touchedAfter);
    }

    private sealed class FixedCompany : ICompany
    {
        /// <summary>The usual meanings; that of an MQL changed in April.</summary>
        public CompanyProfile Profile { get; } = TestCompany.Profile with
        {
            Glossary = [.. CompanyFile.Default.Glossary, new GlossaryEntry { Term = "MQL", Definition = "It asked for a demo.", From = new DateOnly(2025, 4, 1) }],
        };
    }
}
