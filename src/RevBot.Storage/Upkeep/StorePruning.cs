using RevBot.Conversation.Scheduling;
using RevBot.Pipeline.Company;

namespace RevBot.Storage.Upkeep;

/// <summary>Every night, forgets what nobody needs any more: handled turns and ended messages after a month, forms and memory that ran out; after two years, how forms were used. Deals and their history stay.</summary>
public sealed class StorePruning : IScheduledJob
{
    private static readonly TimeOnly Nightly = new(3, 30);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // A handled turn's id must outlive every repeated delivery of it; platforms give up within a day.
    private static readonly string[] Statements =
    [
        "DELETE FROM inbox WHERE state = 1 AND handled_at < $1",

        // An alert that was not sent has told nobody, also when its message is forgotten.
        "DELETE FROM alert_tellings WHERE message_id IN (SELECT id FROM outbox WHERE state = 3 AND ended_at < $1)",
        "DELETE FROM outbox WHERE state IN (1, 3) AND ended_at < $1",
        "DELETE FROM form_sessions WHERE expires_at < $1",
        "DELETE FROM memory WHERE expires_at < $1",

        // How forms were used tells something for longer: two years with the month.
        "DELETE FROM form_steps WHERE at < $1 - 60480000000",
    ];

    private readonly ISqlDatabase _database;
    private readonly ICompany _company;

    internal StorePruning(ISqlDatabase database, ICompany company)
    {
        _database = database;
        _company = company;
    }

    public string Name => "store.prune";

    public Schedule Schedule => new(Nightly, _company.Profile.Work.TimeZone, static _ => true);

    public Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken) => PruneAsync(now - KeptFor, cancellationToken);

    /// <summary>Forgets what ended before <paramref name="before"/>; returns the number of rows.</summary>
    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.WriteAsync(session => Statements.Sum(sql => session[sql].Run(SqlValues.Milliseconds(before))), manner: WriteManner.Alone);
    }
}
