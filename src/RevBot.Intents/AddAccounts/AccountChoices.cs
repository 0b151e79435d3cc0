using RevBot.Conversation.Forms;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.AddAccounts;

/// <summary>The accounts somebody sees, as options: those of their own deals first.</summary>
public static class AccountChoices
{
    /// <summary>The best <paramref name="most"/> for what is typed.</summary>
    public static IReadOnlyList<FieldOption> Find(string typed, WriteContext context, int most)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(context);
        var own = new HashSet<AccountId>();
        foreach (var deal in context.Snapshot.Deals.Span)
        {
            if (deal.Account is { } account && deal.Owner is { } owner && owner == context.Person?.Id)
            {
                own.Add(account);
            }
        }

        var words = typed.Trim();
        return
        [
            .. context.Snapshot.Accounts.Values
                .Select(account => (Account: account, Rank: words.Length == 0 ? 0 : OptionSearch.RankOf(account.Name, words)))
                .Where(found => found.Rank is not null)
                .OrderBy(found => found.Rank)
                .ThenBy(found => own.Contains(found.Account.Id) ? 0 : 1)
                .ThenBy(found => found.Account.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(found => found.Account.Id.Value, StringComparer.Ordinal)
                .Take(most)
                .Select(found => OptionOf(found.Account)),
        ];
    }

    /// <summary>"Acme Corp · Enterprise · EMEA".</summary>
    public static FieldOption OptionOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new FieldOption(account.Id.Value, string.Join(" · ", new[] { account.Name, account.Segment, account.Region }.Where(part => !string.IsNullOrWhiteSpace(part))));
    }
}
