using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>Loss reasons of a file that <c>company.yaml</c> does not list. The words are kept as the deal's note, no reason is made of them, and the report tells them with the reason they may mean.</summary>
internal sealed class UnlistedReasons(ImportSession session)
{
    private const int Named = 5;

    private readonly Dictionary<string, int> _deals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a row that name no reason; null when they name one, or there are none.</summary>
    public string? WordsOf(ImportRow row) =>
        row.Text(DealFields.LossReason) is { } words && LossNames.FindReason(session.Company.LossReasons, words) is null
            ? row.Text(DealFields.LossDetail) is { } detail ? $"{words}, {detail}" : words
            : null;

    /// <summary>The deal's note that keeps the words besides what the file notes.</summary>
    public static string NoteOf(string words, string? note) => note is null || words.Contains(note, StringComparison.OrdinalIgnoreCase) ? words
        : note.Contains(words, StringComparison.OrdinalIgnoreCase) ? note
        : $"{words}: {note}";

    /// <summary>A row that was taken.</summary>
    public void See(ImportRow row, Deal taken)
    {
        if (taken is { Status: DealStatus.Lost, LossReason: null } && WordsOf(row) is { } words)
        {
            _deals[words] = _deals.GetValueOrDefault(words) + 1;
        }
    }

    public IEnumerable<string> Notes()
    {
        if (_deals.Count == 0)
        {
            yield break;
        }

        var named = _deals.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(Named).Select(one =>
            $"'{one.Key}' ({ImportSession.Count(one.Value, "deal")}{(LossSuggestion.Of(one.Key, session.Company) is { } likely ? $", perhaps {LossSuggestion.NameOf(likely, session.Company.LossReasons)}" : "")})");
        yield return $"{ImportSession.Count(_deals.Values.Sum(), "lost deal gives", "lost deals give")} a loss reason that company.yaml does not list; it is kept as their note and suggested to whoever is asked why they were lost: {string.Join("; ", named)}{(_deals.Count > Named ? $" and {_deals.Count - Named} more" : "")}. Where one is missing, add it to loss_reasons.";
    }
}
