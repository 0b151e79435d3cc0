using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.AuditLog;

/// <summary>Which deals a transaction changes, as the audit log keeps them.</summary>
internal static class WrittenDeals
{
    /// <summary>Each deal with the version it has then: <c>D-101@7 D-102@3</c>.</summary>
    public static (int Count, string Text) Of(IReadOnlyList<DealChange> changes)
    {
        if (changes.Count == 0)
        {
            return (0, "");
        }

        var versions = new Dictionary<DealId, int>();
        foreach (var change in changes)
        {
            versions[change.Deal] = change.ExpectedVersion + change.Events.Count;
        }

        return (versions.Count, string.Join(' ', versions.Select(deal => string.Create(CultureInfo.InvariantCulture, $"{deal.Key.Value}@{deal.Value}"))));
    }

    /// <summary>The entry of a change that nobody recorded: by whom and through which door, the event itself says.</summary>
    public static AuditEntry EntryOf(IReadOnlyList<DealChange> changes, DateTimeOffset now)
    {
        var stamp = changes.SelectMany(change => change.Events).Select(happened => happened.Stamp).FirstOrDefault();
        return new AuditEntry
        {
            At = now,
            Kind = AuditKind.Write,
            Door = stamp?.Door ?? "",
            Actor = stamp is null ? "" : new Actor(stamp.Door, "", stamp.By?.Value ?? "").Key,
            Person = stamp?.By?.Value,
            Turn = stamp?.Turn,
            Intent = AuditEntry.NoIntent,
            Deals = changes.Select(change => change.Deal).Distinct().Count(),
        };
    }
}
