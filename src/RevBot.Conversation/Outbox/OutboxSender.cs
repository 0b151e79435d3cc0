using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Sends one stored message and writes down how it went: is it still true, where does it go, did it arrive, when to try again.</summary>
public sealed partial class OutboxSender(
    IOutbox outbox, ChannelDirectory channels, AudienceGate gate, IEnumerable<IRoomWatch> watches, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxSender> logger)
{
    /// <summary>Updates of a card that was not posted by then are let go: there is nothing to update.</summary>
    private static readonly TimeSpan CardAppearsWithin = TimeSpan.FromHours(1);

    public async Task SendAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var outcome = await TryAsync(item.Message, cancellationToken);
        TurnTelemetry.Sends.Add(1, new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        switch (outcome)
        {
            case Sent sent:
                await outbox.MarkDeliveredAsync(item, sent.Message, cancellationToken);
                break;
            case Dropped dropped:
                LogDropped(item.Message.Id, item.Message.TurnId);
                await outbox.MarkDroppedAsync(item, dropped.Reason, cancellationToken);
                break;
            case Dead dead:
                await BuryAsync(item, dead.Error, cancellationToken);
                break;
            case Elsewhere elsewhere when time.GetUtcNow() - (item.Message.NotBefore ?? item.Message.CreatedAt) < RetrySchedule.GiveUpAfter:
                LogSetAside(item.Message.Id, elsewhere.Error);
                outbox.SetAside(item);
                break;
            case Elsewhere elsewhere:
                await BuryAsync(item, elsewhere.Error, cancellationToken);
                break;
            case Later later when RetrySchedule.NextAttempt(item.Message, item.Attempts + 1, later.After, time.GetUtcNow()) is { } next:
                LogRetry(item.Message.Id, item.Attempts + 1, next);
                await outbox.MarkFailedAsync(item, later.Error, next, cancellationToken);
                break;
            case Later later:
                await BuryAsync(item, $"Given up after a day: {later.Error}", cancellationToken);
                break;
        }
    }

    private async Task BuryAsync(OutboxItem item, string error, CancellationToken cancellationToken)
    {
        LogDead(item.Message.Id, item.Message.TurnId, error);
        await outbox.MarkDeadAsync(item, error, cancellationToken);
    }

    private async Task<Outcome> TryAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(message.Guard, cancellationToken)
                ?? (message.Kind == OutboundKind.Update && message.Target is null
                    ? await UpdateByKeyAsync(message, cancellationToken)
                    : await HandOverAsync(message, message.Target?.Channel ?? message.To.Channel, cancellationToken));
        }
        catch (Exception failure)
        {
            // A channel or guard that throws is a bug of ours; the message must not be lost for it.
            LogThrew(failure, message.Id);
            return new Later(null, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private async Task<Outcome?> CheckAsync(SendGuard? guard, CancellationToken cancellationToken)
    {
        if (guard is null)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetServices<ISendGuard>().FirstOrDefault(known => known.Name == guard.Name) is not { } asked
            ? new Dead($"The check '{guard.Name}' that this message depends on is not known to this version.")
            : await asked.CheckAsync(guard.Argument, cancellationToken) is { } reason ? new Dropped(reason) : null;
    }

    /// <summary>A message that was sent under a key is looked up by it; one that never arrived is said anew, for nobody has seen it.</summary>
    private async Task<Outcome> UpdateByKeyAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var places = message.CardKey is { } key ? await outbox.FindLiveCardAsync(key, cancellationToken) : [];
        if (LiveCard.IsLane(message.To))
        {
            return places.Count > 0 ? await FanOutAsync(message, places, cancellationToken)
                : time.GetUtcNow() - message.CreatedAt < CardAppearsWithin ? new Later(null, "The card to update has not been posted yet.")
                : new Dropped("The card to update was never posted.");
        }

        return await HandOverAsync(
            places.Count > 0 ? message with { Target = places[^1] } : message with { Kind = OutboundKind.Post },
            message.To.Channel,
            cancellationToken);
    }

    /// <summary>Each room the card stands in gets its own update, in that room's order and with its own retries. The ids come out the same again, so that after a crash none is doubled.</summary>
    private async Task<Outcome> FanOutAsync(OutboundMessage message, IReadOnlyList<MessageReference> places, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
        foreach (var (at, place) in places.Index())
        {
            transaction.Send(message with
            {
                Id = MessageId.For(message.Id, message.CreatedAt, at),
                To = new ConversationReference(place.Channel, place.Tenant, place.RoomId, place.ThreadId, Service: place.Service),
                Target = place,
            });
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new Sent(places[^1])
            : new Later(null, "The updates could not be stored.");
    }

    private async Task<Outcome> HandOverAsync(OutboundMessage message, string channelName, CancellationToken cancellationToken)
    {
        if (channels.Find(channelName) is not { } channel)
        {
            // A verb may be run in a shell that lacks the settings the server has.
            return new Elsewhere($"The channel '{channelName}' is not switched on.");
        }

        // Who reads there may have changed since the message was written, and since its last face.
        switch (await gate.PassAsync(message, cancellationToken))
        {
            case AudienceGate.Passage.Later later:
                return new Later(later.After, later.Why);
            case AudienceGate.Passage.Now now:
                return await SendAsync(channel, message, now, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <param name="message">As it was written; <paramref name="passed"/> has it as the place may read it.</param>
    private async Task<Outcome> SendAsync(IChannel channel, OutboundMessage message, AudienceGate.Passage.Now passed, CancellationToken cancellationToken) =>
        await channel.SendAsync(passed.Message, cancellationToken) switch
        {
            SendOutcome.Delivered delivered => await ReachedAsync(message, delivered, passed.Audience, cancellationToken),
            SendOutcome.Retry retry => new Later(retry.After, retry.Error),
            SendOutcome.Rejected rejected => new Dead(rejected.Error),
            SendOutcome.RoomLost lost => await LostAsync(message, lost, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Outcome> ReachedAsync(OutboundMessage message, SendOutcome.Delivered delivered, Audience? audience, CancellationToken cancellationToken)
    {
        if (message.Kind == OutboundKind.Post)
        {
            await WatchAsync(watch => watch.ReachedAsync(message, cancellationToken).AsTask(), message);
            if (audience is not null)
            {
                await WatchAsync(watch => watch.ReadByAsync(message, audience, cancellationToken), message);
            }
        }

        return new Sent(delivered.Message);
    }

    private async Task<Outcome> LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken)
    {
        if (message.Kind != OutboundKind.Whisper)
        {
            await WatchAsync(watch => watch.LostAsync(message, lost, cancellationToken), message);
        }

        return new Dead(lost.Error);
    }

    /// <summary>How the message itself went does not hang on who hears of it.</summary>
    private async Task WatchAsync(Func<IRoomWatch, Task> tell, OutboundMessage message)
    {
        foreach (var watch in watches)
        {
            try
            {
                await tell(watch);
            }
            catch (Exception failure)
            {
                LogThrew(failure, message.Id);
            }
        }
    }

    private abstract record Outcome;

    private sealed record Sent(MessageReference Message) : Outcome;

    private sealed record Dropped(string Reason) : Outcome;

    private sealed record Dead(string Error) : Outcome;

    private sealed record Elsewhere(string Error) : Outcome;

    private sealed record Later(TimeSpan? After, string Error) : Outcome;

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} of turn {TurnId} is no longer true and was not sent")]
    private partial void LogDropped(string messageId, string turnId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} failed at attempt {Attempt}; next at {Next}")]
    private partial void LogRetry(string messageId, int attempt, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} waits for a process that can send it: {Error}")]
    private partial void LogSetAside(string messageId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of turn {TurnId} is given up: {Error}")]
    private partial void LogDead(string messageId, string turnId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {MessageId} threw")]
    private partial void LogThrew(Exception failure, string messageId);
}
