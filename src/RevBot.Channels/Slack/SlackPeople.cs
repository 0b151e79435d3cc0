using System.Collections.Concurrent;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>Who people are in the workspace, and which of them may be written to unasked. What Slack said of an address holds for some hours, so that a night's messages ask once for each person; when Slack asks to wait, all who are looked up wait.</summary>
internal sealed class SlackPeople(SlackApi api, SlackIdentity identity, TimeProvider time) : IDisposable
{
    private const int MostKept = 10_000;
    private const int MostAttempts = 4;

    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    /// <summary>Some fifty people may be looked up a minute; whoever is told to wait longer than this is not looked up now.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, (PersonSearch Search, DateTimeOffset At)> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _oneByOne = new(1, 1);
    private DateTimeOffset _notBefore;

    /// <summary>What Slack says of a user; null when it does not answer.</summary>
    public async Task<ActorProfile?> GetProfileAsync(string userId, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetUserAsync(userId, cancellationToken) is { } user ? ProfileOf(user, await identity.GetAsync(cancellationToken)) : null;
        }
        catch (SlackApiException)
        {
            return null;
        }
    }

    /// <summary>The member of the workspace with this address, whether or not they ever wrote to the bot.</summary>
    public async ValueTask<PersonSearch> FindAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var heard = person.Heard.FirstOrDefault(one => one.Actor.Channel == SlackTranslator.Channel);
        if (heard is not null && time.GetUtcNow() - heard.At < FreshFor)
        {
            return Found(heard.Actor, heard.Profile);
        }

        if (Remembered(person.Email) is { } known)
        {
            return known;
        }

        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            return Remembered(person.Email) ?? Remember(person.Email, await AskAsync(person.Email, cancellationToken));
        }
        catch (SlackApiException failed) when (failed.IsTransient && heard is not null)
        {
            // A platform that does not answer leaves what is known standing.
            return Found(heard.Actor, heard.Profile);
        }
        catch (SlackApiException failed)
        {
            return PersonSearch.None(failed.IsTransient
                ? $"Slack could not be asked for {person.Email} ({failed.Error}); it is asked again at the next run"
                : $"Slack refuses to look {person.Email} up ({failed.Error}); check the app with `revbot doctor`");
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    /// <summary>A user as the workspace of the bot sees them; without an address when nobody reads with it.</summary>
    internal static ActorProfile ProfileOf(SlackMember user, AuthTestAnswer bot)
    {
        var isElsewhere = user.TeamId is not null && bot is { EnterpriseId: null, TeamId: not null } && user.TeamId != bot.TeamId;
        var isGuest = isElsewhere || user is { IsRestricted: true } or { IsUltraRestricted: true } or { IsStranger: true };
        var isNobody = user is { Deleted: true } or { IsBot: true } or { IsEmailConfirmed: false };
        var name = user.Profile?.RealName is { Length: > 0 } real ? real : user.RealName;
        return new ActorProfile(name, isNobody ? null : user.Profile?.Email, user.Tz, isGuest, Locale: user.Locale);
    }

    private static PersonSearch Found(Actor actor, ActorProfile profile) => PersonSearch.Of(new KnownPerson(actor, profile.TimeZone, ConversationReference.ChatWith(actor)));

    private PersonSearch? Remembered(string email) => _known.TryGetValue(email, out var known) && time.GetUtcNow() - known.At < FreshFor ? known.Search : null;

    private PersonSearch Remember(string email, PersonSearch search)
    {
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[email] = (search, time.GetUtcNow());
        return search;
    }

    private async Task<PersonSearch> AskAsync(string email, CancellationToken cancellationToken)
    {
        if (await LookUpAsync(email, cancellationToken) is not { Id: { Length: > 0 } id } user)
        {
            return PersonSearch.None($"{email} is not known on Slack: they need an account there with this address");
        }

        var bot = await identity.GetAsync(cancellationToken);
        return ProfileOf(user, bot) switch
        {
            _ when user.Deleted == true => PersonSearch.None($"the Slack account of {email} is deactivated: an admin of the workspace can reactivate it"),
            { IsGuest: true } => PersonSearch.None($"{email} is a guest on Slack, and guests are told nothing: they need an account of the workspace"),
            { Email: { } told } profile when told.Equals(email, StringComparison.OrdinalIgnoreCase) =>
                Found(new Actor(SlackTranslator.Channel, bot.TeamId ?? user.TeamId ?? string.Empty, id), profile),
            _ => PersonSearch.None($"Slack does not confirm that {email} is a person's address: they confirm it in their Slack account's settings"),
        };
    }

    /// <summary>Null when nobody has the address.</summary>
    private async Task<SlackMember?> LookUpAsync(string email, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (_notBefore - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            {
                if (wait > LongestWait)
                {
                    break;
                }

                await Task.Delay(wait, time, cancellationToken);
            }

            try
            {
                return await api.FindUserAsync(email, cancellationToken);
            }
            catch (SlackApiException unknown) when (unknown.Error is "users_not_found" or "user_not_found")
            {
                return null;
            }
            catch (SlackApiException failed) when (failed.RetryAfter is not null)
            {
                _notBefore = time.GetUtcNow() + (failed.RetryAfter ?? TimeSpan.Zero);
            }
        }

        throw new SlackApiException("users.lookupByEmail", "ratelimited", _notBefore - time.GetUtcNow());
    }
}
