using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Shows what a wish comes to before anything is written, and writes it when that is agreed to: each deal decided again on how it stands by then. What the sentence and the form share.</summary>
public sealed class BulkUpdater(DealDesk desk)
{
    public const string FormId = "bulk-update.form";

    private const string DealsKey = "deals";
    private const string SetKey = "set";

    /// <summary>Offers the change: a card with a button where nothing is left to say, else the form for what is.</summary>
    internal static Reply Offer(BulkSet.Found set, BulkWish wish, WriteContext context)
    {
        var plan = BulkPlan.Of(set.Deals, wish, new Dictionary<string, string>(), context);
        var reading = $"{set.Reading}: {wish.Words(context)}";
        if (context.Person is { } person && context.Company.Rights.Of(person.Role).Changes == Reach.None)
        {
            return DealDesk.Refuse(BulkUpdateIntent.Name, Denial.OfRights("You may read deals here and not change them. Please ask their owner, a sales manager or operations. Nothing was changed."));
        }

        if (plan.Count == 0)
        {
            var none = $"None of {CountText.Of(set.Deals.Count, "deal")} can be changed: {wish.Words(context)}.";
            return new Reply.Replace(new Card(none, [new CardElement.Paragraph(none, TextTone.Strong), new CardElement.Paragraph(set.Reading), .. BulkCards.Left(plan.Left), new CardElement.Note("Nothing was changed.")]))
            {
                Data = ChangeData.Refused(BulkUpdateIntent.Name, string.Join(' ', plan.Left.Take(3).Select(left => left.Why).Prepend(none))),
            };
        }

        var seed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DealsKey] = string.Join('\n', set.Deals.Select(deal => string.Create(CultureInfo.InvariantCulture, $"{deal.Version} {deal.Id}"))),
            [SetKey] = set.Reading,
        };
        wish.Write(seed);
        var missing = plan.Needs.Select(need => need.Field.Label.ToLowerInvariant()).ToList();
        var card = BulkCards.Preview(plan, wish, set.Reading, set.ListText, context);
        return new Reply.Ask(FormId, seed, card, missing.Count == 0 ? Button(plan) : $"Give {(missing is [{ Length: <= 20 } only] ? only : CountText.Of(missing.Count, "field"))}")
        {
            SubmitsAtOnce = missing.Count == 0,
            Data = BulkCards.Data(missing.Count == 0 ? "confirm" : "form", reading, plan),
            Audit = new AuditNote(AuditKind.Asked, BulkUpdateIntent.Name, string.Join(", ", plan.Needs.Select(need => need.Field.Key)), plan.Count, missing.Count == 0 ? null : RefusalClass.Missing),
        };
    }

    /// <summary>The form as it is for what is filled in so far.</summary>
    internal static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, WriteContext context)
    {
        var (wish, answers) = (BulkWish.Read(seed), Answers(soFar));
        var deals = DealsOf(seed, context).Select(one => one.Deal).ToList();
        var plan = BulkPlan.Of(deals, wish, answers, context);
        var fields = deals is [var any, ..] ? plan.Needs.Select(need => DealFormFields.Of(need, any, soFar[need.Field.Key], context)).ToList() : [];
        return new Form("Change many deals", [new CardElement.Paragraph(wish.Words(context), TextTone.Strong), .. BulkCards.Body(plan, seed[SetKey], context)], fields, Button(plan));
    }

    /// <summary>Writes what may be written by now, in one turn, and says what was left.</summary>
    internal async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, WriteContext context, CancellationToken cancellationToken)
    {
        var (wish, answers) = (BulkWish.Read(seed), Answers(values));
        var (deals, left) = (new List<Deal>(), new List<BulkLeft>());
        foreach (var (deal, version) in DealsOf(seed, context))
        {
            if (await desk.RivalAsync(deal, version, wish.Fields(answers.Keys), context, cancellationToken) is { } rival)
            {
                left.Add(new BulkLeft(deal, rival.Reason.Replace(FirstComer.NothingChanged, "", StringComparison.Ordinal), null));
            }
            else
            {
                deals.Add(deal);
            }
        }

        var plan = BulkPlan.Of(deals, wish, answers, context);
        if (plan.Needs.FirstOrDefault(need => !answers.ContainsKey(need.Field.Key) && plan.Pending.Count > 0) is { } need)
        {
            return new Reply.FormErrors([new FieldError(need.Field.Key, need.Why.Length > 0 ? $"{need.Why}." : $"{need.Field.Label} is needed.")]);
        }

        if (plan.Changes.Count == 0 && plan.Left.FirstOrDefault(left => left.Field is { } field && answers.ContainsKey(field)) is { Field: { } wrong } why)
        {
            return new Reply.FormErrors([new FieldError(wrong, why.Why)]);
        }

        left.AddRange(plan.Left);
        var changes = plan.Changes;
        if (changes.Count == 0)
        {
            return DealDesk.Refuse(BulkUpdateIntent.Name, $"None of the deals can be changed any more: {string.Join("; ", left.Take(3).Select(one => $"{one.Deal.Name}: {one.Why.TrimEnd('.')}"))}. Nothing was changed.");
        }

        var headline = $"{CountText.Of(changes.Count, "deal")} changed: {wish.Words(context)}{Filled(answers, context)}";
        return await desk.WriteAllAsync(
            BulkUpdateIntent.Name,
            headline,
            [.. changes.Select(change => (change.Deal, change.Accepted))],
            [
                .. BulkCards.Changed(changes, context),
                .. left.Count == 0 ? Array.Empty<CardElement>() : [new CardElement.Paragraph($"{CountText.Of(left.Count, "deal")} stayed as {(left.Count == 1 ? "it was" : "they were")}:"), .. BulkCards.Left(left)],
            ],
            BulkCards.Data("done", headline, plan with { Left = left }),
            context,
            cancellationToken);
    }

    /// <summary>The deals that were listed, as they stand now, with the version they had then.</summary>
    private static IEnumerable<(Deal Deal, int Version)> DealsOf(IReadOnlyDictionary<string, string> seed, WriteContext context)
    {
        foreach (var line in seed[DealsKey].Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (context.Snapshot.Find(new DealId(line[(space + 1)..])) is { } deal)
            {
                yield return (deal, int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Filled(Dictionary<string, string> answers, WriteContext context) =>
        answers.Count == 0 ? "" : $" · {string.Join(" · ", answers.Where(answer => answer.Key != DealFields.LossNote && answer.Key != DealFields.MoveReason).Select(answer => ChangeLines.Show(answer.Key, answer.Value, context)))}".TrimEnd(' ', '·');

    private static Dictionary<string, string> Answers(FormValues values) =>
        values.Items.Where(item => !string.IsNullOrWhiteSpace(item.Value)).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);

    private static string Button(BulkPlan plan) => $"Change {CountText.Of(plan.Count, "deal")}";
}
