using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Auth;
using RevBot.Channels.Teams.Connector;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>The personal chats of people, and whom the bot may write to there unasked. Teams lets nobody be looked up by an address: people are known once they have spoken to the bot or have got the app for themselves.</summary>
internal sealed class TeamsPeople(ConnectorClient connector, LocalMode local, IOptions<TeamsOptions> options, TimeProvider time)
{
    /// <summary>What somebody does about a chat that may not be opened.</summary>
    internal const string AddTheApp = "they add the app for themselves (Apps in Teams' side bar), and write to it there once";

    private const int MostKept = 10_000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<Actor, string> _chats = new();
    private readonly ConcurrentDictionary<Actor, DateTimeOffset> _refused = new();

    /// <param name="ask">What Teams says of a user now; null when it does not.</param>
    public async ValueTask<PersonSearch> FindAsync(PersonAddress person, Func<Actor, CancellationToken, Task<ActorProfile?>> ask, CancellationToken cancellationToken)
    {
        var why = $"{person.Email} is not known on Teams: {AddTheApp}";
        foreach (var heard in person.Heard.Where(one => one.Actor.Channel == TeamsTranslator.Channel && IsOurs(one.Actor.Tenant)))
        {
            var told = time.GetUtcNow() - heard.At < FreshFor ? heard.Profile : await ask(heard.Actor, cancellationToken) ?? heard.Profile;
            if (local.Limit(told) is not { IsGuest: false, Email: { } email } || !email.Equals(person.Email, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (IsRefused(heard))
            {
                why = $"Teams does not let the bot write to {person.Email} in person: {AddTheApp}";
                continue;
            }

            return PersonSearch.Of(new KnownPerson(heard.Actor, told.TimeZone ?? heard.Profile.TimeZone, ConversationReference.ChatWith(heard.Actor)));
        }

        return PersonSearch.None(why);
    }

    /// <summary>The chat with one person.</summary>
    /// <exception cref="ConnectorException">With status 403 when the app is not installed for them.</exception>
    public async ValueTask<string> OpenChatAsync(string? service, Actor person, CancellationToken cancellationToken)
    {
        if (_chats.TryGetValue(person, out var known))
        {
            return known;
        }

        try
        {
            var chat = await connector.OpenPersonalChatAsync(service, person.Tenant, person.UserId, cancellationToken);
            _refused.TryRemove(person, out _);
            return Keep(_chats, person, chat);
        }
        catch (ConnectorException refused) when (refused.Status == 403)
        {
            Keep(_refused, person, time.GetUtcNow());
            throw;
        }
    }

    /// <summary>Teams refused what was sent to the person's chat: it is opened anew next time, and for some hours the person is not to be found here.</summary>
    public void Lost(Actor person)
    {
        _chats.TryRemove(person, out _);
        Keep(_refused, person, time.GetUtcNow());
    }

    private static T Keep<T>(ConcurrentDictionary<Actor, T> all, Actor person, T value)
    {
        if (all.Count >= MostKept)
        {
            all.Clear();
        }

        return all[person] = value;
    }

    /// <summary>An organisation whose people may still talk to the bot; an emulator's only while one is let in.</summary>
    private bool IsOurs(string tenant) => options.Value.AllowAnonymousLoopback ? tenant == LocalMode.Tenant : options.Value.Admits(tenant);

    /// <summary>Not any more once they were heard anew, or after some hours.</summary>
    private bool IsRefused(HeardActor heard) => _refused.TryGetValue(heard.Actor, out var at) && heard.At <= at && time.GetUtcNow() - at < FreshFor;
}
