using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Leads;
using RevBot.Storage.Alerts;
using RevBot.Storage.AuditLog;
using RevBot.Storage.Deals;
using RevBot.Storage.Outbound;
using RevBot.Storage.Sqlite;
using RevBot.Storage.Turns;
using RevBot.Storage.Upkeep;

namespace RevBot.Storage;

/// <summary>Puts the store behind the contracts of the conversation and the pipeline. Needs an <see cref="ICompany"/>.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddPipelineStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        services.AddOptions<StorageOptions>()
            .Configure(configure)
            .Validate(options => options.Path.Length > 0, "The store needs a file: set its path.")
            .Validate(
                options => options.AuditKey is not { Length: > 0 and < StorageOptions.ShortestKey },
                $"RevBot__Audit__Key is too short: it takes at least {StorageOptions.ShortestKey} characters, such as `openssl rand -hex 32` makes.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(provider => new SqliteDatabase(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISqlDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());

        services.AddSingleton<SnapshotCache>().AddSingleton<IPipelineReader>(provider => provider.GetRequiredService<SnapshotCache>()).AddSingleton<ILeadHistory>(provider => provider.GetRequiredService<SnapshotCache>())
            .AddSingleton<IRecordHistory>(provider => provider.GetRequiredService<SnapshotCache>());
        services.AddSingleton<IPipelineLoader, PipelineLoader>();
        services.AddSingleton<IAlertStore, SqlAlertStore>();
        services.AddSingleton<SqlInbox>().AddSingleton<IInbox>(provider => provider.GetRequiredService<SqlInbox>());
        services.AddSingleton<SqlOutbox>().AddSingleton<IOutbox>(provider => provider.GetRequiredService<SqlOutbox>());
        services.AddSingleton<IFormSessions, SqlFormSessions>();
        services.AddSingleton<IFormUsage, SqlFormUsage>();
        services.AddSingleton<IConversationMemory, SqlConversationMemory>();
        services.AddSingleton<IJobLedger, SqlJobLedger>();
        services.AddSingleton<IActorProfileStore, SqlActorProfiles>();
        services.AddSingleton<IRoomStore, SqlRooms>();
        services.AddSingleton<AuditRows>().AddSingleton<IAuditLog, SqlAuditLog>();

        services.AddSingleton(provider => new StoreBackup(provider.GetRequiredService<ISqlDatabase>()));
        services.AddSingleton(provider => new StoreCheck(provider.GetRequiredService<ISqlDatabase>(), provider.GetRequiredService<ICompany>()));
        services.AddScoped<IScheduledJob>(provider => new StorePruning(provider.GetRequiredService<ISqlDatabase>(), provider.GetRequiredService<ICompany>()));

        // One object a turn: what the handlers append and what the turn sends is one commit.
        services.AddScoped<SqlTurnTransaction>();
        services.AddScoped<ITurnTransaction>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        services.AddScoped<IPipelineWriter>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        services.AddScoped<ILeadWriter>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        services.AddScoped<IRecordWriter>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        services.AddScoped<IForecastWriter>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        services.AddScoped<IAlertWriter>(provider => provider.GetRequiredService<SqlTurnTransaction>());
        return services;
    }
}
