using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Storage.AuditLog;

/// <summary>Which deals and leads a transaction changes, as the audit log keeps them.</summary>
internal static class WrittenDeals
{
    /// <summary>How many deals, and each deal and lead with the version it has then: <c>D-101@7 D-102@3 lead:L-7@2</c>.</summary>
    public static (int Count, string Text) Of(IReadOnlyList<DealChange> changes, IReadOnlyList<LeadChange> leads)
    {
        if (changes.Count == 0 && leads.Count == 0)
        {
            return (0, "");
        }

        var versions = new Dictionary<DealId, int>();
        foreach (var change in changes)
        {
            versions[change.Deal] = change.ExpectedVersion + change.Events.Count;
        }

        var written = versions.Select(deal => string.Create(CultureInfo.InvariantCulture, $"{deal.Key.Value}@{deal.Value}"))
            .Concat(leads.GroupBy(change => change.Lead, StringComparer.Ordinal).Select(of => string.Create(CultureInfo.InvariantCulture, $"lead:{of.Key}@{of.Last().ExpectedVersion + of.Last().Events.Count}")));
        return (versions.Count, string.Join(' ', written));
    }

    /// <summary>The entry of a change that nobody recorded: by whom and through which door, the event itself says.</summary>
    public static AuditEntry EntryOf(IReadOnlyList<DealChange> changes, IReadOnlyList<LeadChange> leads, DateTimeOffset now)
    {
        var stamp = changes.SelectMany(change => change.Events).Select(happened => happened.Stamp).Concat(leads.SelectMany(change => change.Events).Select(happened => happened.Stamp)).FirstOrDefault();
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
