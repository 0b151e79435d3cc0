using System.Collections.Immutable;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>What events make of a deal's pauses. One that is taken back leaves none behind; an end that is taken back has never been.</summary>
internal static class PauseFold
{
    public static ImmutableArray<DealPause> Paused(ImmutableArray<DealPause> pauses, DealEvent.Paused paused)
    {
        if (paused.Undoes is not null)
        {
            var before = WithoutStanding(pauses);
            if (before is [.., { EndedAt: not null } last] && last.Until == paused.Until && last.Reason == paused.Reason)
            {
                return before.SetItem(before.Length - 1, last with { EndedAt = null });
            }
        }

        return Ended(pauses, paused.Stamp.At).Add(new DealPause(paused.Stamp.At, paused.Until, paused.Reason, paused.Stamp.By));
    }

    public static ImmutableArray<DealPause> Resumed(ImmutableArray<DealPause> pauses, DealEvent.Resumed resumed) =>
        resumed.Undoes is null ? Ended(pauses, resumed.Stamp.At) : WithoutStanding(pauses);

    /// <summary>The pause that goes on ends.</summary>
    public static ImmutableArray<DealPause> Ended(ImmutableArray<DealPause> pauses, DateTimeOffset at) =>
        pauses is [.., { EndedAt: null } last] ? pauses.SetItem(pauses.Length - 1, last with { EndedAt = at < last.Since ? last.Since : at }) : pauses;

    /// <summary>The move that ended a pause is taken back, and the pause goes on.</summary>
    /// <param name="left">When the stay that goes on again had been left.</param>
    public static ImmutableArray<DealPause> Reopened(ImmutableArray<DealPause> pauses, DateTimeOffset? left) =>
        left is not null && pauses is [.., { EndedAt: { } ended } last] && ended == left ? pauses.SetItem(pauses.Length - 1, last with { EndedAt = null }) : pauses;

    private static ImmutableArray<DealPause> WithoutStanding(ImmutableArray<DealPause> pauses) => pauses is [.., { EndedAt: null }] ? pauses.RemoveAt(pauses.Length - 1) : pauses;
}
