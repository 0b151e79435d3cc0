using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Outbox;

namespace RevBot.Conversation.Turns;

/// <summary>Who an actor is, as their platform says: asked once, kept in the store, asked again after some hours. A platform that does not answer leaves what is known standing.</summary>
public sealed partial class ActorProfiles(IActorProfileStore store, ChannelDirectory channels, TimeProvider time, ILogger<ActorProfiles> logger)
{
    public static readonly ActorProfile Unknown = new(null, null, null);

    private const int MostKept = 10_000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<Actor, StoredProfile> _known = new();

    /// <param name="client">What was told with the turn; it is kept with the profile and holds until another is told.</param>
    public async ValueTask<ActorProfile> GetAsync(Actor actor, ClientInfo? client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(actor, out var known))
        {
            known = await store.FindAsync(actor, cancellationToken);
        }

        var newest = known;
        if ((known is null || now - known.At >= FreshFor) && await AskAsync(actor, cancellationToken) is { } told)
        {
            // What the platform does not tell is not forgotten.
            newest = new StoredProfile(told with { TimeZone = told.TimeZone ?? known?.Profile.TimeZone, Locale = told.Locale ?? known?.Profile.Locale }, now);
        }

        if (newest is null)
        {
            return With(Unknown, client);
        }

        newest = newest with { Profile = With(newest.Profile, client) };
        if (newest != known)
        {
            await store.SaveAsync(actor, newest.Profile, newest.At, cancellationToken);
        }

        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[actor] = newest;
        return newest.Profile;
    }

    private static ActorProfile With(ActorProfile profile, ClientInfo? client) =>
        profile with { TimeZone = client?.TimeZone ?? profile.TimeZone, Locale = client?.Locale ?? profile.Locale };

    private async Task<ActorProfile?> AskAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (channels.Find(actor.Channel) is not { } channel)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await channel.GetProfileAsync(actor, either.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Without a profile the person is nobody the company knows: the turn still gets an answer.
            LogUnanswered(failure, actor.Channel);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Channel {Channel} did not tell a user's profile")]
    private partial void LogUnanswered(Exception failure, string channel);
}
