using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Access;

/// <summary>Who reads in rooms, asked once for each while one run or turn lasts. Scoped.</summary>
public sealed class RoomReaders(ChannelDirectory channels, IPipelineReader reader, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>What a platform asks to wait at most; a run is not held up for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Channel, string RoomId), IReadOnlyList<Person?>?> _known = [];

    /// <summary>Whether everybody in a room may see a deal; false also where it cannot be told who reads there.</summary>
    /// <param name="deal">Null for deals at large.</param>
    public async Task<bool> MayAllSeeAsync(ConversationReference room, Deal? deal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (!_known.TryGetValue((room.Channel, room.RoomId), out var readers))
        {
            _known[(room.Channel, room.RoomId)] = readers = await AskAsync(room, cancellationToken) is { } audience
                ? AudienceRights.ReadersOf(audience, await reader.GetSnapshotAsync(null, cancellationToken))
                : null;
        }

        return readers is not null && AudienceRights.MayAllSee(readers, deal);
    }

    private async Task<Audience.Known?> AskAsync(ConversationReference room, CancellationToken cancellationToken)
    {
        for (var attempt = 1; channels.Find(room.Channel) is { } channel; attempt++)
        {
            switch (await channel.AudienceOfAsync(room, cancellationToken))
            {
                case Audience.Known known:
                    return known;
                case Audience.Unknown { IsPassing: true, After: { } wait } when attempt < MostAttempts && wait <= LongestWait:
                    await Task.Delay(wait, time, cancellationToken);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
