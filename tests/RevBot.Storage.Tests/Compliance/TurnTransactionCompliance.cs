using RevBot.Conversation.Forms;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>One turn, one transaction: what every store must hold to.</summary>
public abstract class TurnTransactionCompliance : StoreTests
{
    private static readonly DealId Acme = new("D-1");

    private EventStamp Now => new(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId("dana"), "turn-1", "slack");

    [Fact]
    public async Task A_turn_is_handled_once()
    {
        await Store.Inbox.AcceptAsync(Said("a"), Soon);
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Handle(Said("a"))));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Store.Commit(turn => turn.Handle(Said("a"))));
    }

    [Fact]
    public async Task A_click_that_never_was_in_the_inbox_is_handled_once_too()
    {
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Handle(Said("click"))));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Open().Commit(turn => turn.Handle(Said("click"))));
        Assert.False(await Store.Inbox.AcceptAsync(Said("click"), Soon));
    }

    [Fact]
    public async Task A_deal_moves_with_everything_the_turn_says()
    {
        await ADeal();
        var outcome = await Store.Commit(
            turn =>
            {
                turn.Handle(Said("a"));
                turn.Send(Message("m1"));
            },
            deals => deals.Append(Move("qualification", "discovery", version: 1)));

        Assert.Equal(CommitOutcome.Committed, outcome);
        var deal = (await Store.Reader.GetSnapshotAsync(null, Soon)).Find(Acme);
        Assert.Equal((new StageId("discovery"), 2, 2), (deal!.Stage, deal.Version, deal.Visits.Length));
        Assert.Equal("m1", Assert.Single(await Store.Outbox.ClaimAsync(1, Soon)).Message.Id);
    }

    [Fact]
    public async Task The_second_of_two_writers_meets_a_conflict_and_nothing_of_it_is_written()
    {
        await ADeal();
        var before = await Store.Reader.GetSnapshotAsync(null, Soon);
        await Store.Commit(_ => { }, deals => deals.Append(Move("qualification", "discovery", version: 1)));
        var outcome = await Store.Commit(
            turn =>
            {
                turn.Handle(Said("second"));
                turn.Send(Message("m2"));
                turn.Remember(ConversationMemory.Empty("a", "c").With("k", "v", Time.GetUtcNow()));
            },
            deals => deals.Append(Move("qualification", "proposal", version: 1)));

        Assert.Equal(CommitOutcome.Conflict, outcome);
        Assert.Equal(new StageId("qualification"), before.Find(Acme)!.Stage);
        Assert.Equal(new StageId("discovery"), (await Store.Reader.GetSnapshotAsync(null, Soon)).Find(Acme)!.Stage);
        Assert.Equal(0, (await Store.Check.CheckAsync(null, Soon)).MessagesWaiting);
        Assert.Empty((await Store.Memory.GetAsync("a", "c", Soon)).Items);
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Handle(Said("second"))));
    }

    [Fact]
    public async Task Of_many_writers_at_once_on_one_version_one_wins()
    {
        await ADeal();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => Store.Commit(
            turn => turn.Handle(Said($"t{number}")),
            deals => deals.Append(Move("qualification", "discovery", version: 1))))));
        Assert.Equal(1, outcomes.Count(outcome => outcome == CommitOutcome.Committed));
        Assert.Equal(63, outcomes.Count(outcome => outcome == CommitOutcome.Conflict));
    }

    [Fact]
    public async Task Two_changes_of_one_deal_in_a_turn_follow_each_other()
    {
        await ADeal();
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(_ => { }, deals =>
        {
            deals.Append(Move("qualification", "discovery", version: 1));
            deals.Append(Move("discovery", "qualification", version: 2));
        }));
        var deal = (await Store.Reader.GetSnapshotAsync(null, Soon)).Find(Acme)!;
        Assert.Equal(["qualification", "discovery", "qualification"], deal.Visits.Select(visit => visit.Stage.Value));
        Assert.Equal(ExitKind.Regressed, deal.Visits[1].Exit);
    }

    [Fact]
    public async Task A_move_that_is_taken_back_leaves_no_stay_behind()
    {
        await ADeal();
        var before = (await Store.Reader.GetSnapshotAsync(null, Soon)).Find(Acme)!;
        await Store.Commit(_ => { }, deals => deals.Append(Move("qualification", "discovery", version: 1)));
        var change = Move("discovery", "qualification", version: 2);
        await Store.Commit(_ => { }, deals => deals.Append(change with { Events = [.. change.Events.Select(happened => happened with { Undoes = "turn-1" })] }));

        Assert.Equal(before.Visits.AsEnumerable(), (await Store.Reader.GetSnapshotAsync(null, Soon)).Find(Acme)!.Visits);
        Assert.Equal(before.Visits.AsEnumerable(), (await Open().Reader.GetSnapshotAsync(null, Soon)).Find(Acme)!.Visits);
        Assert.Empty((await Store.Check.CheckAsync(null, Soon)).Problems);
    }

    [Fact]
    public async Task A_turn_that_breaks_fails_alone()
    {
        await ADeal();
        var broken = Store.Commit(turn => turn.Handle(Said("broken")), deals => deals.Append(new DealChange(
            new DealId("D-none"),
            0,
            [new DealEvent.NoteAdded("no creation") { Deal = new DealId("D-none"), Stamp = Now }])));
        var others = Enumerable.Range(0, 20).Select(number => Store.Commit(turn => turn.Handle(Said($"t{number}")))).ToList();

        await Assert.ThrowsAsync<ArgumentException>(() => broken);
        Assert.All(await Task.WhenAll(others), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Handle(Said("broken"))));
    }

    [Fact]
    public async Task What_was_filled_in_to_an_open_form_is_found_with_when_it_was_seen()
    {
        var now = Time.GetUtcNow();
        await SaveAsync("empty", Dana, FormValues.Empty, now);
        await SaveAsync("older", Dana, Filled("price"), now.AddMinutes(-5));
        await SaveAsync("newer", Dana, Filled("rival"), now);
        await SaveAsync("foreign", Dana with { UserId = "eve" }, Filled("price"), now);
        await SaveAsync("done", Dana, Filled("price"), now, FormSessionState.Submitted);
        await SaveAsync("over", Dana, Filled("price"), now, expires: now);

        Assert.Equal(["older", "newer", "empty"], (await Open().Forms.FindOpenAsync(Dana, now, Soon)).Select(draft => draft.Id));
        Assert.Equal((now, "rival"), (await Store.Forms.FindOpenAsync(Dana, now, Soon)).Single(open => open.Id == "newer") is { } draft ? (draft.SeenAt!.Value, draft.Values["reason"]) : default);
        await Store.Commit(turn => turn.Save(Session("newer", Dana, FormSessionState.Cancelled).Seen(Filled("rival"), now)));
        Assert.Equal(["older", "empty"], (await Store.Forms.FindOpenAsync(Dana, now, Soon)).Select(one => one.Id));

        static FormValues Filled(string reason) => new(new Dictionary<string, string> { ["reason"] = reason });

        Task SaveAsync(string id, Actor actor, FormValues values, DateTimeOffset seen, FormSessionState state = FormSessionState.Open, DateTimeOffset? expires = null) =>
            Store.Commit(turn => turn.Save(Session(id, actor, state, expires).Seen(values, seen)));

        FormSession Session(string id, Actor actor, FormSessionState state, DateTimeOffset? expires = null) => new()
        {
            Id = id,
            FormId = "move-deal.form",
            Actor = actor,
            Conversation = Room("C1"),
            Seed = new Dictionary<string, string>(),
            State = state,
            ExpiresAt = expires ?? now.AddDays(1),
        };
    }

    [Fact]
    public async Task What_somebody_was_offered_is_found_until_it_is_answered_or_over()
    {
        var form = new FormSession { Id = "f1", FormId = "move-deal.form", Actor = Dana, Conversation = Room("C1"), Seed = new Dictionary<string, string>(), ExpiresAt = Time.GetUtcNow().AddDays(1) };
        await Store.Commit(turn => turn.Save(form));
        await Store.Commit(turn => turn.Save(form with { Id = "f2" }));
        await Store.Commit(turn => turn.Save(form with { Id = "f3", Actor = Dana with { UserId = "U2" } }));
        await Store.Commit(turn => turn.Save(form with { Id = "f4", ExpiresAt = Time.GetUtcNow() }));
        Assert.Equal(["f2", "f1"], (await Store.Forms.FindOpenAsync(Dana, Time.GetUtcNow(), Soon)).Select(open => open.Id));
        await Store.Commit(turn => turn.Save(form with { Id = "f2", State = FormSessionState.Submitted }));
        Assert.Equal(["f1"], (await Open().Forms.FindOpenAsync(Dana, Time.GetUtcNow(), Soon)).Select(open => open.Id));
        Assert.Empty(await Store.Forms.FindOpenAsync(Dana with { Channel = "teams" }, Time.GetUtcNow(), Soon));
    }

    [Fact]
    public async Task A_form_is_submitted_once()
    {
        var form = new FormSession
        {
            Id = "f1",
            FormId = "move-deal.form",
            Actor = Dana,
            Conversation = Room("C1"),
            Seed = new Dictionary<string, string> { ["deal"] = "D-1" },
            Values = new FormValues(new Dictionary<string, string> { ["reason"] = "price" }),
            Prompt = Posted("17.1"),
            ExpiresAt = Time.GetUtcNow().AddDays(1),
        };
        await Store.Commit(turn => turn.Save(form));
        Assert.Equivalent(form, await Open().Forms.FindAsync("f1", Soon), strict: true);

        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Save(form with { State = FormSessionState.Submitted })));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(turn => turn.Save(form with { State = FormSessionState.Submitted })));
        Assert.Equal(FormSessionState.Submitted, (await Store.Forms.FindAsync("f1", Soon))!.State);
        Assert.Null(await Store.Forms.FindAsync("f2", Soon));
    }

    [Fact]
    public async Task Memory_is_kept_and_forgotten()
    {
        var memory = ConversationMemory.Empty(Dana.Key, "slack:T1:C1").With("question", "pipeline", Time.GetUtcNow());
        await Store.Commit(turn => turn.Remember(memory));
        Assert.Equal("pipeline", (await Open().Memory.GetAsync(Dana.Key, "slack:T1:C1", Soon)).Recall("question", Time.GetUtcNow()));

        await Store.Commit(turn => turn.Remember(memory.With("question", null, Time.GetUtcNow())));
        Assert.Empty((await Store.Memory.GetAsync(Dana.Key, "slack:T1:C1", Soon)).Items);
    }

    [Fact]
    public async Task A_due_time_is_done_once()
    {
        var due = Time.GetUtcNow();
        Assert.Null(await Store.Jobs.GetLastDoneAsync("stalled-deals", Soon));
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(run => run.CompleteJob("stalled-deals", due)));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Open().Commit(run => run.CompleteJob("stalled-deals", due)));
        Assert.Equal(due, await Store.Jobs.GetLastDoneAsync("stalled-deals", Soon));
    }

    [Fact]
    public async Task A_mark_replaces_the_one_of_the_same_stay()
    {
        var told = new AlertMark(new AlertSubject("stalled-deal", Acme.Value, 2), Time.GetUtcNow(), null, null, "stall:D-1");
        await Store.Commit(_ => { }, alerts: alerts => alerts.Put(told));
        var snoozed = told with { SnoozedUntil = new DateOnly(2026, 11, 28), SnoozedBy = new PersonId("dana"), SnoozeReason = "legal is away", Shown = "Acme is stuck", EndedAt = Time.GetUtcNow(), NotUsefulBy = new PersonId("mo") };
        await Store.Commit(_ => { }, alerts: alerts => alerts.Put(snoozed));

        Assert.Equal(snoozed, Assert.Single(await Open().Alerts.GetMarksAsync("stalled-deal", Soon)));
        Assert.Equal(snoozed, await Store.Alerts.FindMarkAsync(told.Subject, Soon));
        Assert.Null(await Store.Alerts.FindMarkAsync(told.Subject with { Occurrence = 3 }, Soon));
        Assert.Equal(snoozed, Assert.Single(await Store.Alerts.GetMarksAsync(["other", "stalled-deal"], Soon)));
        Assert.Empty(await Store.Alerts.GetMarksAsync("other", Soon));
    }

    [Fact]
    public async Task An_alert_counts_as_told_where_its_message_went_or_may_still_go()
    {
        var tellings = new[] { "sent", "waiting", "dead", "dropped" }.Select(message => new AlertTelling(new AlertSubject("stalled-deal", Acme.Value, 2), $"slack:{message}", message)).ToList();
        await Store.Commit(turn => tellings.ForEach(telling => turn.Send(Message(telling.MessageId))), alerts: alerts => tellings.ForEach(alerts.Put));
        await EndAsync("sent", item => Store.Outbox.MarkDeliveredAsync(item, Posted("17.1"), Soon));
        await EndAsync("dead", item => Store.Outbox.MarkDeadAsync(item, "not_in_channel", Soon));
        await EndAsync("dropped", item => Store.Outbox.MarkDroppedAsync(item, "within its limit", Soon));

        Assert.Equal(["slack:sent", "slack:waiting"], (await Open().Alerts.GetTellingsAsync("stalled-deal", Soon)).Select(telling => telling.Place));
        Assert.Empty(await Store.Alerts.GetTellingsAsync("other", Soon));

        // Told again by another message, where the first one could not be sent.
        await Store.Commit(turn => turn.Send(Message("second")), alerts: alerts => alerts.Put(tellings[2] with { MessageId = "second" }));
        Assert.Equal(["slack:dead", "slack:sent", "slack:waiting"], (await Open().Alerts.GetTellingsAsync("stalled-deal", Soon)).Select(telling => telling.Place));

        async Task EndAsync(string message, Func<OutboxItem, Task> end) => await end(new OutboxItem(Message(message), 1));
    }

    [Fact]
    public async Task Of_two_runs_that_tell_one_alert_in_one_room_the_second_one_tells_nothing()
    {
        var telling = new AlertTelling(new AlertSubject("stalled-deal", Acme.Value, 2), "slack:C1", "first");
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Send(Message("first")), alerts: alerts => alerts.Put(telling)));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(turn => turn.Send(Message("second")), alerts: alerts => alerts.Put(telling with { MessageId = "second" })));

        Assert.Equal("first", Assert.Single(await Open().Alerts.GetTellingsAsync("stalled-deal", Soon)).MessageId);
    }

    [Fact]
    public async Task What_was_told_is_told_once_more_by_a_run_that_knows_of_it()
    {
        var telling = new AlertTelling(new AlertSubject("stalled-deal", Acme.Value, 2), "slack:C1", "first");
        await Store.Commit(turn => turn.Send(Message("first")), alerts: alerts => alerts.Put(telling));
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn => turn.Send(Message("second")), alerts: alerts => alerts.Put(telling with { MessageId = "second", After = "first" })));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(turn => turn.Send(Message("third")), alerts: alerts => alerts.Put(telling with { MessageId = "third", After = "first" })));
        Assert.Equal("second", Assert.Single(await Open().Alerts.GetTellingsAsync("stalled-deal", Soon)).MessageId);
    }

    [Fact]
    public async Task A_profile_is_kept()
    {
        var profile = new ActorProfile("Dana", "dana@example.com", "Europe/Berlin", Locale: "en-GB");
        await Store.Profiles.SaveAsync(Dana, profile, Time.GetUtcNow(), Soon);
        Assert.Equal(new StoredProfile(profile, Time.GetUtcNow()), await Open().Profiles.FindAsync(Dana, Soon));
        Assert.Null(await Store.Profiles.FindAsync(Dana with { UserId = "U-none" }, Soon));
    }

    [Fact]
    public async Task Whoever_has_an_e_mail_address_is_found_by_it_last_heard_first()
    {
        var profile = new ActorProfile("Dana", "Dana+Sales@Example.com", "Europe/Berlin");
        var inTeams = new Actor("teams", "tenant", "29:1:a");
        await Store.Profiles.SaveAsync(inTeams, profile with { Email = "dana+sales@example.com" }, Time.GetUtcNow(), Soon);
        await Store.Profiles.SaveAsync(Dana, profile, Time.GetUtcNow().AddHours(1), Soon);
        await Store.Profiles.SaveAsync(Dana with { UserId = "U2" }, new ActorProfile("Guest", null, null), Time.GetUtcNow(), Soon);

        var found = await Open().Profiles.FindByEmailAsync("dana+SALES@example.com", Soon);
        Assert.Equal([Dana, inTeams], found.Select(one => one.Actor));
        Assert.Equal((profile, Time.GetUtcNow().AddHours(1)), (found[0].Profile, found[0].At));

        await Store.Profiles.SaveAsync(Dana, profile with { Email = "dana@example.com" }, Time.GetUtcNow(), Soon);
        Assert.Equal([inTeams], (await Open().Profiles.FindByEmailAsync("dana+sales@example.com", Soon)).Select(one => one.Actor));
    }

    private Task ADeal() => Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2026-10-01", amount: 1_000m).Load(), Soon);

    private DealChange Move(string from, string to, int version) =>
        new(Acme, version, [new DealEvent.StageChanged(new StageId(from), new StageId(to)) { Deal = Acme, Stamp = Now }]);
}
