using RevBot.Intents.Changes;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.BulkUpdate;

/// <summary>What a wish comes to, deal by deal, by the same rights and rules as if each had been changed by itself.</summary>
/// <param name="Changes">Deals that may be changed, with what the rules accepted.</param>
/// <param name="Pending">Deals that may be changed once <paramref name="Needs"/> are answered.</param>
/// <param name="Left">Deals that stay as they are, and why.</param>
/// <param name="Needs">What is asked for once, for all of them; those already answered among them.</param>
internal sealed record BulkPlan(
    IReadOnlyList<BulkChange> Changes, IReadOnlyList<Deal> Pending, IReadOnlyList<BulkLeft> Left, IReadOnlyList<Requirement> Needs)
{
    /// <summary>What has one answer for many deals. An amount or a budget is each deal's own: a deal that lacks one is left and named.</summary>
    private static readonly string[] Shared =
    [
        DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote, DealFields.Competitor, DealFields.WinReason, DealFields.MoveReason,
    ];

    private const int MostNeeds = 20;

    /// <summary>How many deals are changed once all is answered.</summary>
    public int Count => Changes.Count + Pending.Count;

    /// <param name="answers">What was filled in so far.</param>
    public static BulkPlan Of(IEnumerable<Deal> deals, BulkWish wish, IReadOnlyDictionary<string, string> answers, WriteContext context)
    {
        var (changes, pending, left, needs) = (new List<BulkChange>(), new List<Deal>(), new List<BulkLeft>(), new List<Requirement>());
        foreach (var key in wish.Asked)
        {
            if (FieldCatalog.Find(context.Company, key) is { } field)
            {
                needs.Add(DealFormFields.NeedOf(field));
            }
        }

        foreach (var deal in deals)
        {
            if (DealDesk.Refusal(deal, context) is { } refusal)
            {
                left.Add(new BulkLeft(deal, context.Snapshot.OwnerOf(deal) is { } owner && owner.Id != context.Person?.Id ? $"belongs to {owner.Name}" : Short(refusal.Reason, deal), null));
                continue;
            }

            if (wish.Asked.Any(key => !answers.ContainsKey(key)))
            {
                pending.Add(deal);
                continue;
            }

            var (decision, asked) = wish.To is { } to ? Move(deal, to, wish, answers, context) : (Edit(deal, wish, answers, context), []);
            needs.AddRange(asked.Where(need => Shared.Contains(need.Field.Key) && !needs.Exists(known => known.Field.Key == need.Field.Key)));
            switch (decision)
            {
                case MoveDecision.Accepted accepted when DealDesk.FieldRefusal(accepted, context) is { Reason: var kept }:
                    left.Add(new BulkLeft(deal, kept, null));
                    break;
                case MoveDecision.Accepted accepted:
                    changes.Add(new BulkChange(deal, accepted));
                    break;
                case MoveDecision.Incomplete { Missing: var missing } when missing.All(need => Shared.Contains(need.Field.Key)):
                    pending.Add(deal);
                    break;
                case MoveDecision.Incomplete { Missing: var missing }:
                    left.Add(new BulkLeft(deal, Missing([.. missing.Where(need => !Shared.Contains(need.Field.Key)).Select(need => need.Why)]), null));
                    break;
                case MoveDecision.Refused refused:
                    left.Add(new BulkLeft(deal, Short(refused.Reason, deal), refused.Field));
                    break;
                case MoveDecision.NeedsApproval gated:
                    left.Add(new BulkLeft(deal, gated.Reason.TrimEnd('.'), null));
                    break;
                default:
                    break;
            }
        }

        return new BulkPlan(changes, pending, left, needs);
    }

    /// <summary>Beside its name a deal need not be named again.</summary>
    private static string Short(string reason, Deal deal) => (reason.StartsWith(deal.Name + " ", StringComparison.Ordinal) ? reason[(deal.Name.Length + 1)..] : reason).TrimEnd('.');

    /// <summary>"Negotiation needs an amount and a next step".</summary>
    private static string Missing(List<string> whys)
    {
        const string Needs = " needs ";
        var at = whys[0].IndexOf(Needs, StringComparison.Ordinal) + Needs.Length;
        return at > Needs.Length && whys.TrueForAll(why => why.StartsWith(whys[0][..at], StringComparison.Ordinal))
            ? whys[0][..at] + CountText.List(whys.Select(why => why[at..]), MostNeeds)
            : CountText.List(whys, MostNeeds);
    }

    private static (MoveDecision Decision, IReadOnlyList<Requirement> Needs) Move(Deal deal, StageId to, BulkWish wish, IReadOnlyDictionary<string, string> answers, WriteContext context)
    {
        var given = wish.Values.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value ?? "", StringComparer.Ordinal);
        if (wish.Why is { } why && context.Company.Process.Find(to) is { Group: not Pipeline.Process.StageGroup.Lost } target)
        {
            given[MoveRules.AsksWhy(deal, target, context.Company) ? DealFields.MoveReason : DealFields.Note] = why;
        }

        var needs = MoveNeeds.Of(deal, to, given, answers, context);
        return (needs.Decision, needs.Needs);
    }

    private static MoveDecision Edit(Deal deal, BulkWish wish, IReadOnlyDictionary<string, string> answers, WriteContext context)
    {
        var values = new Dictionary<string, string?>(wish.Values, StringComparer.Ordinal);
        foreach (var (key, value) in answers)
        {
            values[key] = value;
        }

        if (wish.Step is { } step && FieldCatalog.Find(context.Company, wish.SteppedField) is { } field)
        {
            if (DealValues.Of(deal, field.Key) is null)
            {
                return new MoveDecision.Refused($"has no {field.Label.ToLowerInvariant()} to count from", field.Key);
            }

            var (value, problem) = step.From(deal, field);
            if (problem is not null)
            {
                return new MoveDecision.Refused(problem, field.Key);
            }

            values[field.Key] = value;
        }

        return wish.OnlyLater && deal.CloseDate is { } day && values.GetValueOrDefault(DealFields.CloseDate) is { } later && string.CompareOrdinal(later, DealValues.Canonical(day)) < 0
            ? new MoveDecision.Refused($"{deal.Name} closes later already, on {PeriodText.Day(day)}.", DealFields.CloseDate)
            : EditRules.Decide(deal, new DealEdit(values), context.Company, context.Snapshot, context.Today, context.Stamp);
    }
}
