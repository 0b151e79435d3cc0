using System.Text.Json;
using RevBot.Conversation.Turns;

namespace RevBot.Storage.Turns;

/// <summary>What platforms said of their users.</summary>
internal sealed class SqlActorProfiles(ISqlDatabase database) : IActorProfileStore
{
    private const string FindSql = "SELECT profile, told_at FROM actor_profiles WHERE actor_key = $1";

    // As the index has it (0009), or SQLite would look at every profile.
    internal const string FindByEmailSql =
        "SELECT actor_key, profile, told_at FROM actor_profiles WHERE lower(json_extract(profile, '$.email')) = lower($1) ORDER BY told_at DESC";

    private const string PutSql =
        """
        INSERT INTO actor_profiles (actor_key, profile, told_at) VALUES ($1, $2, $3)
        ON CONFLICT (actor_key) DO UPDATE SET profile = excluded.profile, told_at = excluded.told_at
        """;

    public ValueTask<StoredProfile?> FindAsync(Actor actor, CancellationToken cancellationToken) => ValueTask.FromResult(database.Read(session =>
    {
        using var reader = session[FindSql].Query(actor.Key);
        return reader.Read() && JsonSerializer.Deserialize(reader.GetString(0), StorageJson.Default.ActorProfile) is { } profile
            ? new StoredProfile(profile, reader.At(1))
            : null;
    }));

    public ValueTask<IReadOnlyList<HeardActor>> FindByEmailAsync(string email, CancellationToken cancellationToken) => ValueTask.FromResult(database.Read(session =>
    {
        var heard = new List<HeardActor>();
        using var reader = session[FindByEmailSql].Query(email);
        while (reader.Read())
        {
            if (JsonSerializer.Deserialize(reader.GetString(1), StorageJson.Default.ActorProfile) is { } profile)
            {
                heard.Add(new HeardActor(Actor.FromKey(reader.GetString(0)), profile, reader.At(2)));
            }
        }

        return (IReadOnlyList<HeardActor>)heard;
    }));

    public Task SaveAsync(Actor actor, ActorProfile profile, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(profile, StorageJson.Default.ActorProfile);
        return database.WriteAsync(session => session[PutSql].Run(actor.Key, json, SqlValues.Milliseconds(at)));
    }
}
