using Microsoft.Extensions.DependencyInjection;
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
using RevBot.Pipeline.Leads;
using RevBot.Storage.Sqlite;
using RevBot.Storage.Upkeep;
using RevBot.Testing;

namespace RevBot.Storage.Tests;

/// <summary>One process's view of a store, wired as the host wires it.</summary>
public sealed class Store : IDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="auditKey">Seals the audit log; null for no seals.</param>
    public Store(string path, TimeProvider time, string? auditKey = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<ICompany, FixedCompany>()
            .AddPipelineStorage(options => (options.Path, options.AuditKey) = (path, auditKey))
            .AddSingleton<JobRunner>()
            .AddScoped<IScheduledJob>(provider => new TheJob(this, provider))
            .BuildServiceProvider(validateScopes: true);
    }

    public SqliteDatabase Database => Get<SqliteDatabase>();

    public IPipelineReader Reader => Get<IPipelineReader>();

    public ILeadHistory LeadHistory => Get<ILeadHistory>();

    public IRecordHistory Records => Get<IRecordHistory>();

    public IPipelineLoader Loader => Get<IPipelineLoader>();

    public IAlertStore Alerts => Get<IAlertStore>();

    public IInbox Inbox => Get<IInbox>();

    public IOutbox Outbox => Get<IOutbox>();

    public IFormSessions Forms => Get<IFormSessions>();

    public IFormUsage Usage => Get<IFormUsage>();

    public IConversationMemory Memory => Get<IConversationMemory>();

    public IJobLedger Jobs => Get<IJobLedger>();

    /// <summary>What the one job of this process does when it runs.</summary>
    public Func<ITurnTransaction, DateTimeOffset, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public JobRunner Runner => Get<JobRunner>();

    public SchedulerWorker NewScheduler(TimeProvider time) => new(Get<IServiceScopeFactory>(), Runner, Jobs, time, Microsoft.Extensions.Logging.Abstractions.NullLogger<SchedulerWorker>.Instance);

    public IActorProfileStore Profiles => Get<IActorProfileStore>();

    public IAuditLog Audit => Get<IAuditLog>();

    public StoreBackup Backup => Get<StoreBackup>();

    public StoreCheck Check => Get<StoreCheck>();

    public StorePruning Pruning => new(Sql, Get<ICompany>());

    internal ISqlDatabase Sql => Get<ISqlDatabase>();

    /// <summary>Handles one turn: whatever it does, then its commit.</summary>
    public async Task<CommitOutcome> Commit(Action<ITurnTransaction> writes, Action<IPipelineWriter>? deals = null, Action<IAlertWriter>? alerts = null, Action<ILeadWriter>? leads = null, Action<IRecordWriter>? records = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
        writes(transaction);
        deals?.Invoke(scope.ServiceProvider.GetRequiredService<IPipelineWriter>());
        leads?.Invoke(scope.ServiceProvider.GetRequiredService<ILeadWriter>());
        records?.Invoke(scope.ServiceProvider.GetRequiredService<IRecordWriter>());
        alerts?.Invoke(scope.ServiceProvider.GetRequiredService<IAlertWriter>());
        return await transaction.CommitAsync(CancellationToken.None);
    }

    public void Dispose() => _services.Dispose();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private sealed class TheJob(Store store, IServiceProvider services) : IScheduledJob
    {
        public string Name => "nightly";

        public Schedule Schedule => new(new TimeOnly(2, 0), TimeZoneInfo.Utc, _ => true);

        public Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken) => store.Work(services.GetRequiredService<ITurnTransaction>(), due);
    }

    private sealed class FixedCompany : ICompany
    {
        public CompanyProfile Profile => TestCompany.Profile;
    }
}
