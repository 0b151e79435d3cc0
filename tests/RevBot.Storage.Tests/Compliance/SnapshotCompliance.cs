using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Targets;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>What every store's reading and bulk writing must do.</summary>
public abstract class SnapshotCompliance : StoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task State_is_the_fold_of_history_whatever_happened(int seed)
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = new RandomHistory(seed).Deals(300) }, Soon);
        var report = await Store.Check.CheckAsync(null, Soon);
        Assert.Empty(report.Problems);
        Assert.Equal(300, report.DealsChecked);
    }

    [Fact]
    public async Task A_snapshot_brought_up_to_date_equals_one_read_anew()
    {
        var deals = new RandomHistory(7).Deals(120);
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = [.. deals.Take(60).Select(deal => deal with { Events = [deal.Events[0]] })] }, Soon);
        var first = await Store.Reader.GetSnapshotAsync(null, Soon);
        await Store.Loader.LoadAsync(
            new PipelineLoad
            {
                Origin = "import",
                Deals = [.. deals.Take(60).Select(deal => deal with { ExpectedVersion = 1, Events = [.. deal.Events.Skip(1)] }), .. deals.Skip(60)],
                People = [new Person(new PersonId("P-1"), "Priya")],
            },
            Soon);

        var updated = await Store.Reader.GetSnapshotAsync(null, Soon);
        AssertEqual(await Open().Reader.GetSnapshotAsync(null, Soon), updated);
        Assert.Equal(60, first.Deals.Length);
        Assert.Null(first.Find(deals[80].Deal));
        Assert.True(updated.DirectoryVersion > first.DirectoryVersion);
        Assert.Same(updated, await Store.Reader.GetSnapshotAsync(null, Soon));
    }

    [Fact]
    public async Task A_lead_that_is_put_back_stands_as_it_did_read_on_read_anew_and_after_an_import()
    {
        var jane = new Lead("L-1", "Jane Doe", APipeline.At("2026-05-01"), "MQL", Owner: new PersonId("dana"), MqlAt: APipeline.At("2026-05-02"));
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [jane] }, Soon);
        await WriteAsync(0, new LeadEvent.Accepted { Lead = "L-1", Stamp = OfTurn("t-1") });
        var accepted = await LeadAsync(Store);
        await WriteAsync(1, new LeadEvent.Returned(new PersonId("dana"), "No capacity", "full", false) { Lead = "L-1", Stamp = OfTurn("t-2") }, new LeadEvent.OwnerChanged(null, new PersonId("omar")) { Lead = "L-1", Stamp = OfTurn("t-2") });
        Assert.Equal("omar", (await LeadAsync(Store)).Owner?.Value);
        await WriteAsync(3, new LeadEvent.PutBack("t-2") { Lead = "L-1", Stamp = OfTurn("t-3") });

        var back = await LeadAsync(Store);
        Assert.Equal(accepted with { Life = accepted.Life with { Version = 4 } }, back);
        Assert.Equal(back, await LeadAsync(Open()));
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [jane with { Source = "Web" }] }, Soon);
        Assert.Equal(("Web", LifecycleStage.Sal, "dana", 4, "Web"), await LeadAsync(Store) is var lead ? (lead.Source, lead.Stage, lead.Owner?.Value, lead.Life.Version, lead.AsImported().Source) : default);
        await WriteAsync(4, new LeadEvent.PutBack("t-1") { Lead = "L-1", Stamp = OfTurn("t-4") });
        Assert.Equal((LifecycleStage.Mql, "Web"), await LeadAsync(Open()) is var first ? (first.Stage, first.Source) : default);

        async Task WriteAsync(int version, params LeadEvent[] events) =>
            Assert.Equal(CommitOutcome.Committed, await Store.Commit(_ => { }, leads: writer => writer.Append(new LeadChange("L-1", version, events))));

        async Task<Lead> LeadAsync(Store store) => Assert.Single((await store.Reader.GetSnapshotAsync(null, Soon)).Leads);

        EventStamp OfTurn(string turn) => new(APipeline.At("2026-05-14T09:00"), APipeline.At("2026-05-14T09:00"), new PersonId("dana"), turn, "slack");
    }

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2025-04-01")]
    [InlineData("2025-09-01")]
    [InlineData("2030-01-01")]
    public async Task As_of_a_moment_later_events_are_not_seen(string moment)
    {
        var asOf = APipeline.At(moment);
        var deals = new RandomHistory(11).Deals(150);
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = deals }, Soon);
        var past = await Store.Reader.GetSnapshotAsync(asOf, Soon);

        var expected = deals
            .Select(deal => deal.Events.Where(happened => happened.Stamp.At <= asOf).SkipWhile(happened => happened is not DealEvent.Created).ToList())
            .Where(events => events.Count > 0)
            .ToDictionary(events => events[0].Deal, events => events.Count);
        Assert.Equal(expected, past.Deals.ToArray().ToDictionary(deal => deal.Id, deal => deal.Version));
        Assert.All(past.Deals.ToArray(), deal => Assert.Same(deal, past.Find(deal.Id)));
        Assert.Same(past, await Store.Reader.GetSnapshotAsync(asOf, Soon));
    }

    [Fact]
    public async Task As_of_a_moment_later_values_are_neither_seen_nor_past()
    {
        var (fifty, sixty) = (new Money(50_000m, "USD"), new Money(60_000m, "USD"));
        var story = new APipeline().Deal("D-1", "Acme", "2025-01-01", amount: 50_000, closeDate: "2025-06-30", then: deal => deal
            .Add(APipeline.At("2025-02-01"), stamp => new DealEvent.AmountChanged(fifty, sixty) { Deal = deal.Id, Stamp = stamp })
            .Add(APipeline.At("2025-03-01"), stamp => new DealEvent.CloseDateChanged(new DateOnly(2025, 6, 30), new DateOnly(2025, 9, 30)) { Deal = deal.Id, Stamp = stamp })
            .Loses("2025-04-01"));
        await Store.Loader.LoadAsync(story.Load(), Soon);

        var then = (await Store.Reader.GetSnapshotAsync(APipeline.At("2025-02-15"), Soon)).Deals.Span[0];
        Assert.Equal((sixty, new DateOnly(2025, 6, 30), 0), (then.Amount, then.CloseDate, then.PastCloseDates.Length));
        Assert.Equal([new PastAmount(APipeline.At("2025-02-01"), fifty)], then.PastAmounts.AsEnumerable());

        var now = (await Open().Reader.GetSnapshotAsync(null, Soon)).Deals.Span[0];
        Assert.Equal(
            [new PastCloseDate(APipeline.At("2025-03-01"), new DateOnly(2025, 6, 30), true), new PastCloseDate(APipeline.At("2025-04-01"), new DateOnly(2025, 9, 30), false)],
            now.PastCloseDates.AsEnumerable());
    }

    [Fact]
    public async Task Pauses_are_kept_and_as_of_a_moment_later_ones_and_later_ends_are_not_seen()
    {
        await Store.Loader.LoadAsync(
            new APipeline().Deal("D-1", "Acme", "2025-01-01", then: deal => deal.Pauses("2025-02-01", "2025-03-01").Resumes("2025-02-10").Pauses("2025-04-01", "2025-06-01", "legal is away")).Load(), Soon);

        var first = new DealPause(APipeline.At("2025-02-01"), new DateOnly(2025, 3, 1), "budget freeze", null);
        var second = new DealPause(APipeline.At("2025-04-01"), new DateOnly(2025, 6, 1), "legal is away", null);
        Assert.Equal([first with { EndedAt = APipeline.At("2025-02-10") }, second], (await Open().Reader.GetSnapshotAsync(null, Soon)).Deals.Span[0].Pauses.AsEnumerable());
        Assert.Equal([first], (await Store.Reader.GetSnapshotAsync(APipeline.At("2025-02-05"), Soon)).Deals.Span[0].Pauses.AsEnumerable());
        Assert.Empty((await Store.Reader.GetSnapshotAsync(APipeline.At("2025-01-15"), Soon)).Deals.Span[0].Pauses);
    }

    [Fact]
    public async Task A_removed_deal_is_in_no_snapshot_from_then_on_and_those_after_it_move_up()
    {
        var story = new APipeline();
        foreach (var number in Enumerable.Range(1, 5))
        {
            story.Deal($"D-{number}", $"Deal {number}", "2025-01-01", amount: number * 1_000);
        }

        await Store.Loader.LoadAsync(story.Load(), Soon);
        var before = await Store.Reader.GetSnapshotAsync(null, Soon);
        await Store.Commit(_ => { }, deals => deals.Append(Removal("D-2", 1)));
        var without = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal(["D-1", "D-3", "D-4", "D-5"], Ids(without));
        Assert.Equal((5, 1), (before.Deals.Length, without.RemovedDeals.Count));

        // Who asks how it stood before is told what they would have been told then.
        Assert.Equal(["D-1", "D-3", "D-4", "D-5", "D-2"], Ids(await Store.Reader.GetSnapshotAsync(APipeline.At("2025-06-01"), Soon)));
        Assert.Equal(2, (await Store.Reader.GetHistoryAsync(new DealId("D-2"), Soon)).Count);
        Assert.Equal(4, await Store.Reader.GetHistoriesAsync(null, Soon).CountAsync());

        // Those after it are still changed where they stand, and new ones come after them.
        await Store.Commit(_ => { }, deals => deals.Append(new DealChange(new DealId("D-4"), 1, [new DealEvent.AmountChanged(new Money(4_000, "USD"), new Money(9_000, "USD")) { Deal = new DealId("D-4"), Stamp = Stamp() }])));
        await Store.Commit(_ => { }, deals => deals.Append(new DealChange(new DealId("D-6"), 0, [new DealEvent.Created { Deal = new DealId("D-6"), Stamp = Stamp(), Name = "Deal 6", Stage = new StageId("discovery") }])));
        var after = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal(["D-1", "D-3", "D-4", "D-5", "D-6"], Ids(after));
        Assert.Equal((9_000m, "Deal 6"), (after.Find(new DealId("D-4"))!.Amount!.Value.Amount, after.Find(new DealId("D-6"))!.Name));
        Assert.Equal(4_000m, (await Store.Reader.GetSnapshotAsync(APipeline.At("2025-06-01"), Soon)).Find(new DealId("D-4"))!.Amount!.Value.Amount);
        AssertEqual(await Open().Reader.GetSnapshotAsync(null, Soon), after);
        Assert.Empty((await Store.Check.CheckAsync(null, Soon)).Problems);

        // Nothing can be done with it, until an import brings it anew.
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(_ => { }, deals => deals.Append(new DealChange(new DealId("D-2"), 0, [new DealEvent.Created { Deal = new DealId("D-2"), Stamp = Stamp(), Name = "Again", Stage = new StageId("discovery") }]))));
        await Store.Loader.LoadAsync(
            new PipelineLoad { Origin = "import", RewrittenDeals = [new DealChange(new DealId("D-2"), 2, [new DealEvent.Created { Deal = new DealId("D-2"), Stamp = Stamp(), Name = "Again", Stage = new StageId("discovery") }])] }, Soon);
        Assert.Equal(["D-1", "D-2", "D-3", "D-4", "D-5", "D-6"], Ids(await Store.Reader.GetSnapshotAsync(null, Soon)));
        Assert.Empty((await Store.Check.CheckAsync(null, Soon)).Problems);

        DealChange Removal(string id, int version) => new(new DealId(id), version, [new DealEvent.Removed { Deal = new DealId(id), Stamp = Stamp() }]);

        EventStamp Stamp() => new(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId("dana"), "t9", "slack");

        static IEnumerable<string> Ids(PipelineSnapshot snapshot) => snapshot.Deals.ToArray().Select(deal => deal.Id.Value);
    }

    [Fact]
    public async Task A_question_about_now_is_answered_from_the_current_snapshot()
    {
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01").Load(), Soon);
        Assert.Same(await Store.Reader.GetSnapshotAsync(null, Soon), await Store.Reader.GetSnapshotAsync(Time.GetUtcNow(), Soon));
    }

    [Fact]
    public async Task As_of_a_moment_leads_are_not_converted_yet()
    {
        var lead = new Lead("L-1", "Lee", APipeline.At("2025-01-01"), ConvertedAt: APipeline.At("2025-03-01"), Deal: new DealId("D-1"));
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-03-01").Lead(lead).Load(), Soon);
        Assert.Null(Assert.Single((await Store.Reader.GetSnapshotAsync(APipeline.At("2025-02-01"), Soon)).Leads).ConvertedAt);
        Assert.Equal(lead, Assert.Single((await Store.Reader.GetSnapshotAsync(null, Soon)).Leads));
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_at_the_next_question()
    {
        Assert.Equal(0, (await Store.Reader.GetSnapshotAsync(null, Soon)).Deals.Length);
        await Open().Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01").Account("A", "Acme Inc").Load(), Soon);
        var snapshot = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal("Acme", Assert.Single(snapshot.Deals.ToArray()).Name);
        Assert.Equal("Acme Inc", snapshot.Accounts[new AccountId("A")].Name);
    }

    [Fact]
    public async Task Everything_loaded_comes_back_and_loading_it_again_changes_nothing()
    {
        var pipeline = new APipeline()
            .Person("dana", "Dana Diaz", "EMEA", PersonRole.Manager, "erin")
            .Account("A-1", "Acme", "SMB", "EMEA", "Retail")
            .Quota("dana", "2026-10-01", "2026-12-31", 250_000.5m)
            .Lead(new Lead("L-1", "Lee", APipeline.At("2026-01-01"), "Open", "Event", new PersonId("dana"), "Acme"));
        var forecast = new ForecastSubmission(new PersonId("dana"), new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31), "commit", new Money(99.95m, "USD"), APipeline.At("2026-10-05"));
        var load = pipeline.Load() with { Forecasts = [forecast, forecast] };
        await Store.Loader.LoadAsync(load, Soon);
        var first = await Store.Reader.GetSnapshotAsync(null, Soon);
        await Store.Loader.LoadAsync(load, Soon);

        Assert.Same(first, await Store.Reader.GetSnapshotAsync(null, Soon));
        Assert.Equal(load.People, first.People.Values);
        Assert.Equal(load.Accounts, first.Accounts.Values);
        Assert.Equal(load.Leads, first.Leads);
        Assert.Equal(load.Quotas, first.Quotas);
        Assert.Equal(forecast, Assert.Single(first.Forecasts));
    }

    [Fact]
    public async Task The_demo_company_is_never_mixed_with_imported_data()
    {
        Assert.Null(await Store.Loader.GetOriginAsync(Soon));
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01").Load("demo"), Soon);
        Assert.Equal("demo", await Store.Loader.GetOriginAsync(Soon));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Loader.LoadAsync(new APipeline().Deal("D-2", "Globex", "2025-01-01").Load(), Soon));
        Assert.Contains("demo company", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Store.Reader.GetSnapshotAsync(null, Soon)).Deals.Length);
    }

    [Fact]
    public async Task A_load_that_fails_halfway_writes_nothing()
    {
        await Store.Loader.LoadAsync(new APipeline().Deal("D-2", "Globex", "2025-01-01").Load(), Soon);
        var load = new APipeline().Person("dana", "Dana").Deal("D-1", "Acme", "2025-01-01").Deal("D-2", "Globex", "2025-01-01").Load();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Loader.LoadAsync(load, Soon));

        var snapshot = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal(1, snapshot.Deals.Length);
        Assert.Empty(snapshot.People);
    }

    [Fact]
    public async Task A_history_that_arrives_later_replaces_the_one_made_up_from_the_deal()
    {
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01", "proposal").Deal("D-2", "Globex", "2025-01-01").Load(), Soon);
        var history = new APipeline().Deal("D-1", "Acme", "2025-01-01", then: deal => deal.Moves("2025-02-01", "discovery").Moves("2025-03-01", "proposal"));
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", RewrittenDeals = [new DealChange(new DealId("D-1"), 1, history.Events[new DealId("D-1")])] }, Soon);

        var snapshot = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal(3, snapshot.Find(new DealId("D-1"))!.Visits.Length);
        Assert.Equal(["D-1", "D-2"], snapshot.Deals.ToArray().Select(deal => deal.Id.Value));
        Assert.Equal(3, (await Store.Reader.GetHistoryAsync(new DealId("D-1"), Soon)).Count);
        Assert.Empty((await Store.Check.CheckAsync(null, Soon)).Problems);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2025-06-01")]
    [InlineData("2030-01-01")]
    public async Task Histories_are_read_deal_by_deal_of_those_that_were_touched(string? moment)
    {
        var (after, deals) = (moment is null ? (DateTimeOffset?)null : APipeline.At(moment), new RandomHistory(5).Deals(900));
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = deals }, Soon);
        var read = await Store.Reader.GetHistoriesAsync(after, Soon).ToListAsync(Soon);
        var touched = deals.Where(deal => after is null || deal.Events.Any(happened => happened.Stamp.At > after));
        Assert.Equal(touched.SelectMany(deal => deal.Events).Select(happened => (happened.Deal, happened.GetType())), read.SelectMany(history => history).Select(happened => (happened.Deal, happened.GetType())));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Replayed_day_by_day_the_pipeline_is_what_it_was_as_of_each_day(int seed)
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = new RandomHistory(seed).Deals(200) }, Soon);
        DateTimeOffset[] days = [.. Enumerable.Range(0, 60).Select(week => APipeline.At("2025-01-06T08:30").AddDays(7 * week))];
        var replay = await PipelineReplay.ReadAsync(Store.Reader, days, TestCompany.Profile.Process.PositionOf, Soon);
        foreach (var (day, replayed) in days.Zip(replay.Play()))
        {
            AssertSameDeals(await Store.Reader.GetSnapshotAsync(day, Soon), replayed);
        }
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_whole()
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = new RandomHistory(3).Deals(500) }, Soon);
        var file = Path.Combine(Folder, "backups", "revbot.db");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await Store.Inbox.AcceptAsync(Said($"t{number}"), Soon);
            }
        });
        await Store.Backup.BackupAsync(file, Soon);
        await stop.CancelAsync();
        await writing;

        using var copy = OpenCopy(file);
        Assert.Empty((await copy.Check.CheckAsync(null, Soon)).Problems);
        Assert.Equal(500, (await copy.Reader.GetSnapshotAsync(null, Soon)).Deals.Length);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Backup.BackupAsync(file, Soon));
    }

    protected abstract Store OpenCopy(string file);

    private static void AssertEqual(PipelineSnapshot expected, PipelineSnapshot actual)
    {
        Assert.Equal(expected.Version, actual.Version);
        AssertSameDeals(expected, actual);
    }

    private static void AssertSameDeals(PipelineSnapshot expected, PipelineSnapshot actual)
    {
        Assert.Equal(expected.Deals.Length, actual.Deals.Length);
        foreach (var (one, other) in expected.Deals.ToArray().Zip(actual.Deals.ToArray()))
        {
            Assert.Equal(one with { Visits = other.Visits, PastAmounts = other.PastAmounts, PastCloseDates = other.PastCloseDates, Pauses = other.Pauses, Approvals = other.Approvals, Fields = other.Fields }, other);
            Assert.Equal(one.Visits.ToArray(), other.Visits.ToArray());
            Assert.Equal(one.PastAmounts.ToArray(), other.PastAmounts.ToArray());
            Assert.Equal(one.PastCloseDates.ToArray(), other.PastCloseDates.ToArray());
            Assert.Equal(one.Pauses.ToArray(), other.Pauses.ToArray());
            Assert.Equal(one.Approvals.ToArray(), other.Approvals.ToArray());
            Assert.Equal(one.Fields.OrderBy(field => field.Key), other.Fields.OrderBy(field => field.Key));
            Assert.Same(other, actual.Find(other.Id));
        }
    }
}
