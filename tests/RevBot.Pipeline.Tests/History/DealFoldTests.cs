using System.Text.Json;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.History;

public sealed class DealFoldTests
{
    [Fact]
    public void A_deal_is_what_its_events_made_it()
    {
        var deal = Fold("2026-01-05", story => story.Moves("2026-01-12", "discovery").Moves("2026-01-20", "proposal").Wins("2026-02-02", signed: "2026-01-30"));

        Assert.Equal((DealStatus.Won, new StageId("won"), 4), (deal.Status, deal.Stage, deal.Version));
        Assert.Equal((new DateOnly(2026, 2, 2), new DateOnly(2026, 1, 30)), (deal.CloseDate, deal.ClosedOn));
        Assert.Equal(["qualification", "discovery", "proposal"], deal.Visits.Select(visit => visit.Stage.Value));
        Assert.Equal([ExitKind.Advanced, ExitKind.Advanced, ExitKind.Won], deal.Visits.Select(visit => visit.Exit));
        Assert.Equal(APipeline.At("2026-02-02"), deal.ChangedAt);
    }

    [Fact]
    public void Going_back_is_a_new_stay_of_the_earlier_stage()
    {
        var deal = Fold("2026-01-05", story => story.Moves("2026-01-12", "proposal").Moves("2026-01-20", "discovery"));

        Assert.Equal([ExitKind.Advanced, ExitKind.Regressed, ExitKind.None], deal.Visits.Select(visit => visit.Exit));
        Assert.Equal(["qualification", "proposal", "discovery"], deal.Visits.Select(visit => visit.Stage.Value));
    }

    [Fact]
    public void Jumping_over_a_stage_is_no_stay_in_it() =>
        Assert.DoesNotContain(Fold("2026-01-05", story => story.Moves("2026-01-12", "negotiation")).Visits, visit => visit.Stage.Value is "discovery" or "proposal");

    [Fact]
    public void Reopening_voids_the_closing()
    {
        var deal = Fold("2026-01-05", story => story.Loses("2026-01-20", "price", "no_budget").Reopens("2026-02-10", "discovery"));

        Assert.Equal((DealStatus.Open, null, null, null), (deal.Status, deal.LossReason, deal.LossDetail, deal.ClosedOn));
        Assert.Equal([ExitKind.Lost, ExitKind.None], deal.Visits.Select(visit => visit.Exit));
        Assert.Equal(APipeline.At("2026-01-05"), deal.CreatedAt);
    }

    [Fact]
    public void A_stay_never_ends_before_it_began()
    {
        var visit = Fold("2026-01-05T12:00", story => story.Moves("2026-01-05T11:59", "discovery")).Visits[0];

        Assert.Equal(visit.EnteredAt, visit.ExitedAt);
    }

    [Fact]
    public void Only_a_later_close_date_is_a_push()
    {
        var dates = new DateOnly?[] { new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 15), null, new DateOnly(2026, 5, 1) };

        var deal = Fold("2026-01-05", story =>
        {
            foreach (var (from, to) in dates.Zip(dates.Skip(1)))
            {
                story.Add(APipeline.At("2026-01-06"), stamp => new DealEvent.CloseDateChanged(from, to) { Deal = story.Id, Stamp = stamp });
            }
        });

