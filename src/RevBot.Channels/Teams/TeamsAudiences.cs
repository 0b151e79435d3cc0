using RevBot.Channels.Teams.Auth;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Who reads in the channels and chats of Teams, as their rosters say; a roster is asked for at most once a minute.</summary>
internal sealed class TeamsAudiences(ConnectorClient connector, LocalMode local, TimeProvider time)
{
    /// <summary>Of larger rooms it is not said who reads there, as in Slack.</summary>
    internal const int MostMembers = 1_000;

    private readonly AudienceMemory _rooms = new(time);

    /// <param name="place">With the address it is served at.</param>
    /// <param name="profileOf">Who a member is.</param>
    public Task<Audience> OfAsync(ConversationReference place, Func<ChannelAccount, ActorProfile> profileOf, CancellationToken cancellationToken) =>
        _rooms.GetAsync($"{place.Tenant}:{place.RoomId}", () => AskAsync(place, profileOf)).WaitAsync(cancellationToken);

    private async Task<Audience> AskAsync(ConversationReference place, Func<ChannelAccount, ActorProfile> profileOf)
    {
        try
        {
            var people = new List<ActorProfile>();
            string? continuation = null;
            do
            {
                var page = await connector.ListMembersAsync(place.Service, place.RoomId, continuation, CancellationToken.None);
                people.AddRange((page.Members ?? []).Where(member => member.Role is not ("bot" or "skill")).Select(member => local.Limit(profileOf(member))));
                continuation = page.ContinuationToken;
            }
            while (people.Count <= MostMembers && !string.IsNullOrEmpty(continuation));
            return people.Count > MostMembers
                ? new Audience.Unknown(FormattableString.Invariant($"more than {MostMembers:N0} people are in it; name a smaller room in company.yaml"))
                : new Audience.Known(people);
        }
        catch (ConnectorException failed)
        {
            return failed.IsTransient
                ? new Audience.Unknown(failed.Message, IsPassing: true, failed.RetryAfter)
                : new Audience.Unknown($"{failed.Message.TrimEnd('.')}; `revbot doctor` says what the app lacks");
        }
    }
}
