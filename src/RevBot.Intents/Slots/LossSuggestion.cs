using RevBot.Intents.Company;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>The loss reason that words most likely mean, mistyped names among them: to be agreed to by a person, never written by itself.</summary>
public static class LossSuggestion
{
    /// <summary>A shorter word is near to everything.</summary>
    private const int ShortestTyped = 4;

    /// <summary><c>reason</c> or <c>reason/detail</c>; null when the words mean none, or may mean several.</summary>
    public static string? Of(string? words, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(company);
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        // A note often begins with the reason in a word: "Price: they had 20k".
        return Whole(words, company) ?? (words.Split(':', 2) is [var head, _] ? Whole(head, company) : null);
    }

    /// <summary>"No decision: Went silent".</summary>
    /// <param name="suggestion">As <see cref="Of"/> gives it.</param>
    public static string NameOf(string suggestion, LossReasonCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(catalog);
        var parts = suggestion.Split('/', 2);
        var reason = catalog.Find(parts[0]);
        var detail = parts.Length > 1 ? reason?.Details.FirstOrDefault(known => known.Key == parts[1]) : null;
        return detail is null ? reason?.Name ?? suggestion : $"{reason?.Name}: {detail.Name}";
    }

    private static string? Whole(string words, CompanyProfile company)
    {
        if (LossSlot.Read(words, company).TryGetValue(DealFields.LossReason, out var read))
        {
            return read;
        }

        var names = company.LossReasons.Reasons.SelectMany(reason => reason.Details.Select(detail => (Key: $"{reason.Key}/{detail.Key}", detail.Name)).Prepend((reason.Key, reason.Name))).ToList();
        return words.Trim() is { Length: >= ShortestTyped } typed && NearestName.Find(typed, names.Select(one => one.Name)) is { } near ? names.Find(one => one.Name == near).Key : null;
    }
}
