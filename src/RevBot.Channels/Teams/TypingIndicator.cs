using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Shows that an answer is being made when it takes a while: not for the moment most answers take, and no longer than people wait. A sign only: what fails is not tried again.</summary>
internal sealed partial class TypingIndicator(ConnectorClient connector, TimeProvider time, ILogger<TypingIndicator> logger)
{
    private const int MostTimes = 5;

    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    /// <summary>It disappears by itself after some seconds.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3.5);
    private static readonly Activity Typing = new() { Type = "typing" };

    /// <summary>Where somebody waits, and which wait it is: one that was ended must not go on with the next.</summary>
    private readonly ConcurrentDictionary<string, object> _waits = new(StringComparer.Ordinal);

    /// <summary>Somebody said something there and waits. Returns at once.</summary>
    public void Begin(ConversationReference place)
    {
        var wait = new object();
        if (_waits.TryAdd(place.Key, wait))
        {
            _ = ShowAsync(place, wait);
        }
    }

    /// <summary>The answer is on its way.</summary>
    public void End(ConversationReference place) => _waits.TryRemove(place.Key, out _);

    private async Task ShowAsync(ConversationReference place, object wait)
    {
        try
        {
            await Task.Delay(After, time);
            for (var times = 0; times < MostTimes && _waits.GetValueOrDefault(place.Key) == wait; times++)
            {
                await connector.SendAsync(place.Service, ConversationAccount.Join(place.RoomId, place.ThreadId), Typing, CancellationToken.None);
                await Task.Delay(Every, time);
            }
        }
        catch (ConnectorException failed)
        {
            LogNotShown(failed.Code);
        }
        finally
        {
            _waits.TryRemove(KeyValuePair.Create(place.Key, wait));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The typing indicator could not be shown: {Code}")]
    private partial void LogNotShown(string code);
}
