using RevBot.Conversation.Turns;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>A due time is done once, with all its writes or none: what every store must hold to.</summary>
public abstract class JobLedgerCompliance : StoreTests
{
    private const string Job = "nightly";

    private DateTimeOffset Due => new(Time.GetUtcNow().Date.AddHours(2), TimeSpan.Zero);

    [Fact]
    public async Task A_due_time_is_done_once_also_after_a_restart()
    {
        Assert.Equal(CommitOutcome.Committed, await Telling(Store, "first").Runner.RunDueAsync(Job, Due, Soon));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Telling(Store, "second").Runner.RunDueAsync(Job, Due, Soon));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Telling(Open(), "third").Runner.RunDueAsync(Job, Due, Soon));
        Assert.Equal(CommitOutcome.Committed, await Telling(Open(), "next day").Runner.RunDueAsync(Job, Due.AddDays(1), Soon));
        Assert.Equal(["first", "next day"], await WaitingAsync());
        Assert.Equal(Due.AddDays(1), await Open().Jobs.GetLastDoneAsync(Job, Soon));
    }

    [Fact]
    public async Task Of_two_runners_that_race_for_a_due_time_one_does_it_and_the_other_writes_nothing()
    {
        for (var day = 0; day < 20; day++)
        {
            using var start = new Barrier(2);
            var outcomes = await Task.WhenAll(new[] { Store, Open() }.Index().Select(one =>
            {
                one.Item.Work = (transaction, due) => Task.Run(() =>
                {
                    transaction.Send(Message($"{day}-{one.Index}"));

                    // Both have looked at the same state before either commits.
                    start.SignalAndWait();
                });
                return Task.Run(() => one.Item.Runner.RunDueAsync(Job, Due.AddDays(day), Soon));
            }));
            Assert.Equal([CommitOutcome.Committed, CommitOutcome.AlreadyHandled], outcomes.Order());
        }

        Assert.Equal(Enumerable.Range(0, 20), (await WaitingAsync()).Select(id => int.Parse(id.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task A_run_that_fails_writes_nothing_and_is_done_by_the_next()
    {
        Store.Work = (transaction, _) =>
        {
            transaction.Send(Message("half"));
            throw new InvalidOperationException("broken");
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Runner.RunDueAsync(Job, Due, Soon));
        Assert.Null(await Store.Jobs.GetLastDoneAsync(Job, Soon));
        Assert.Equal(CommitOutcome.Committed, await Telling(Open(), "whole").Runner.RunDueAsync(Job, Due, Soon));
        Assert.Equal(["whole"], await WaitingAsync());
    }

    [Fact]
    public async Task What_came_due_while_nobody_ran_is_made_up_for_once()
    {
        await Telling(Store, "first").Runner.RunDueAsync(Job, Due, Soon);
        Time.Advance(TimeSpan.FromDays(5));
        for (var restart = 0; restart < 3; restart++)
        {
            var process = Telling(Open(), $"after {restart}");
            using var worker = process.NewScheduler(Time);
            await worker.StartAsync(CancellationToken.None);
            for (var waits = 0; await process.Jobs.GetLastDoneAsync(Job, Soon) != Due || Time.WaitingTimers == 0; waits++)
            {
                Assert.True(waits < 10_000, "The worker never came to rest.");
                await Task.Delay(1);
            }

            await worker.StopAsync(CancellationToken.None);
        }

        Assert.Equal(["first", "after 0"], await WaitingAsync());
    }

    private Store Telling(Store store, string message)
    {
        store.Work = (transaction, due) =>
        {
            transaction.Send(Message(message, room: message));
            return Task.CompletedTask;
        };
        return store;
    }

    private async Task<List<string>> WaitingAsync()
    {
        var store = Open();
        var found = new List<string>();
        while (store.Outbox.Waiting > 0)
        {
            foreach (var item in await store.Outbox.ClaimAsync(100, Soon))
            {
                found.Add(item.Message.Id);
                store.Outbox.SetAside(item);
            }
        }

        return found;
    }
}
