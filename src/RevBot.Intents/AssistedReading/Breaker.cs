namespace RevBot.Intents.AssistedReading;

/// <summary>Stops asking for a minute after some failures in a row; then one call finds out whether it is worth asking again.</summary>
internal sealed class Breaker(TimeProvider time)
{
    public const int Failures = 3;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _closedUntil;

    /// <summary>Whether a call may be made. Behind a pause only one may, until it is known how it went.</summary>
    public bool TryPass()
    {
        lock (_lock)
        {
            if (_failures < Failures)
            {
                return true;
            }

            var now = time.GetUtcNow();
            if (now < _closedUntil)
            {
                return false;
            }

            _closedUntil = now + Pause;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _failures = 0;
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
            _closedUntil = time.GetUtcNow() + Pause;
        }
    }
}
