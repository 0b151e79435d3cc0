using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Tests.Teams;

/// <summary>A room store that forgets at the end of the test.</summary>
internal sealed class RoomsInMemory : IRoomStore
{
    private readonly Lock _gate = new();
    private readonly List<KnownRoom> _rooms = [];

    public ValueTask<IReadOnlyList<KnownRoom>> ListAsync(string channel, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<KnownRoom>>([.. _rooms.Where(room => room.Place.Channel == channel)]);
        }
    }

    public Task SaveAsync(KnownRoom room, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _rooms.RemoveAll(known => known.Place.RoomId == room.Place.RoomId);
            _rooms.Add(room);
            return Task.CompletedTask;
        }
    }

    public Task RemoveAsync(ConversationReference place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _rooms.RemoveAll(known => known.Place.RoomId == place.RoomId);
            return Task.CompletedTask;
        }
    }
}
