using System.Collections.Frozen;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.HandleLeads;

/// <summary>Which of the company's reasons a person's words mean: exactly, or most likely, which is then for the person to agree to.</summary>
internal static class ReasonWords
{
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "not", "no", "my", "our", "the", "a", "an", "is", "it", "in", "of", "or", "and", "to", "be", "for", "yet", "they", "them", "their", "we", "i", "have", "has", "cannot", "can't");

    public static LeadReason? Exactly(string words, IReadOnlyList<LeadReason> reasons) =>
        reasons.FirstOrDefault(reason => reason.Name.Equals(words.Trim().TrimEnd('.'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The reason that shares the most words; null where none does, or two do.</summary>
    public static LeadReason? Likely(string words, IReadOnlyList<LeadReason> reasons)
    {
        var said = Of(words);
        var best = reasons.Select(reason => (Reason: reason, Shared: Of(reason.Name).Count(said.Contains))).Where(one => one.Shared > 0).OrderByDescending(one => one.Shared).Take(2).ToList();
        return best is [var only] || (best is [_, var second] && best[0].Shared > second.Shared && (only = best[0]) == best[0]) ? only.Reason : null;
    }

    private static HashSet<string> Of(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Empty.Contains(word)).Select(word => word.TrimEnd('s'))];
}
