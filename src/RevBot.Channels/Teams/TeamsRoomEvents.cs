using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Keeps the rooms as Teams says they are: added to and removed from them, channels renamed and deleted, teams gone.</summary>
internal sealed class TeamsRoomEvents(TeamsRooms rooms, TeamsRoomNames names)
{
    /// <summary>Takes note of an installation or a change of a conversation; of anything else nothing.</summary>
    public Task NoteAsync(Activity activity, string tenant, CancellationToken cancellationToken)
    {
        if (TeamsTranslator.PlaceOf(activity, tenant) is not { } place)
        {
            return Task.CompletedTask;
        }

        place = place with { ThreadId = null };
        var team = activity.ChannelData?.Team?.Id;
        return activity switch
        {
            { Type: "installationUpdate", Action: "add" or "add-upgrade" } => AddAsync(),
            { Type: "installationUpdate", Action: "remove" } => RemoveAsync(),
            { Type: "conversationUpdate" } when IsBotIn(activity.MembersRemoved) => RemoveAsync(),
            { Type: "conversationUpdate" } when IsBotIn(activity.MembersAdded) => AddAsync(),
            { Type: "conversationUpdate", ChannelData: { EventType: "channelDeleted", Channel.Id: { Length: > 0 } gone } } => rooms.RemoveAsync(place with { RoomId = gone }, cancellationToken),
            { Type: "conversationUpdate", ChannelData.EventType: "teamDeleted" or "teamHardDeleted" } => RemoveAsync(),
            { Type: "conversationUpdate", ChannelData.EventType: "channelCreated" or "channelRenamed" or "channelRestored" or "teamRenamed" or "teamRestored" or "teamUnarchived" } => Ask(),
            _ => Task.CompletedTask,
        };

        bool IsBotIn(IReadOnlyList<ChannelAccount>? members) => members?.Any(member => member?.Id is { Length: > 0 } id && id == activity.Recipient?.Id) == true;

        async Task AddAsync()
        {
            await rooms.SeenAsync(place, place.IsDirect ? null : activity.Conversation?.Name, null, cancellationToken);
            await Ask();
        }

        Task Ask()
        {
            if (team is { Length: > 0 })
            {
                names.Ask(new TeamsTeamPlace(tenant, team, activity.ServiceUrl));
            }

            return Task.CompletedTask;
        }

        Task RemoveAsync() => team is { Length: > 0 } ? rooms.RemoveTeamAsync(place with { RoomId = team }, cancellationToken) : rooms.RemoveAsync(place, cancellationToken);
    }

    /// <summary>A channel that was heard from but has no name yet is asked for, once.</summary>
    public async ValueTask NameAsync(Activity activity, ConversationReference place, CancellationToken cancellationToken)
    {
        if (activity.ChannelData?.Team?.Id is { Length: > 0 } team && !await rooms.HasNameAsync(place, cancellationToken))
        {
            names.AskOnce(new TeamsTeamPlace(place.Tenant, team, place.Service));
        }
    }
}
