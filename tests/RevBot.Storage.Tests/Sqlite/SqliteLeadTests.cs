using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Sqlite;

/// <summary>What happens to leads here stands on top of what imports say, is written with its turn, and stays.</summary>
public sealed class SqliteLeadTests : StoreTests
{
    private static readonly DateTimeOffset At = APipeline.At("2026-05-14T09:00:00.123");
    private static readonly Lead Jane = new("L-1", "Jane Doe", APipeline.At("2026-05-01"), "MQL", MqlAt: APipeline.At("2026-05-02"));

    [Fact]
    public async Task Every_event_comes_back_as_it_was_written()
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [Jane] }, Soon);
        LeadEvent[] events =
        [
            new LeadEvent.Answered { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.MarketingQualified("400 people", "asked for a demo") { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Routed(null, new PersonId("ana"), "EMEA", RouteChoice.Load, 3, new PersonId("ben"), 7) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Returned(new PersonId("ana"), "Other", "not mine", false) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Parked("no routing rule takes it") { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.OwnerChanged(null, new PersonId("cy")) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Accepted { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.SalesQualified(new Money(50_000.5m, "EUR"), "Ann Lee", "reporting", new DateOnly(2026, 9, 30)) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.FieldSet(LeadFields.Region, null, "EMEA") { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Converted(new DealId("D-1")) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.Disqualified("Duplicate", null) { Lead = "L-1", Stamp = Stamp },
            new LeadEvent.PutBack("t-0") { Lead = "L-1", Stamp = Stamp },
        ];
        var before = await Store.Reader.GetSnapshotAsync(null, Soon);
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Handle(Said("t-1")), leads: writer => writer.Append(new LeadChange("L-1", 0, events))));

        Assert.Equal(events, await Store.LeadHistory.GetLeadHistoryAsync("L-1", Soon));
        var lead = Assert.Single((await Store.Reader.GetSnapshotAsync(null, Soon)).Leads);
        Assert.Equal((12, LifecycleStage.Disqualified, "cy", "D-1", "EMEA"), (lead.Life.Version, lead.Stage, lead.Owner?.Value, lead.Deal?.Value, lead.Region));
        Assert.Equal(Jane, lead.AsImported());
        Assert.Same(LeadLife.None, Assert.Single(before.Leads).Life);
        Assert.Equal(Shown(lead), Shown(Assert.Single((await Open().Reader.GetSnapshotAsync(null, Soon)).Leads)));
        Assert.Contains("lead:L-1@12", (await Store.Audit.ReadAsync(null, null, Soon).LastAsync()).Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_a_lead_at_once_do_not_both_win()
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [Jane] }, Soon);
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(_ => { }, leads: writer => writer.Append(new LeadChange("L-1", 0, [Accepted]))));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(turn => turn.Handle(Said("t-2")), leads: writer => writer.Append(new LeadChange("L-1", 0, [Accepted]))));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(_ => { }, leads: writer => writer.Append(new LeadChange("L-none", 0, [Accepted]))));
        Assert.Single(await Store.LeadHistory.GetLeadHistoryAsync("L-1", Soon));
    }

    [Fact]
    public async Task An_import_of_the_row_leaves_what_was_done_and_the_past_knows_nothing_of_it()
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [Jane] }, Soon);
        await Store.Commit(_ => { }, leads: writer => writer.Append(new LeadChange("L-1", 0, [new LeadEvent.OwnerChanged(null, new PersonId("cy")) { Lead = "L-1", Stamp = Stamp }, Accepted])));
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Leads = [Jane with { Source = "Web" }] }, Soon);

        var lead = Assert.Single((await Store.Reader.GetSnapshotAsync(null, Soon)).Leads);
        Assert.Equal(("Web", LifecycleStage.Sal, "cy"), (lead.Source, lead.Stage, lead.Owner?.Value));
        var then = Assert.Single((await Store.Reader.GetSnapshotAsync(At.AddDays(-1), Soon)).Leads);
        Assert.Equal((LifecycleStage.Mql, null), (then.Stage, then.Owner));
    }

    protected override Store OpenStore() => new(Path.Combine(Folder, "revbot.db"), Time);

    private static EventStamp Stamp => new(At, At, new PersonId("dana"), "t-1", "slack");

    private static LeadEvent.Accepted Accepted => new() { Lead = "L-1", Stamp = Stamp };

    private static string Shown(Lead lead) => string.Join('|', LeadFields.Imported.Concat(["fit", "budget", "timeline"]).Select(field => LeadFold.ValueOf(lead, field)).Append(lead.Life.Reason));
}
