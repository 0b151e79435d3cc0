using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Approvals;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.MoveDeal;

/// <summary>The move form's fields for what is known so far. What is mandatory comes from <see cref="MoveRules"/> and from nowhere else; a win also shows amount and dates, to be looked at once more.</summary>
public static class MoveSheet
{
    private static readonly string[] WinningKeys = [DealFields.Amount, DealFields.CloseDate, DealFields.SignedDate];
    private static readonly string[] LosingKeys = [DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote, DealFields.Competitor];

    /// <summary>The stage a seed and the form's own stage field add up to.</summary>
    public static StageId? StageOf(MoveSeed seed, FormValues values) =>
        seed.To ?? (values[DealFields.Stage] is { Length: > 0 } chosen ? new StageId(chosen) : null);

    /// <summary>What the rules are told on submission: what was given before, under what the form says now.</summary>
    public static Dictionary<string, string> FactsOf(MoveSeed seed, FormValues values)
    {
        var facts = new Dictionary<string, string>(seed.Given, StringComparer.Ordinal);
        foreach (var (key, value) in values.Items.Where(item => item.Key != DealFields.Stage))
        {
            facts[key] = value;
        }

        return facts;
    }

    public static Form Build(MoveSeed seed, FormValues soFar, Deal deal, WriteContext context)
    {
        var fields = new List<Field>();
        if (seed.To is null)
        {
            fields.Add(StageField(deal, context));
        }

        var target = StageOf(seed, soFar) is { } id ? context.Company.Process.Find(id) : null;
        var settled = seed.Given;
        if (target is not null)
        {
            var shown = ShownAgain(target, seed.Given, context);
            settled = seed.Given.Where(fact => !shown.Contains(fact.Key)).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
            var values = new Dictionary<string, string>(seed.Given.Where(fact => shown.Contains(fact.Key)), StringComparer.Ordinal);
            foreach (var (key, value) in soFar.Items)
            {
                values[key] = value;
            }

            var needs = MoveNeeds.Of(deal, target.Id, settled, values, context).Needs;
            fields.AddRange(needs.Select(need => DealFormFields.Of(need, deal, values.GetValueOrDefault(need.Field.Key) ?? (need.Field.Kind == FieldKind.People ? DealValues.Of(deal, need.Field.Key) : null), context)));
            if (target.Group == StageGroup.Won)
            {
                fields.AddRange(OfWinning(fields, values, deal, context));
            }
        }

        return new Form(Title(target), Intro(deal, target, settled, context), fields, Submit(target)) { Beside = Exception(deal, target, seed.Given, context) };
    }

    /// <summary>The button for an exception where one could be given; none where nothing is lacking that somebody may waive.</summary>
    public static IReadOnlyList<CardButton> Exception(Deal deal, Stage? target, IReadOnlyDictionary<string, string> facts, WriteContext context) =>
        target is not null && context.Company.Approvals.Exceptions is not null && deal.Status == DealStatus.Open
            && !ApprovalNeeds.OfException(deal, target, facts, context.Company, context.Snapshot, context.Today, context.Stamp).Waives.IsEmpty
            ? [ApprovalCards.Ask(deal, target.Id)]
            : [];

    /// <summary>What will happen, in words and lines.</summary>
    public static IReadOnlyList<CardElement> Intro(Deal deal, Stage? target, IReadOnlyDictionary<string, string> settled, WriteContext context)
    {
        var owner = context.Snapshot.OwnerOf(deal)?.Name;
        var facts = new List<string> { deal.Name, context.NameOf(deal.Stage) };
        if (deal.Amount is { } amount)
        {
            facts.Add(MoneyText.Exact(amount));
        }

        if (owner is not null)
        {
            facts.Add(owner);
        }

        var lines = ChangeLines.OfWish(deal, target?.Id, settled, context);
        return lines.Count == 0
            ? [new CardElement.Paragraph(string.Join(" · ", facts))]
            : [new CardElement.Paragraph(string.Join(" · ", facts)), new CardElement.FactList(lines)];
    }

    /// <summary>Given facts that the form shows again, filled in: a closing is agreed to by reading it. A reason without its detail is settled and only the detail is asked for.</summary>
    private static HashSet<string> ShownAgain(Stage target, IReadOnlyDictionary<string, string> given, WriteContext context)
    {
        if (target.Group == StageGroup.Won)
        {
            return [.. WinningKeys, DealFields.WinReason];
        }

        if (target.Group == StageGroup.Open)
        {
            return [];
        }

        var halfReason = given.TryGetValue(DealFields.LossReason, out var reason)
            && !reason.Contains('/', StringComparison.Ordinal)
            && context.Company.LossReasons.Find(reason) is { Details.Count: > 0 };
        return [.. halfReason ? LosingKeys.Except([DealFields.LossReason]) : LosingKeys];
    }

    private static IEnumerable<Field> OfWinning(List<Field> there, Dictionary<string, string> values, Deal deal, WriteContext context)
    {
        foreach (var key in WinningKeys.Where(key => !there.Exists(field => field.Id == key)))
        {
            if (FieldCatalog.Find(context.Company, key) is not { } field)
            {
                continue;
            }

            var initial = values.GetValueOrDefault(key) ?? (key == DealFields.CloseDate ? DealValues.Canonical(context.Today) : DealValues.Of(deal, key));
            var built = DealFormFields.Of(DealFormFields.NeedOf(field), deal, initial, context, required: key == DealFields.CloseDate);
            yield return built is DateField date ? date with { Max = context.Today, Hint = key == DealFields.CloseDate ? "The day it was won" : date.Hint } : built;
        }
    }

    private static ChoiceField StageField(Deal deal, WriteContext context) => new()
    {
        Id = DealFields.Stage,
        Label = "New stage",
        Refreshes = true,
        Options =
        [
            .. context.Company.Process.Stages
                .Where(stage => MoveRules.MayMove(deal, stage, context.Company, context.Today))
                .Select(stage => new FieldOption(stage.Id.Value, stage.Name)),
        ],
    };

    private static string Title(Stage? target) => target switch
    {
        null => "Move deal",
        { Name.Length: <= 16 } => $"Move to {target.Name}",
        _ => "Move deal",
    };

    private static string Submit(Stage? target) => target?.Group switch
    {
        StageGroup.Won => "Mark as won",
        StageGroup.Lost => "Mark as lost",
        _ => "Move",
    };
}
