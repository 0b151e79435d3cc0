using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Slots;

/// <summary>Finds the account that is called so, but for case, signs and a legal suffix: "acme, inc." is Acme Corp's twin and no other account.</summary>
public sealed class AccountNames(NameDirectory names)
{
    /// <summary>Null when there is none, or several.</summary>
    public Account? Find(string name, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return names.For(context.Snapshot, context.Company).Find(name, kind => kind == NameKind.Account) is { Quality: NameQuality.Exact or NameQuality.Normalized, Only: { } only }
            ? context.Snapshot.Accounts.GetValueOrDefault(new AccountId(only.Key))
            : context.Snapshot.Accounts.GetValueOrDefault(AccountId.OfName(name));
    }

    /// <summary>The account that words mean, also by the beginning of its name; null when none or several may be meant, or only a slip of the keyboard explains the words.</summary>
    public Account? Meant(string words, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return names.For(context.Snapshot, context.Company).Find(words, kind => kind == NameKind.Account) is { Quality: not NameQuality.Typo, Only: { } only }
            ? context.Snapshot.Accounts.GetValueOrDefault(new AccountId(only.Key))
            : null;
    }
}