        Assert.Equal(1, deal.CloseDatePushes);
    }

    [Fact]
    public void What_amount_and_close_date_were_before_is_kept()
    {
        var deal = Fold("2026-01-05", story => story
            .Add(APipeline.At("2026-01-06"), stamp => new DealEvent.AmountChanged(null, new Money(5_000, "USD")) { Deal = story.Id, Stamp = stamp })
            .Add(APipeline.At("2026-01-07"), stamp => new DealEvent.CloseDateChanged(null, new DateOnly(2026, 3, 1)) { Deal = story.Id, Stamp = stamp })
            .Add(APipeline.At("2026-01-08"), stamp => new DealEvent.AmountChanged(new Money(5_000, "USD"), new Money(8_000, "EUR")) { Deal = story.Id, Stamp = stamp })
            .Wins("2026-02-02"));

        Assert.Equal([(APipeline.At("2026-01-06").UtcTicks, null), (APipeline.At("2026-01-08").UtcTicks, new Money(5_000, "USD"))], deal.PastAmounts.Select(past => (past.UntilTicks, past.Amount)));
        Assert.Equal([(null, true), (new DateOnly(2026, 3, 1), false)], deal.PastCloseDates.Select(past => (past.Date, past.IsReplanned)));
    }

    [Fact]
    public void A_change_that_is_undone_leaves_no_past_value()
    {
        var (march, april) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

        var deal = Fold("2026-01-05", story => story
            .Add(APipeline.At("2026-01-06"), stamp => new DealEvent.CloseDateChanged(null, march) { Deal = story.Id, Stamp = stamp })
            .Add(APipeline.At("2026-01-07"), stamp => new DealEvent.CloseDateChanged(march, april) { Deal = story.Id, Stamp = stamp })
            .Loses("2026-01-07")
            .Add(APipeline.At("2026-01-08"), stamp => new DealEvent.Reopened(new StageId("lost"), new StageId("qualification"), march) { Deal = story.Id, Stamp = stamp, Undoes = "test-2" }));

        Assert.Equal((march, 1), (deal.CloseDate, deal.PastCloseDates.Length));
        Assert.Null(deal.PastCloseDates[0].Date);
    }

    [Fact]
    public void Company_fields_are_kept_beside_the_built_in_ones()
    {
        var deal = Fold("2026-01-05", story => story
            .Add(APipeline.At("2026-01-06"), stamp => new DealEvent.FieldSet("budget", null, "Approved") { Deal = story.Id, Stamp = stamp })
            .Add(APipeline.At("2026-01-06"), stamp => new DealEvent.FieldSet(DealFields.Source, null, "Partner") { Deal = story.Id, Stamp = stamp }));

        Assert.Equal(("Approved", "Partner"), (deal.Fields["budget"], deal.Source));
    }

    [Fact]
    public void Events_out_of_place_are_refused()
    {
        var history = new APipeline().Deal("D-1", "Acme", "2026-01-05", then: story => story.Moves("2026-01-06", "discovery")).Events[new DealId("D-1")];
        var deal = DealFold.Apply(null, history[0], _ => 0);

        Assert.Throws<ArgumentException>(() => DealFold.Apply(null, history[1], _ => 0));
        Assert.Throws<ArgumentException>(() => DealFold.Apply(deal, history[0], _ => 0));
        Assert.Throws<ArgumentException>(() => DealFold.Apply(deal, history[1] with { Deal = new DealId("D-2") }, _ => 0));
    }

    [Fact]
    public void Every_event_survives_being_written_down()
    {
        var stamp = new EventStamp(APipeline.At("2026-01-05"), APipeline.At("2026-01-05"), new PersonId("dana"), "t1", "slack");
        var (id, from, to, day) = (new DealId("D-1"), new StageId("a"), new StageId("b"), new DateOnly(2026, 1, 5));
        DealEvent[] events =
        [
            new DealEvent.Created { Deal = id, Stamp = stamp, Name = "Acme", Stage = from, Amount = new Money(5, "USD") },
            new DealEvent.StageChanged(from, to) { Deal = id, Stamp = stamp, Undoes = "t0" },
            new DealEvent.AmountChanged(null, new Money(5, "USD")) { Deal = id, Stamp = stamp },
            new DealEvent.CloseDateChanged(day, null) { Deal = id, Stamp = stamp },
            new DealEvent.OwnerChanged(null, new PersonId("dana")) { Deal = id, Stamp = stamp },
            new DealEvent.NextStepChanged(null, null, "call", day) { Deal = id, Stamp = stamp },
            new DealEvent.FieldSet("budget", null, "yes") { Deal = id, Stamp = stamp },
            new DealEvent.Won(from, to, day, day, null) { Deal = id, Stamp = stamp },
            new DealEvent.Lost(from, to, day, "price", null, "note", "Acumen", day) { Deal = id, Stamp = stamp },
            new DealEvent.Reopened(from, to, day) { Deal = id, Stamp = stamp },
            new DealEvent.Removed { Deal = id, Stamp = stamp },
            new DealEvent.NoteAdded("hello") { Deal = id, Stamp = stamp },
            new DealEvent.ActivityLogged("call", day, "Jane Doe", "they want a pilot") { Deal = id, Stamp = stamp },
            new DealEvent.ApprovalAsked(new ApprovalRequest { Stage = to, Waives = ["budget"], Bound = new ApprovalBound("amount", 5), Reason = "the board meets", Until = day, Approvers = [new Approver("manager", [new PersonId("mo")])] }) { Deal = id, Stamp = stamp },
            new DealEvent.ApprovalAnswered(1, 0, false, "too early") { Deal = id, Stamp = stamp },
            new DealEvent.ApprovalWithdrawn(1) { Deal = id, Stamp = stamp },
            new DealEvent.Paused(day, "budget freeze", null, "legal") { Deal = id, Stamp = stamp },
            new DealEvent.Resumed(day, "budget freeze") { Deal = id, Stamp = stamp },
        ];

        Assert.All(events, happened => Assert.Equal(happened, Copy(happened)));
        Assert.Equal(typeof(DealEvent).GetNestedTypes().Length, events.Length);
    }

    /// <summary>Written and read; the fields of a creation are compared by reference and left alone here.</summary>
    private static DealEvent? Copy(DealEvent happened) =>
        JsonSerializer.Deserialize<DealEvent>(JsonSerializer.Serialize(happened)) switch
        {
            DealEvent.Created created when happened is DealEvent.Created original => created with { Fields = original.Fields },
            var other => other,
        };

    private static Deal Fold(string created, Action<DealStory> then) =>
        new APipeline().Deal("D-1", "Acme", created, then: then).Snapshot().Deals.Span[0];
}
