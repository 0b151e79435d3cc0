using RevBot.Intents.Company;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>Loss reasons as files write them: by name, by key, or by a spelling that comes to the same key.</summary>
internal static class LossNames
{
    public static LossReason? FindReason(LossReasonCatalog catalog, string text) =>
        catalog.Find(text)
        ?? catalog.Reasons.FirstOrDefault(reason => string.Equals(reason.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? catalog.Find(Keyed.From(text));

    public static LossDetail? FindDetail(LossReason reason, string text) =>
        reason.Details.FirstOrDefault(detail => string.Equals(detail.Key, text, StringComparison.OrdinalIgnoreCase) || string.Equals(detail.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? reason.Details.FirstOrDefault(detail => detail.Key == Keyed.From(text));

    /// <summary>The detail where the file does not say of which reason.</summary>
    public static LossDetail? FindDetail(LossReasonCatalog catalog, string text) =>
        catalog.Reasons.Select(reason => FindDetail(reason, text)).FirstOrDefault(detail => detail is not null);

    public static string? NameOfReason(LossReasonCatalog catalog, string? key) => key is null ? null : catalog.Find(key)?.Name ?? key;

    public static string? NameOfDetail(LossReasonCatalog catalog, string? key) =>
        key is null ? null : catalog.Reasons.SelectMany(reason => reason.Details).FirstOrDefault(detail => detail.Key == key)?.Name ?? key;
}
