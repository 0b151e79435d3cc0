using System.Collections.Concurrent;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Digests;

/// <summary>By which clocks people read, as they were looked up last: nobody is looked up at an hour that cannot be their morning, and no more strangers in one run than platforms let be looked up in a minute. A singleton.</summary>
public sealed class DigestClocks
{
    /// <summary>Looked up longer ago, somebody may have to be asked for anew.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(8);

    /// <summary>People are looked up so long before their morning, so that it finds all of a large company known.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<PersonId, (TimeZoneInfo? Zone, DateTimeOffset At)> _known = new();

    /// <summary>Whether it is time to look somebody up: they were not for long, and their morning is near.</summary>
    /// <param name="digestAt">When the morning begins, by the reader's clock.</param>
    /// <param name="late">How long it lasts.</param>
    public LookUp Next(PersonId person, TimeOnly digestAt, TimeSpan late, DateTimeOffset now)
    {
        if (!_known.TryGetValue(person, out var known))
        {
            return LookUp.Strange;
        }

        var isFresh = now - known.At < Fresh;
        if (known.Zone is not { } zone)
        {
            return isFresh ? LookUp.None : LookUp.Strange;
        }

        var since = SinceMorning(zone, digestAt, now);
        return since >= TimeSpan.Zero && since < late ? isFresh ? LookUp.Known : LookUp.Strange
            : !isFresh && since < TimeSpan.Zero && since >= -Ahead ? LookUp.Strange
            : LookUp.None;
    }

    /// <param name="zone">Null for somebody no channel knows.</param>
    public void Keep(PersonId person, TimeZoneInfo? zone, DateTimeOffset now) => _known[person] = (zone, now);

    /// <summary>How long the day's morning has lasted in a zone; below zero until it begins.</summary>
    public static TimeSpan SinceMorning(TimeZoneInfo zone, TimeOnly digestAt, DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, zone).TimeOfDay - digestAt.ToTimeSpan();
}
