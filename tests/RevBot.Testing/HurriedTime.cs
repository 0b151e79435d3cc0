namespace RevBot.Testing;

/// <summary>A clock that runs faster than the world's, for tests in which many waits pass while other things really happen.</summary>
/// <param name="factor">How many of its seconds pass in one.</param>
public sealed class HurriedTime(double factor) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + (System.GetElapsedTime(_started) * factor);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    // The infinite wait, below zero, stays what it is.
    private TimeSpan Shorten(TimeSpan wait) => wait > TimeSpan.Zero ? wait / factor : wait;

    private sealed class HurriedTimer(ITimer inner, HurriedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Shorten(dueTime), time.Shorten(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
