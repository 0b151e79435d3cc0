using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Company;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Targets;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A sales office in memory: people, deals and the bot that changes them, through the real turn pipeline. A turn writes deals and alert marks with its commit or not at all.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly Ledger _ledger;

    public Office(Func<APipeline, APipeline>? more = null, ChannelAbilities abilities = ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers, CompanyProfile? company = null)
    {
        var pipeline = new APipeline(company)
            .Person("dana", "Dana Reyes", "EMEA", manager: "mo")
            .Person("omar", "Omar Haddad", "AMER")
            .Person("priya", "Priya Shah", "EMEA", manager: "mo")
            .Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager)
            .Person("eli", "Eli Ford", role: PersonRole.Executive)
            .Person("ops", "Olga Petrova", role: PersonRole.Operations)
            .Account("a-acme", "Acme Corp", "Enterprise", "EMEA")
            .Account("a-hooli", "Hooli", "SMB", "AMER")
            .Deal("D-1", "Acme", "2026-09-01", "proposal", "dana", "a-acme", 50_000m, "2026-12-20", then: deal => deal.Moves("2026-09-10", "proposal"))
            .Deal("D-2", "Globex", "2026-09-01", "discovery", "dana", amount: 30_000m)
            .Deal("D-3", "Initech", "2026-09-01", "discovery", "dana", amount: 20_000m)
            .Deal("D-4", "Umbrella", "2026-09-01", "qualification", "dana")
            .Deal("D-5", "Hooli Search", "2026-09-01", "discovery", "omar", "a-hooli", 10_000m)
            .Deal("D-6", "Hooli Phone", "2026-09-01", "discovery", "omar", "a-hooli", 15_000m)
            .Deal("D-7", "Vandelay", "2026-05-01", "proposal", "dana", amount: 5_000m, then: deal => deal.Loses("2026-08-01T09:00:00Z"));
        pipeline = more?.Invoke(pipeline) ?? pipeline;
        Time = new FakeTime();
        _ledger = new Ledger(pipeline);
        Bot = new TestBot(
            services => services
                .AddSingleton(_ledger)
                .AddSingleton<IPipelineReader>(_ledger)
                .AddSingleton<IAlertStore>(_ledger)
                .AddSingleton<ICompany>(_ledger)
                .AddSingleton<ICompanyEditor>(_ledger)
                .AddScoped<Enlisted>()
                .AddScoped<ITurnTransaction>(provider => provider.GetRequiredService<Enlisted>())
                .AddScoped<IPipelineWriter>(provider => provider.GetRequiredService<Enlisted>())
                .AddScoped<IRecordWriter>(provider => provider.GetRequiredService<Enlisted>())
                .AddSingleton<IRecordHistory>(_ledger)
                .AddSingleton<ILeadHistory>(_ledger)
                .AddScoped<ILeadWriter>(provider => provider.GetRequiredService<Enlisted>())
                .AddScoped<IForecastWriter>(provider => provider.GetRequiredService<Enlisted>())
                .AddScoped<IAlertWriter>(provider => provider.GetRequiredService<Enlisted>())
                .AddScoped<InMemoryTransaction>()
                .AddIntents(),
            abilities,
            Time);
        _ledger.Store = Bot.Store;
        foreach (var person in _ledger.Snapshot.People.Values)
        {
            Bot.Channel.Profiles[person.Id.Value] = new ActorProfile(person.Name, person.Email, null);
        }
    }

    public TestBot Bot { get; }

    public FakeTime Time { get; }

    public IReadOnlyList<AlertMark> Marks => [.. _ledger.Marks.Values];

    public CompanyProfile Company => _ledger.Profile;

    public IReadOnlyList<AlertTelling> Tellings => [.. _ledger.Tellings.Values];

    public Deal Deal(string id) => _ledger.Snapshot.Find(new DealId(id))!;

    public PipelineSnapshot Snapshot => _ledger.Snapshot;

    public IReadOnlyList<Deal> Deals => _ledger.Snapshot.Deals.ToArray();

    public IReadOnlyList<DealEvent> History(string id) => _ledger.Events[new DealId(id)];

    /// <summary>Says something as somebody and gives back the outcome of the reply's data.</summary>
    public async Task<string?> SaysAsync(string who, string text)
    {
        Bot.User = who;
        var result = await Bot.SaysAsync(text);
        return (string?)result.Reply?.Data?["outcome"];
    }

    /// <summary>Somebody else gets in between: the change lands right before the next commit.</summary>
    public void BeforeNextCommit(Action what) => _ledger.BeforeCommit = what;

    public void Happens(string id, Func<EventStamp, DealEvent> what, string by)
    {
        var stamp = new EventStamp(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId(by), "other-turn", "slack");
        _ledger.Append(new DealChange(new DealId(id), Deal(id).Version, [what(stamp)]));
    }

    /// <summary>Somebody else makes a deal.</summary>
    public void Creates(string id, string name, string by)
    {
        var stamp = new EventStamp(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId(by), "other-turn", "slack");
        _ledger.Append(new DealChange(new DealId(id), 0, [new DealEvent.Created { Deal = new DealId(id), Stamp = stamp, Name = name, Owner = new PersonId(by), Stage = Company.Process.Stages[0].Id }]));
    }

    /// <summary>An import brings a lead, or another state of it.</summary>
    public void Imports(Lead lead)
    {
        _ledger.Leads.RemoveAll(known => known.Id == lead.Id);
        _ledger.Leads.Add(lead);
        _ledger.Imports++;
    }

    public Lead Lead(string id) => _ledger.Leads.Single(lead => lead.Id == id);

    public IReadOnlyList<LeadEvent> LeadHistory(string id) => [.. _ledger.LeadEvents.Where(happened => happened.Lead == id)];

    /// <summary>A forecast is kept now.</summary>
    public void Keeps(FrozenForecast forecast)
    {
        _ledger.Frozen.Add(forecast);
        _ledger.Imports++;
    }

    public async Task RunAlertsAsync(string job = StalledDealsAlert.JobName) =>
        Assert.Equal(CommitOutcome.Committed, await Bot.Services.GetRequiredService<JobRunner>().RunNowAsync(job, null, CancellationToken.None));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private sealed class Ledger : IPipelineReader, ILeadHistory, IRecordHistory, IAlertStore, ICompany, ICompanyEditor
    {
        private readonly PipelineSnapshot _first;
        private readonly Dictionary<DealId, Deal> _deals;

        /// <summary>In the order in which they came to be.</summary>
        private readonly List<DealId> _order;

        private IEnumerable<DealId> Standing => _order.Where(id => _deals[id].Status != DealStatus.Removed);

        public Ledger(APipeline pipeline)
        {
            _first = pipeline.Snapshot();
            _deals = _first.Deals.ToArray().ToDictionary(deal => deal.Id);
            _order = [.. _first.Deals.ToArray().Select(deal => deal.Id)];
            Leads = [.. _first.Leads];
            Events = pipeline.Events;
            Profile = pipeline.Company;
        }

        public Dictionary<DealId, List<DealEvent>> Events { get; }

        public Dictionary<AlertSubject, AlertMark> Marks { get; } = [];

        public Dictionary<(AlertSubject Subject, string Place), AlertTelling> Tellings { get; } = [];

        public List<Lead> Leads { get; }

        /// <summary>Accounts that were added in chat.</summary>
        public List<Account> Added { get; } = [];

        public List<Contact> Contacts { get; } = [];

        /// <summary>What was added or changed in chat and still stands, the newest last.</summary>
        public List<MadeRecord> Made { get; } = [];

        public List<ForecastSubmission> Submitted { get; } = [];

        public List<LeadEvent> LeadEvents { get; } = [];

        public List<FrozenForecast> Frozen { get; } = [];

        /// <summary>How often something but a deal has changed.</summary>
        public int Imports { get; set; }

        public CompanyProfile Profile { get; private set; }

        public Action? BeforeCommit { get; set; }

        public InMemoryConversationStore? Store { get; set; }

        public PipelineSnapshot Snapshot => new()
        {
            Version = Events.Values.Sum(events => events.Count) + Imports,
            DirectoryVersion = 1 + Added.Count + Imports,
            Deals = Standing.Select(id => _deals[id]).ToArray(),
            RemovedDeals = _order.Except(Standing).ToFrozenDictionary(id => id, id => _deals[id].Version),
            DealPositions = Standing.Index().ToFrozenDictionary(deal => deal.Item, deal => deal.Index),
            Accounts = _first.Accounts.Concat(Added.Where(account => !_first.Accounts.ContainsKey(account.Id)).Select(account => KeyValuePair.Create(account.Id, account))).ToFrozenDictionary(),
            Contacts = [.. Contacts],
            Forecasts = [.. Submitted],
            People = _first.People,
            Leads = [.. Leads],
            Quotas = _first.Quotas,
            FrozenForecasts = [.. Frozen],
        };

        public ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) => ValueTask.FromResult(Snapshot);

        public Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DealEvent>>([.. Events[deal]]);

        public IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, CancellationToken cancellationToken) => APipeline.HistoriesOf(Events, touchedAfter);

        public Task<IReadOnlyList<AlertMark>> GetMarksAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AlertMark>>([.. Marks.Values.Where(mark => kinds.Contains(mark.Subject.Kind))]);

        public Task<AlertMark?> FindMarkAsync(AlertSubject subject, CancellationToken cancellationToken) => Task.FromResult(Marks.GetValueOrDefault(subject));

        /// <summary>As a store does it: without what did not arrive.</summary>
        public async Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
        {
            var gone = Store is null ? [] : (await Store.GetDeadLettersAsync(cancellationToken)).Select(letter => letter.Message.Id).Concat(Store.Dropped.Select(dropped => dropped.Message.Id)).ToHashSet();
            return [.. Tellings.Values.Where(telling => kinds.Contains(telling.Subject.Kind) && !gone.Contains(telling.MessageId))];
        }

        public string? Change(Func<CompanyProfile, CompanyProfile> change)
        {
            Profile = change(Profile);
            return null;
        }

        public Task<MadeRecord?> FindMadeAsync(string turn, CancellationToken cancellationToken) => Task.FromResult(Made.Find(made => made.Turn == turn));

        public Task<IReadOnlyList<LeadEvent>> GetLeadHistoryAsync(string lead, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LeadEvent>>([.. LeadEvents.Where(happened => happened.Lead == lead)]);

        public bool Fits(LeadChange change) => Leads.Find(lead => lead.Id == change.Lead)?.Life.Version == change.ExpectedVersion;

        public void Append(LeadChange change)
        {
            LeadEvents.AddRange(change.Events);
            var at = Leads.FindIndex(lead => lead.Id == change.Lead);
            Leads[at] = change.Events.Aggregate(Leads[at], LeadFold.Apply);
            Imports++;
        }

        public bool Fits(DealChange change) => (_deals.GetValueOrDefault(change.Deal)?.Version ?? 0) == change.ExpectedVersion;

        public void Append(DealChange change)
        {
            if (!_deals.TryGetValue(change.Deal, out var before))
            {
                Events[change.Deal] = [];
                _order.Add(change.Deal);
            }

            Events[change.Deal].AddRange(change.Events);
            _deals[change.Deal] = change.Events.Aggregate((Deal?)before, (state, happened) => DealFold.Apply(state, happened, Profile.Process.PositionOf))!;
        }
    }

    private sealed class Enlisted(InMemoryTransaction inner, Ledger ledger) : ITurnTransaction, IPipelineWriter, IRecordWriter, ILeadWriter, IAlertWriter, IForecastWriter
    {
        private readonly List<LeadChange> _leads = [];
        private readonly List<DealChange> _changes = [];
        private readonly List<Action> _records = [];
        private readonly List<AlertMark> _marks = [];
        private readonly List<AlertTelling> _tellings = [];

        public void Append(DealChange change) => _changes.Add(change);

        public void Add(Account account, EventStamp stamp) => _records.Add(() =>
        {
            ledger.Added.Add(account);
            ledger.Made.Add(new MadeRecord(stamp.Turn, stamp.By, stamp.At, account));
        });

        public void TakeBack(MadeRecord made) => _records.Add(() =>
        {
            ledger.Made.Remove(made);
            ledger.Added.RemoveAll(account => account == made.Account);
            ledger.Contacts.RemoveAll(contact => contact == made.Contact);
            ledger.Contacts.AddRange(made.Before is { } before ? [before] : []);
        });

        public void Put(Contact contact, EventStamp stamp) => _records.Add(() =>
        {
            var before = ledger.Contacts.Find(known => known.Account == contact.Account && known.Name == contact.Name);
            ledger.Contacts.RemoveAll(known => known == before);
            ledger.Contacts.Add(contact);
            ledger.Made.RemoveAll(made => before is not null && made.Contact == before);
            ledger.Made.Add(new MadeRecord(stamp.Turn, stamp.By, stamp.At, null, contact, before));
        });

        public void Submit(IReadOnlyList<ForecastSubmission> forecasts, string? note, EventStamp stamp) => _records.Add(() => ledger.Submitted.AddRange(forecasts));

        public void Append(LeadChange change) => _leads.Add(change);

        public void Freeze(FrozenForecast forecast)
        {
            // No conversation asks for forecasts of the past.
        }

        public void Put(AlertMark mark) => _marks.Add(mark);

        public void Put(AlertTelling telling) => _tellings.Add(telling);

        public void Handle(Turn turn) => inner.Handle(turn);

        public void CompleteJob(string job, DateTimeOffset due) => inner.CompleteJob(job, due);

        public void Send(OutboundMessage message) => inner.Send(message);

        public void Save(Conversation.Forms.FormSession session) => inner.Save(session);

        public void Note(Conversation.Forms.Usage.FormStep step) => inner.Note(step);

        public void Record(Conversation.AuditLog.AuditEntry entry) => inner.Record(entry);

        public void Remember(Conversation.Memory.ConversationMemory memory) => inner.Remember(memory);

        public async Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
        {
            var before = ledger.BeforeCommit;
            ledger.BeforeCommit = null;
            before?.Invoke();
            if (!_changes.TrueForAll(ledger.Fits) || !_leads.TrueForAll(ledger.Fits))
            {
                return CommitOutcome.Conflict;
            }

            // As a store does it: two runs at once see the same alerts untold.
            foreach (var telling in _tellings)
            {
                var told = (await ledger.GetTellingsAsync([telling.Subject.Kind], cancellationToken)).FirstOrDefault(known => known.Subject == telling.Subject && known.Place == telling.Place);
                if (told is not null && told.MessageId != telling.After && told.MessageId != telling.MessageId)
                {
                    return CommitOutcome.Conflict;
                }
            }

            var outcome = await inner.CommitAsync(cancellationToken);
            if (outcome == CommitOutcome.Committed)
            {
                ledger.Imports += _records.Count;
                _records.ForEach(record => record());
                _changes.ForEach(ledger.Append);
                _leads.ForEach(ledger.Append);
                _tellings.ForEach(telling => ledger.Tellings[(telling.Subject, telling.Place)] = telling);
                _marks.ForEach(mark => ledger.Marks[mark.Subject] = mark);
            }

            return outcome;
        }
    }
}
