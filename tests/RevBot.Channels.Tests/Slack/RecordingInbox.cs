using System.Collections.Concurrent;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Tests.Slack;

/// <summary>An inbox that remembers what it was given; the same id counts once.</summary>
internal sealed class RecordingInbox : IInbox
{
    private readonly ConcurrentDictionary<string, Turn> _byId = new();

    public IReadOnlyList<Turn> Accepted => [.. _byId.Values.OrderBy(turn => turn.Id, StringComparer.Ordinal)];

    public Turn Only => Assert.Single(Accepted);

    /// <summary>The store is broken.</summary>
    public bool IsBroken { get; set; }

    public int Waiting => _byId.Count;

    public ValueTask<bool> AcceptAsync(Turn turn, CancellationToken cancellationToken) =>
        IsBroken ? throw new IOException("disk full") : ValueTask.FromResult(_byId.TryAdd(turn.Id, turn));

    public ValueTask<IReadOnlyList<Turn>> ClaimAsync(int max, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ReleaseAsync(Turn turn, string error, CancellationToken cancellationToken) => throw new NotSupportedException();
}
