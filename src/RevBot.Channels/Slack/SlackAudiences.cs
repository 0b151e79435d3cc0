using System.Collections.Concurrent;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>Who reads in the rooms of the workspace. A room's members are asked for at most once a minute, and anew when somebody joins; who each of them is holds for some hours, and only members are asked for.</summary>
internal sealed class SlackAudiences(SlackApi api, SlackIdentity identity, TimeProvider time)
{
    /// <summary>Of larger rooms it is not said who reads there: each member is looked up by a call of its own, of which Slack takes some hundred a minute.</summary>
    internal const int MostMembers = 1_000;

    private const int MostKept = 10_000;

    private static readonly TimeSpan NamesFreshFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnknownNameFreshFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PersonFreshFor = TimeSpan.FromHours(6);

    /// <summary>A message waits no longer for this; whoever has been looked up by then need not be the next time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Of a room that is shared with another company more of their people may come at any time, uninvited.</summary>
    private static readonly Audience AnotherCompany = new Audience.Known([new ActorProfile(null, null, null, IsGuest: true)]);

    private readonly AudienceMemory _rooms = new(time);
    private readonly ConcurrentDictionary<string, (ActorProfile? Profile, DateTimeOffset At)> _people = new(StringComparer.Ordinal);
    private volatile Names? _names;

    /// <param name="room">By its id, or by its name with or without <c>#</c>.</param>
    public async ValueTask<Audience> OfAsync(string room, CancellationToken cancellationToken)
    {
        if (IsDirectChat(room))
        {
            return Audience.Alone;
        }

        try
        {
            var id = await IdOfAsync(room, cancellationToken);
            return await _rooms.GetAsync(id, () => AskAsync(id)).WaitAsync(cancellationToken);
        }
        catch (SlackApiException failed)
        {
            return Unknown(failed);
        }
    }

    /// <summary>Somebody joined the room: who reads there is asked for anew.</summary>
    public void Forget(string roomId) => _rooms.Forget(roomId);

    private static bool IsDirectChat(string room) => room.StartsWith('D');

    private async Task<Audience> AskAsync(string id)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var room = await api.GetRoomAsync(id, patience.Token);
            if (room is { IsExtShared: true } or { IsPendingExtShared: true })
            {
                return AnotherCompany;
            }

            var members = room?.NumMembers > MostMembers ? null : await api.ListMembersAsync(id, MostMembers, patience.Token);
            if (members is null)
            {
                return new Audience.Unknown(FormattableString.Invariant($"more than {MostMembers:N0} people are in it; name a smaller room in company.yaml"));
            }

            var (people, bot) = (new List<ActorProfile>(members.Count), await identity.GetAsync(patience.Token));
            foreach (var member in members)
            {
                if (await ProfileOfAsync(member, bot, patience.Token) is { } profile)
                {
                    people.Add(profile);
                }
            }

            return new Audience.Known(people);
        }
        catch (SlackApiException failed)
        {
            return Unknown(failed);
        }
        catch (OperationCanceledException)
        {
            return new Audience.Unknown("Slack takes long to tell who is in it", IsPassing: true);
        }
    }

    private static Audience.Unknown Unknown(SlackApiException failed) => failed.IsTransient
        ? new Audience.Unknown(failed.Message, IsPassing: true, failed.RetryAfter)
        : new Audience.Unknown($"{failed.Message.TrimEnd('.')}; `revbot doctor` says what the app lacks");

    /// <summary>Null for a bot; somebody nobody knows where Slack does not show them.</summary>
    private async Task<ActorProfile?> ProfileOfAsync(string userId, AuthTestAnswer bot, CancellationToken cancellationToken)
    {
        if (userId is "USLACKBOT" || userId == bot.UserId)
        {
            return null;
        }

        if (_people.TryGetValue(userId, out var known) && time.GetUtcNow() - known.At < PersonFreshFor)
        {
            return known.Profile;
        }

        ActorProfile? profile;
        try
        {
            profile = await api.GetUserAsync(userId, cancellationToken) switch
            {
                { IsBot: true } => null,
                { } user => SlackPeople.ProfileOf(user, bot),
                null => ActorProfiles.Unknown,
            };
        }
        catch (SlackApiException hidden) when (hidden.Error is "user_not_found" or "user_not_visible")
        {
            profile = ActorProfiles.Unknown;
        }

        if (_people.Count >= MostKept)
        {
            _people.Clear();
        }

        _people[userId] = (profile, time.GetUtcNow());
        return profile;
    }

    /// <summary>Messages may be posted to a room's name; who is in it can be asked for by its id alone.</summary>
    private async ValueTask<string> IdOfAsync(string room, CancellationToken cancellationToken)
    {
        if (!room.StartsWith('#') && !room.Any(char.IsLower))
        {
            return room;
        }

        var now = time.GetUtcNow();
        var name = room.TrimStart('#');
        var names = _names;
        if (names is null || now - names.At >= (names.Ids.ContainsKey(name) ? NamesFreshFor : UnknownNameFreshFor))
        {
            var joined = await api.ListRoomsAsync(isMember: true, cancellationToken);
            _names = names = new Names(
                joined.Where(one => one is { Id: not null, Name: not null }).GroupBy(one => one.Name ?? "", StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First().Id ?? "", StringComparer.OrdinalIgnoreCase),
                now);
        }

        return names.Ids.GetValueOrDefault(name) ?? room;
    }

    private sealed record Names(Dictionary<string, string> Ids, DateTimeOffset At);
}
