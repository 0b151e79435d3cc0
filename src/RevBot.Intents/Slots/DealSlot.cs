using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Finds the deal somebody means by its id (<c>#D-102</c>), its name, its account's name or some words of them. Open deals and the asker's own come first when several fit.</summary>
public sealed class DealSlot(NameDirectory directory)
{
    /// <param name="asker">Whose own deals are preferred.</param>
    /// <param name="wantsClosed">True for what is done to closed deals (reopen): then those come first.</param>
    public DealMatch Find(string words, PipelineSnapshot snapshot, CompanyProfile company, PersonId? asker, bool wantsClosed = false)
    {
        var text = words.Trim();
        if (text.StartsWith('#'))
        {
            return snapshot.Find(new DealId(text[1..].Trim())) is { } named ? new DealMatch.One(named, true)
                : Named(text, snapshot, company) is { Deals: [var byId] } ? new DealMatch.One(byId, true)
                : new DealMatch.None(() => []);
        }

        var (deals, exact) = Named(text, snapshot, company);
        if (deals.Count == 0)
        {
            (deals, exact) = (Containing(text, snapshot, directory.For(snapshot, company)), true);
        }

        if (deals.Count == 0)
        {
            return new DealMatch.None(() => Nearest(text, snapshot, asker));
        }

        var preferred = Prefer(Prefer(deals, deal => deal.Status != DealStatus.Open == wantsClosed), deal => deal.Owner == asker);
        return preferred.Count == 1
            ? new DealMatch.One(preferred[0], exact)
            : new DealMatch.Several([.. preferred.OrderByDescending(deal => deal.ChangedAt)]);
    }

    private static IReadOnlyList<Deal> Prefer(IReadOnlyList<Deal> deals, Func<Deal, bool> better) =>
        deals.Any(better) ? [.. deals.Where(better)] : deals;

    /// <summary>By the name of a deal or of an account. A deal called exactly so goes before the other deals of an account of the same name, unless it is closed and they are not.</summary>
    private (IReadOnlyList<Deal> Deals, bool Exact) Named(string text, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var hit = directory.For(snapshot, company).Find(text, kind => kind is NameKind.Deal or NameKind.Account);
        if (hit is null)
        {
            return ([], true);
        }

        var byName = hit.Things.Where(thing => thing.Kind == NameKind.Deal)
            .Select(thing => snapshot.Find(new DealId(thing.Key)))
            .OfType<Deal>()
            .ToList();
        var accounts = hit.Things.Where(thing => thing.Kind == NameKind.Account).Select(thing => new AccountId(thing.Key)).ToHashSet();
        var exact = hit.Quality != NameQuality.Typo;
        if (byName.Exists(deal => deal.Status == DealStatus.Open) || accounts.Count == 0)
        {
            return (byName, exact);
        }

        var ofAccounts = new List<Deal>(byName);
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Account is { } account && accounts.Contains(account) && !byName.Contains(deal))
            {
                ofAccounts.Add(deal);
            }
        }

        return (ofAccounts, exact);
    }

    /// <summary>Deals whose name, together with the account's, has all the words.</summary>
    private static List<Deal> Containing(string text, PipelineSnapshot snapshot, NameMatcher names)
    {
        var words = WordSplitter.Split(text).Select(word => word.Stem).Where(word => word is not ("the" or "deal" or "opportunity" or "with" or "for")).ToList();
        var found = new List<Deal>();
        if (words.Count == 0 || words.TrueForAll(word => word.Length < 3) || words.Exists(word => !names.HasWord(word)))
        {
            return found;
        }

        // The longest word, in its first letters, is in few names; only those are cut into words.
        var rare = words.MaxBy(word => word.Length) ?? "";
        foreach (var deal in names.DealsThatMayHave(words))
        {
            var account = snapshot.AccountOf(deal)?.Name ?? "";
            if ((deal.Name.Contains(rare, StringComparison.OrdinalIgnoreCase) || account.Contains(rare, StringComparison.OrdinalIgnoreCase)) && HasAll(deal.Name + " " + account, words))
            {
                found.Add(deal);
            }
        }

        return found;
    }

    private static bool HasAll(string name, List<string> words)
    {
        var parts = WordSplitter.Split(name);
        return words.TrueForAll(word => parts.Exists(part => part.Stem == word || part.Text == word));
    }

    /// <summary>What somebody may have meant: names that share a word's beginning, else the asker's own newest open deals.</summary>
    private static IReadOnlyList<Deal> Nearest(string text, PipelineSnapshot snapshot, PersonId? asker)
    {
        var beginnings = WordSplitter.Split(text).Where(word => word.Text.Length >= 3).Select(word => word.Text[..3]).ToList();
        var near = new List<Deal>();
        var own = new List<Deal>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Status != DealStatus.Open)
            {
                continue;
            }

            if (beginnings.Exists(beginning => deal.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
            {
                near.Add(deal);
            }
            else if (deal.Owner is not null && deal.Owner == asker)
            {
                own.Add(deal);
            }
        }

        return [.. near.OrderByDescending(deal => deal.Owner == asker).ThenByDescending(deal => deal.ChangedAt)
            .Concat(own.OrderByDescending(deal => deal.ChangedAt)).Take(3)];
    }
}
