namespace RevBot.Conversation.Turns;

/// <summary>Keeps what platforms said of their users, so that a restart does not ask for everybody again.</summary>
public interface IActorProfileStore
{
    ValueTask<StoredProfile?> FindAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Everybody whose platform says they have this e-mail address (capitals do not matter), on any channel; last heard first.</summary>
    ValueTask<IReadOnlyList<HeardActor>> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Adds or replaces what is known of <paramref name="actor"/>.</summary>
    /// <param name="at">When the platform said so.</param>
    Task SaveAsync(Actor actor, ActorProfile profile, DateTimeOffset at, CancellationToken cancellationToken);
}
