using RevBot.Conversation.Forms;
using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.PickDeal;

/// <summary>The open deals somebody may change, as options: their own before others', those due first before later ones.</summary>
public static class DealChoices
{
    /// <summary>The best <paramref name="most"/> for what is typed, which may be part of the deal's name, its account's or its id.</summary>
    public static IReadOnlyList<FieldOption> Find(string typed, WriteContext context, int most)
    {
        if (context.Person is not { } person)
        {
            return [];
        }

        var words = typed.Trim();
        var found = new List<(Deal Deal, int Rank)>();
        foreach (var deal in context.Snapshot.Deals.Span)
        {
            if (deal.Status == DealStatus.Open && RankOf(deal, words, context) is { } rank && DealRights.MayWrite(person, deal, context.Snapshot, context.Company))
            {
                found.Add((deal, rank));
            }
        }

        return
        [
            .. found.OrderBy(match => match.Rank)
                .ThenBy(match => match.Deal.Owner == person.Id ? 0 : 1)
                .ThenBy(match => match.Deal.CloseDate ?? DateOnly.MaxValue)
                .ThenBy(match => match.Deal.Id.Value, StringComparer.Ordinal)
                .Take(most)
                .Select(match => OptionOf(match.Deal, context)),
        ];
    }

    /// <summary>The field that picks a deal: the likeliest come along, the others are found by what is typed.</summary>
    /// <param name="picked">The deal that stands in it, or null.</param>
    public static ChoiceField FieldOf(string id, Deal? picked, int mostListed, WriteContext context, string? hint = null)
    {
        var listed = Find("", context, mostListed);
        return new ChoiceField
        {
            Id = id,
            Label = "Deal",
            Hint = hint,
            Refreshes = true,
            IsPartial = listed.Count == mostListed,
            Options = picked is null || listed.Any(option => option.Key == picked.Id.Value) ? listed : [OptionOf(picked, context), .. listed],
        };
    }

    public static FieldOption OptionOf(Deal deal, WriteContext context) => new(deal.Id.Value, DealQuestions.Label(deal, context));

    private static int? RankOf(Deal deal, string words, WriteContext context)
    {
        if (words.Length == 0)
        {
            return 0;
        }

        if (string.Equals(words.TrimStart('#'), deal.Id.Value, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        return OptionSearch.RankOf(deal.Name, words)
            ?? (context.Snapshot.AccountOf(deal) is { } account && OptionSearch.RankOf($"{account.Name} {deal.Name}", words) is { } rank ? rank + 1 : null);
    }
}
