using RevBot.Conversation.Turns;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>What every store's inbox must do.</summary>
public abstract class InboxCompliance : StoreTests
{
    [Fact]
    public async Task A_turn_is_accepted_once()
    {
        Assert.True(await Store.Inbox.AcceptAsync(Said("a"), Soon));
        Assert.False(await Store.Inbox.AcceptAsync(Said("a"), Soon));
    }

    [Fact]
    public async Task Of_many_deliveries_at_once_one_is_accepted_for_each_id()
    {
        var accepted = await Task.WhenAll(Enumerable.Range(0, 256).Select(number => Task.Run(() => Store.Inbox.AcceptAsync(Said($"event-{number % 64}"), Soon).AsTask())));
        Assert.Equal(64, accepted.Count(isNew => isNew));
    }

    [Fact]
    public async Task An_accepted_turn_comes_back_as_it_was()
    {
        var turn = Said("a", "what's our pipeline?") with { Conversation = new ConversationReference("slack", "T1", "C1", "17.1", false, "https://reply", null), Client = new ClientInfo("Europe/Berlin", "en-GB") };
        await Store.Inbox.AcceptAsync(turn, Soon);
        Assert.Equal(turn, Assert.Single(await Store.Inbox.ClaimAsync(10, Soon)));
    }

    [Fact]
    public async Task Turns_of_one_conversation_are_given_out_one_after_the_other()
    {
        await Store.Inbox.AcceptAsync(Said("a"), Soon);
        await Store.Inbox.AcceptAsync(Said("b"), Soon);
        await Store.Inbox.AcceptAsync(Said("c", room: "C2"), Soon);

        Assert.Equal(["a", "c"], (await Store.Inbox.ClaimAsync(10, Soon)).Select(turn => turn.Id));
        await Store.Commit(turn => turn.Handle(Said("a")));
        Assert.Equal(["b"], (await Store.Inbox.ClaimAsync(10, Soon)).Select(turn => turn.Id));
        Assert.Equal(2, Store.Inbox.Waiting);
    }

    [Fact]
    public async Task A_claim_waits_for_the_next_turn()
    {
        await Store.Inbox.AcceptAsync(Said("a"), Soon);
        await Store.Inbox.ClaimAsync(1, Soon);
        var claim = Store.Inbox.ClaimAsync(1, Soon).AsTask();
        Assert.False(claim.IsCompleted);

        await Store.Inbox.AcceptAsync(Said("b", room: "C2"), Soon);
        Assert.Equal("b", Assert.Single(await claim).Id);
    }

    [Fact]
    public async Task A_claim_that_is_cancelled_ends()
    {
        using var stop = new CancellationTokenSource();
        var claim = Store.Inbox.ClaimAsync(1, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => claim);
    }

    [Fact]
    public async Task What_was_accepted_or_claimed_before_a_crash_is_given_out_again_in_order()
    {
        await Store.Inbox.AcceptAsync(Said("a"), Soon);
        await Store.Inbox.AcceptAsync(Said("b"), Soon);
        await Store.Inbox.AcceptAsync(Said("done", room: "C2"), Soon);
        await Store.Inbox.ClaimAsync(10, Soon);
        await Store.Commit(turn => turn.Handle(Said("done", room: "C2")));

        var next = Open();
        Assert.Equal(["a"], (await next.Inbox.ClaimAsync(10, Soon)).Select(turn => turn.Id));
        await next.Commit(turn => turn.Handle(Said("a")));
        Assert.Equal(["b"], (await next.Inbox.ClaimAsync(10, Soon)).Select(turn => turn.Id));
    }

    [Fact]
    public async Task A_turn_that_another_process_accepted_is_found_within_a_second()
    {
        await Store.Inbox.AcceptAsync(Said("mine"), Soon);
        await Store.Inbox.ClaimAsync(10, Soon);
        await Open().Inbox.AcceptAsync(Said("theirs", room: "C2"), Soon);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("theirs", Assert.Single(await Store.Inbox.ClaimAsync(10, Soon)).Id);
    }

    [Fact]
    public async Task A_turn_that_fails_is_tried_five_times_and_then_set_aside()
    {
        await Store.Inbox.AcceptAsync(Said("bad"), Soon);
        await Store.Inbox.AcceptAsync(Said("good"), Soon);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            var turn = Assert.Single(await Store.Inbox.ClaimAsync(10, Soon));
            Assert.Equal("bad", turn.Id);
            Assert.Equal(attempt < 5, await Store.Inbox.ReleaseAsync(turn, "it broke", Soon));
        }

        Assert.Equal("good", Assert.Single(await Store.Inbox.ClaimAsync(10, Soon)).Id);
        Assert.Equal(1, (await Store.Check.CheckAsync(null, Soon)).TurnsDead);
        Assert.Equal("good", Assert.Single(await Open().Inbox.ClaimAsync(10, Soon)).Id);
    }
}
