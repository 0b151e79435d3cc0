using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Access;

/// <summary>Who reads in rooms, asked once for each while one run or turn lasts. Scoped.</summary>
public sealed class RoomReaders(ChannelDirectory channels, IPipelineReader reader, ICompany company, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>What a platform asks to wait at most; a run is not held up for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Channel, string RoomId), IReadOnlyList<RoomReader>?> _known = [];

    /// <summary>Whether everybody in a room may see a deal; false also where it cannot be told who reads there.</summary>
    /// <param name="deal">Null for deals at large.</param>
    public async Task<bool> MayAllSeeAsync(ConversationReference room, Deal? deal, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        return await OfAsync(room, LongestWait, cancellationToken) is { } readers && AudienceRights.MayAllSee(readers.Select(one => one.Person), deal, snapshot, company.Profile);
    }

    /// <summary>Who reads in a room; null where it cannot be told.</summary>
    /// <param name="patience">How long a platform that asks to wait is waited for.</param>
    public async Task<IReadOnlyList<RoomReader>?> OfAsync(ConversationReference room, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (!_known.TryGetValue((room.Channel, room.RoomId), out var readers))
        {
            readers = null;
            if (await AskAsync(room, patience, cancellationToken) is { } audience)
            {
                var people = AudienceRights.ReadersOf(audience, await reader.GetSnapshotAsync(null, cancellationToken));
                readers = [.. audience.People.Zip(people, (profile, person) => new RoomReader(profile, person))];
            }

            _known[(room.Channel, room.RoomId)] = readers;
        }

        return readers;
    }

    private async Task<Audience.Known?> AskAsync(ConversationReference room, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var attempt = 1; channels.Find(room.Channel) is { } channel; attempt++)
        {
            switch (await channel.AudienceOfAsync(room, cancellationToken))
            {
                case Audience.Known known:
                    return known;
                case Audience.Unknown { IsPassing: true, After: { } wait } when attempt < MostAttempts && wait <= patience:
                    await Task.Delay(wait, time, cancellationToken);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
