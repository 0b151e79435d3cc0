using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Many deals on one card: how many and how much, the first before → after, and those that stay as they are with the reason.</summary>
internal static class BulkCards
{
    private const int ShownChanges = 5;
    private const int ShownLeft = 5;

    /// <summary>What would be changed, before it is.</summary>
    /// <param name="set">How the deals were read.</param>
    public static Card Preview(BulkPlan plan, BulkWish wish, string set, string? listText, WriteContext context)
    {
        var headline = $"{CountText.Of(plan.Count, "deal")} would change: {wish.Words(context)}";
        return new Card(headline, [new CardElement.Paragraph(headline, TextTone.Strong), .. Body(plan, set, context)])
        {
            Buttons = listText is null ? [] : [new CardButton("Show the deals", ShowDealsAction.Id, listText)],
        };
    }

    /// <summary>The same without its headline, above the fields of a form.</summary>
    public static IReadOnlyList<CardElement> Body(BulkPlan plan, string set, WriteContext context)
    {
        var inAll = plan.Count + plan.Left.Count;
        var sum = SumOf(plan.Changes.Select(change => change.Deal).Concat(plan.Pending), context);
        List<CardElement> elements =
        [
            new CardElement.Paragraph($"{set} · {CountText.Number(plan.Count)} of {CountText.Number(inAll)}{(sum is { } worth ? $", {MoneyText.Brief(worth, context.Company.Currency)}" : "")}"),
        ];
        if (plan.Count > 0)
        {
            elements.Add(new CardElement.FactList([.. Lines(plan, context)]));
        }

        if (plan.Left.Count > 0)
        {
            elements.Add(new CardElement.Paragraph($"{CountText.Of(plan.Left.Count, "deal")} {(plan.Left.Count == 1 ? "stays as it is" : "stay as they are")}:"));
            elements.AddRange(Left(plan.Left));
        }

        var more = plan.Count > ShownChanges ? $"and {CountText.Number(plan.Count - ShownChanges)} more · " : "";
        elements.Add(new CardElement.Note($"{more}nothing is changed yet"));
        return elements;
    }

    /// <summary>Deals that stay as they are, each with why.</summary>
    public static IEnumerable<CardElement> Left(IReadOnlyList<BulkLeft> left)
    {
        yield return new CardElement.FactList([.. left.Take(ShownLeft).Select(one => new Fact(NameOf(one.Deal), one.Why))]);
        if (left.Count > ShownLeft)
        {
            yield return new CardElement.Note($"and {CountText.List(left.Skip(ShownLeft).Select(one => NameOf(one.Deal)), 20)}");
        }
    }

    /// <summary>What was changed: the first deals, and how many more.</summary>
    public static IEnumerable<CardElement> Changed(IReadOnlyList<BulkChange> changes, WriteContext context)
    {
        yield return new CardElement.FactList([.. Lines(changes, context)]);
        if (changes.Count > ShownChanges)
        {
            yield return new CardElement.Note($"and {CountText.Number(changes.Count - ShownChanges)} more");
        }
    }

    public static JsonObject Data(string outcome, string reading, BulkPlan plan)
    {
        var data = new JsonObject
        {
            ["intent"] = BulkUpdateIntent.Name,
            ["outcome"] = outcome,
            ["reading"] = reading,
            ["count"] = plan.Count,
            ["deals"] = new JsonArray([.. plan.Changes.Select(change => (JsonNode)ChangeData.ChangesOf(change.Deal, change.Accepted.Events)), .. plan.Pending.Select(deal => (JsonNode)new JsonObject { ["deal"] = deal.Id.Value })]),
        };
        data["left"] = new JsonArray([.. plan.Left.Select(left => (JsonNode)new JsonObject { ["deal"] = left.Deal.Id.Value, ["reason"] = left.Why })]);
        return data;
    }

    private static IEnumerable<Fact> Lines(IEnumerable<BulkChange> changes, WriteContext context) =>
        changes.Take(ShownChanges).Select(change => new Fact(NameOf(change.Deal), What(change, context)));

    private static IEnumerable<Fact> Lines(BulkPlan plan, WriteContext context) => Lines(plan.Changes, context)
        .Concat(plan.Pending.Select(deal => new Fact(NameOf(deal), $"{context.NameOf(deal.Stage)} · {AmountText.Brief(deal)}")))
        .Take(ShownChanges);

    /// <summary>One field is told without its name: the headline has it.</summary>
    private static string What(BulkChange change, WriteContext context) => ChangeLines.Of(change.Deal, change.Accepted.Events, context) switch
    {
        [var only] => only.Value,
        var several => string.Join(" · ", several.Select(line => $"{line.Name.ToLowerInvariant()} {line.Value}")),
    };

    private static decimal? SumOf(IEnumerable<Deal> deals, WriteContext context)
    {
        var amounts = deals.Select(deal => deal.Amount).OfType<Money>().Select(amount => context.Company.Rates.Convert(amount, context.Today)).OfType<decimal>().ToList();
        return amounts.Count == 0 ? null : amounts.Sum();
    }

    private static string NameOf(Deal deal) => $"{deal.Name} (#{deal.Id})";
}
