using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RevBot.Channels.Tests.Slack;

/// <summary>Keeps log lines, to show what is not in them.</summary>
internal sealed class ListLogger : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public string Text => string.Join('\n', _lines);

    public async Task WaitForAsync(string part)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!Text.Contains(part, StringComparison.Ordinal))
        {
            await _arrived.WaitAsync(patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        try
        {
            _arrived.Release();
        }
        catch (ObjectDisposedException)
        {
            // Said after the end of the test.
        }
    }

    public void Dispose() => _arrived.Dispose();
}
