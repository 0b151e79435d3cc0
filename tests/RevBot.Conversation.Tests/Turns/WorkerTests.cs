using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Turns;

public sealed class WorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Accepted_turns_are_handled_in_order_and_their_answers_sent()
    {
        await using var bot = SampleBot.Rich();
        using var turns = TurnWorker(bot, bot.Services.GetRequiredService<ITurnRunner>());
        using var sends = new OutboxWorker(bot.Store, bot.Services.GetRequiredService<OutboxSender>(), Options.Create(new WorkerOptions()), bot.Time, NullLogger<OutboxWorker>.Instance);
        for (var number = 0; number < 200; number++)
        {
            await bot.Store.AcceptAsync(Said(number, number % 10), CancellationToken.None);
        }

        await turns.StartAsync(CancellationToken.None);
        await sends.StartAsync(CancellationToken.None);
        await UntilAsync(() => bot.Channel.Sent.Count == 200);
        await turns.StopAsync(CancellationToken.None);
        await sends.StopAsync(CancellationToken.None);

        Assert.All(
            bot.Channel.Sent.GroupBy(message => message.To.RoomId),
            room => Assert.Equal(room.OrderBy(message => int.Parse(message.TurnId, CultureInfo.InvariantCulture)), room));
    }

    [Fact]
    public async Task Stopping_finishes_what_is_under_way()
    {
        await using var bot = SampleBot.Rich();
        var runner = new SlowRunner();
        using var worker = TurnWorker(bot, runner);
        await bot.Store.AcceptAsync(Said(1, 1), CancellationToken.None);
        await worker.StartAsync(CancellationToken.None);
        await runner.Started.Task.WaitAsync(Patience);
        var stopped = worker.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        runner.GoOn.SetResult();
        await stopped.WaitAsync(Patience);
        Assert.Equal(1, runner.Finished);
    }

    [Fact]
    public async Task A_turn_the_store_fails_on_is_given_back_until_it_is_set_aside()
    {
        await using var bot = SampleBot.Rich();
        using var worker = TurnWorker(bot, new BrokenRunner());
        await bot.Store.AcceptAsync(Said(1, 1), CancellationToken.None);
        await worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => bot.Store.DeadTurns.Count == 1);
        await worker.StopAsync(CancellationToken.None);
    }

    private static TurnWorker TurnWorker(TestBot bot, ITurnRunner runner) =>
        new(bot.Store, runner, Options.Create(new WorkerOptions()), bot.Time, NullLogger<TurnWorker>.Instance);

    private static Turn Said(int number, int room) => new()
    {
        Id = number.ToString(CultureInfo.InvariantCulture),
        ReceivedAt = DateTimeOffset.UnixEpoch,
        Actor = new Actor("slack", "T1", "dana"),
        Conversation = new ConversationReference("slack", "T1", $"C{room}"),
        Input = new TurnInput.Said("pipeline"),
    };

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var enough = new CancellationTokenSource(Patience);
        while (!holds())
        {
            enough.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class SlowRunner : ITurnRunner
    {
        public TaskCompletionSource Started { get; } = new();

        public TaskCompletionSource GoOn { get; } = new();

        public int Finished { get; private set; }

        public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
        {
            Started.SetResult();
            await GoOn.Task;
            Finished++;
            return new TurnResult();
        }
    }

    private sealed class BrokenRunner : ITurnRunner
    {
        public Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken) => throw new InvalidOperationException("The disk is full.");
    }
}
