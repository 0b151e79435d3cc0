using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Picks the face of a message by who reads where it goes, at the moment of sending: the redacted one where not everybody may read the card.</summary>
public sealed class AudienceGate(ChannelDirectory channels, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>A platform that does not tell who reads there is waited for so long; then the message goes out redacted.</summary>
    private static readonly TimeSpan ToldWithin = TimeSpan.FromMinutes(10);

    internal async Task<Passage> PassAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Card.Redaction is not { } redaction || IsForOne(message) || channels.Find(message.Target?.Channel ?? message.To.Channel) is not { } channel)
        {
            return new Passage.Now(message, null);
        }

        switch (await channel.AudienceOfAsync(PlaceOf(message), cancellationToken))
        {
            case Audience.Known known:
                return new Passage.Now(await MayAllReadAsync(known, redaction.Subject, cancellationToken) ? message : Redacted(message), known);
            case Audience.Unknown { IsPassing: true } unknown when time.GetUtcNow() - (message.NotBefore ?? message.CreatedAt) < ToldWithin:
                return new Passage.Later(unknown.After, unknown.Why);
            case var unknown:
                return new Passage.Now(Redacted(message), unknown);
        }
    }

    private static OutboundMessage Redacted(OutboundMessage message) => message.Card.Redaction is { } redaction ? message with { Card = redaction.Face } : message;

    private static bool IsForOne(OutboundMessage message) =>
        message.Kind == OutboundKind.Whisper || message.To.IsDirect || message.To.ReplyAddress is not null || message.Target?.ReplyAddress is not null;

    private static ConversationReference PlaceOf(OutboundMessage message) =>
        message.Target is { } target ? new ConversationReference(target.Channel, target.Tenant, target.RoomId, target.ThreadId, Service: target.Service) : message.To;

    private async Task<bool> MayAllReadAsync(Audience.Known audience, string? subject, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var rule in scope.ServiceProvider.GetServices<IAudienceRule>())
        {
            if (!await rule.MayAllReadAsync(audience, subject, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    internal abstract record Passage
    {
        private Passage()
        {
        }

        /// <param name="Audience">Who reads there; null where it did not matter.</param>
        public sealed record Now(OutboundMessage Message, Audience? Audience) : Passage;

        public sealed record Later(TimeSpan? After, string Why) : Passage;
    }
}
