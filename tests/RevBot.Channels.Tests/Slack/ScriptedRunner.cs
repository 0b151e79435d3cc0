using System.Threading.Channels;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Tests.Slack;

/// <summary>A runner that does what the test says and tells which turns it was given.</summary>
internal sealed class ScriptedRunner : ITurnRunner
{
    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();

    public Func<Turn, Task<TurnResult>> Script { get; set; } = _ => Task.FromResult(new TurnResult());

    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        _turns.Writer.TryWrite(turn);
        return await Script(turn);
    }

    public async Task<Turn> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _turns.Reader.ReadAsync(patience.Token);
    }

    public bool HasRun => _turns.Reader.Count > 0;
}
