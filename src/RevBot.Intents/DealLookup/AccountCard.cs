using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.ListDeals;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.DealLookup;

/// <summary>Shows an account with several deals: what is open, what was won, and the deals themselves.</summary>
internal static class AccountCard
{
    private const int Shown = 10;

    public static Reply Of(LookupCall lookup, NamedThing account, List<Deal> deals, List<Deal> open, DateTimeOffset now)
    {
        var won = deals.FindAll(deal => deal.Status == DealStatus.Won);
        var owners = open.Select(lookup.Snapshot.OwnerOf).OfType<Person>().Select(person => person.Name).Distinct().ToList();
        var headline = deals.Count == 0
            ? $"{account.Name} has no deals."
            : lookup.Topic == LookupTopic.Owner && owners.Count > 0
                ? $"{CountText.List(owners)} {(owners.Count == 1 ? "owns" : "own")} the open deals of {account.Name}."
                : $"{account.Name}: {CountText.OrNo(open.Count, "open deal")}{Sum(open, lookup)}, {CountText.Number(won.Count)} won{Sum(won, lookup)}, {CountText.Number(deals.Count - open.Count - won.Count)} lost";
        List<CardElement> elements = [new CardElement.Heading(account.Name), new CardElement.Paragraph(headline, TextTone.Strong)];
        if (lookup.Snapshot.Accounts.GetValueOrDefault(new AccountId(account.Key)) is { } known)
        {
            List<Fact> facts = [];
            facts.AddRange(new[] { ("Segment", known.Segment), ("Region", known.Region), ("Industry", known.Industry) }.Where(fact => fact.Item2 is { Length: > 0 }).Select(fact => new Fact(fact.Item1, fact.Item2 ?? string.Empty)));
            if (facts.Count > 0)
            {
                elements.Add(new CardElement.FactList(facts));
            }
        }

        var ordered = deals.OrderBy(deal => deal.Status).ThenByDescending(deal => deal.ClosedOn ?? deal.CloseDate ?? DateOnly.MinValue).ToList();
        if (deals.Count > 0)
        {
            elements.Add(DealTable.Of(ordered.Take(Shown), lookup.Snapshot, lookup.Company));
        }

        elements.Add(new CardElement.Note($"{(deals.Count > Shown ? $"{Shown} of {CountText.Number(deals.Count)} deals shown · " : string.Empty)}as of {lookup.Clock.Moment(now)}"));
        var data = AnswerData.Start(DealLookupIntent.Name, "answered", headline);
        data["account"] = account.Name;
        data["deals"] = new JsonArray([.. ordered.Take(200).Select(deal => (JsonNode)deal.Id.Value)]);
        return new Reply.Say(new Card(headline, elements, [])) { Data = data };
    }

    private static string Sum(List<Deal> deals, LookupCall lookup)
    {
        var total = deals.Sum(deal => deal.Amount is { } amount ? lookup.Company.Rates.Convert(amount, deal.ClosedOn ?? deal.CloseDate ?? DateOnly.MaxValue) ?? 0 : 0);
        return total == 0 ? string.Empty : $" ({MoneyText.Brief(total, lookup.Company.Currency)})";
    }
}
