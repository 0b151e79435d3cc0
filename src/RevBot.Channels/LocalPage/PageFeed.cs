namespace RevBot.Channels.LocalPage;

/// <summary>Wakes the open pages when something was sent, so that they need not ask all the time.</summary>
internal sealed class PageFeed(TimeProvider clock)
{
    /// <summary>A message is marked as sent a moment after the bell; and another process may have sent one without it.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private TaskCompletionSource _bell = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref _bell, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Until the next bell, or half a second.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var bell = Volatile.Read(ref _bell).Task;
        if (await Task.WhenAny(bell, Task.Delay(Longest, clock, cancellationToken)) == bell)
        {
            await Task.Delay(Settle, clock, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
