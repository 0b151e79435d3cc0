using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Sends one stored message and writes down how it went: is it still true, where does it go, did it arrive, when to try again.</summary>
public sealed partial class OutboxSender(
    IOutbox outbox, ChannelDirectory channels, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxSender> logger)
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
                    ? await UpdateLiveCardAsync(message, cancellationToken)
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

    /// <summary>Every place the card stands in gets the new face; updating one twice does no harm.</summary>
    private async Task<Outcome> UpdateLiveCardAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var places = message.CardKey is { } key ? await outbox.FindLiveCardAsync(key, cancellationToken) : [];
        if (places.Count == 0)
        {
            return !LiveCard.IsLane(message.To)
                ? await HandOverAsync(message with { Kind = OutboundKind.Post }, message.To.Channel, cancellationToken)
                : time.GetUtcNow() - message.CreatedAt < CardAppearsWithin ? new Later(null, "The card to update has not been posted yet.")
                : new Dropped("The card to update was never posted.");
        }

        Outcome outcome = new Dropped("The card stands nowhere.");
        foreach (var place in places)
        {
            var to = new ConversationReference(place.Channel, place.Tenant, place.RoomId, place.ThreadId, Service: place.Service);
            outcome = await HandOverAsync(message with { Target = place, To = to }, place.Channel, cancellationToken);
            if (outcome is Later)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private async Task<Outcome> HandOverAsync(OutboundMessage message, string channelName, CancellationToken cancellationToken)
    {
        if (channels.Find(channelName) is not { } channel)
        {
            return new Dead($"The channel '{channelName}' is not switched on.");
        }

        return await channel.SendAsync(message, cancellationToken) switch
        {
            SendOutcome.Delivered delivered => new Sent(delivered.Message),
            SendOutcome.Retry retry => new Later(retry.After, retry.Error),
            SendOutcome.Rejected rejected => new Dead(rejected.Error),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private abstract record Outcome;

    private sealed record Sent(MessageReference Message) : Outcome;

    private sealed record Dropped(string Reason) : Outcome;

    private sealed record Dead(string Error) : Outcome;

    private sealed record Later(TimeSpan? After, string Error) : Outcome;

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} of turn {TurnId} is no longer true and was not sent")]
    private partial void LogDropped(string messageId, string turnId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} failed at attempt {Attempt}; next at {Next}")]
    private partial void LogRetry(string messageId, int attempt, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of turn {TurnId} is given up: {Error}")]
    private partial void LogDead(string messageId, string turnId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {MessageId} threw")]
    private partial void LogThrew(Exception failure, string messageId);
}
