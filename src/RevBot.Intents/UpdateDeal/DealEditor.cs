using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Approvals;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.UpdateDeal;

/// <summary>Changes fields of one deal: asks the rules, then writes, offers the form for what is missing, or says why not. What the sentence and the form share.</summary>
public sealed class DealEditor(DealDesk desk)
{
    public const string Intent = "update-deal";
    public const string FormId = "update-deal.form";

    private const string GivenPrefix = "set.";
    private const string RequiredKey = "required";

    /// <summary>A loss reason that words of the deal suggest: filled in to be agreed to, never written by itself.</summary>
    private const string SuggestedReasonKey = "suggested-reason";

    private static readonly string[] OfLoss = [DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote];

    /// <param name="suggestedReason">A loss reason to be agreed to, where one is asked for.</param>
    public async Task<Reply> EditAsync(Deal deal, IReadOnlyDictionary<string, string?> changes, WriteContext context, CancellationToken cancellationToken, string? suggestedReason = null) =>
        EditRules.Decide(deal, new DealEdit(changes), context.Company, context.Snapshot, context.Today, context.Stamp) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, null, context, cancellationToken),
            MoveDecision.Incomplete incomplete => Offer(deal, [.. incomplete.Missing.Select(need => need.Field.Key)], changes, context, suggestedReason: suggestedReason),
            MoveDecision.Refused refused => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed."),
            MoveDecision.NeedsApproval gated => Approve(deal, gated, changes, context),
            _ => new Reply.Nothing(),
        };

    /// <summary>Offers the form for the fields whose value is not known yet; an empty text among the given values clears.</summary>
    /// <param name="required">Whether each must be given; otherwise only one that is asked for alone must.</param>
    public static Reply Offer(Deal deal, IReadOnlyList<string> fields, IReadOnlyDictionary<string, string?> given, WriteContext context, bool required = false, string? suggestedReason = null)
    {
        var seed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["deal"] = deal.Id.Value,
            ["version"] = deal.Version.ToString(CultureInfo.InvariantCulture),
            ["fields"] = string.Join(',', fields),
        };
        if (required)
        {
            seed[RequiredKey] = "yes";
        }

        if (suggestedReason is not null)
        {
            seed[SuggestedReasonKey] = suggestedReason;
        }

        foreach (var (key, value) in given)
        {
            seed[GivenPrefix + key] = value ?? "";
        }

        var form = Build(seed, FormValues.Empty, deal, context);
        var asked = CountText.List(form.Fields.Select(field => field.Label.ToLowerInvariant()));
        var prompt = $"What should the {asked} of {deal.Name} be?";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), form.Fields.Count == 1 ? "Fill it in" : $"Fill in {CountText.Of(form.Fields.Count, "field")}")
        {
            Data = ChangeData.Opened(Intent, $"Change {asked} of {deal.Name}", FormId, deal, form),
        };
    }

    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, Deal deal, WriteContext context)
    {
        var needs = NeedsOf(seed, soFar, deal, context);
        var required = needs.Count == 1 || seed.ContainsKey(RequiredKey);
        var fields = needs.ConvertAll(need => DealFormFields.Of(need, deal, soFar[need.Field.Key] ?? DealValues.Of(deal, need.Field.Key) ?? (need.Field.Key == DealFields.LossReason ? seed.GetValueOrDefault(SuggestedReasonKey) : null), context, required || need.Why.Length > 0));
        var given = Given(seed).Where(item => item.Value.Length > 0).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        var lines = ChangeLines.OfWish(deal, null, given, context);
        List<CardElement> intro = [new CardElement.Paragraph(DealQuestions.Label(deal, context))];
        if (lines.Count > 0)
        {
            intro.Add(new CardElement.FactList(lines));
        }

        if (seed.TryGetValue(SuggestedReasonKey, out var suggested))
        {
            intro.Add(new CardElement.Note($"The note reads like {LossSuggestion.NameOf(suggested, context.Company.LossReasons)}. Is that why?"));
        }

        return new Form(
            "Update deal",
            intro,
            fields,
            "Save");
    }

    public async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        var changes = Given(seed).ToDictionary(item => item.Key, item => item.Value.Length == 0 ? null : item.Value, StringComparer.Ordinal);
        foreach (var key in Fields(seed))
        {
            // A field left empty that had nothing in it is not a change.
            if (values[key] is { } value)
            {
                changes[key] = value;
            }
            else if (DealValues.Of(deal, key) is not null)
            {
                changes[key] = null;
            }
        }

        // What a reason asks for besides came up while the form was filled in.
        foreach (var (key, value) in values.Items)
        {
            changes[key] = value;
        }

        var version = int.Parse(seed["version"], CultureInfo.InvariantCulture);
        return EditRules.Decide(deal, new DealEdit(changes), context.Company, context.Snapshot, context.Today, context.Stamp) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, version, context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused { Field: { } field } refused when Fields(seed).Contains(field) || values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
            MoveDecision.Refused refused => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed."),
            MoveDecision.NeedsApproval gated => Approve(deal, gated, changes, context),
            _ => new Reply.Nothing(),
        };
    }

    /// <summary>What the change makes of the deal needs somebody's approval in its stage: offers to ask for it, or says that it was asked for.</summary>
    private static Reply Approve(Deal deal, MoveDecision.NeedsApproval gated, IReadOnlyDictionary<string, string?> changes, WriteContext context) => gated.Waiting is { } waiting
        ? ApprovalDesk.AlreadyAsked(deal, waiting, context)
        : ApprovalDesk.Offer(new ApprovalSeed(deal.Id, gated.Wish.Stage, gated.Gate.Key, changes.ToDictionary(change => change.Key, change => change.Value ?? "", StringComparer.Ordinal)), deal, context);

    private async Task<Reply> WriteAsync(Deal deal, MoveDecision.Accepted accepted, int? version, WriteContext context, CancellationToken cancellationToken)
    {
        var labels = accepted.Events.SelectMany(happened => FieldChange.Of(happened)).Select(change => change.Field).Distinct().ToList();
        if (await desk.RivalAsync(deal, version, labels, context, cancellationToken) is { } rival)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        var what = CountText.List(labels.Select(field => ChangeLines.LabelOf(field, context).ToLowerInvariant()));
        return await desk.WriteAsync(Intent, labels is [DealFields.Note] ? $"{deal.Name}: note added" : $"{deal.Name}: {what} updated", deal, accepted, context, cancellationToken);
    }

    /// <summary>What is asked for, and what the values filled in so far make the rules ask for besides, in the rules' words.</summary>
    private static List<Requirement> NeedsOf(IReadOnlyDictionary<string, string> seed, FormValues soFar, Deal deal, WriteContext context)
    {
        var needs = Fields(seed).Select(key => FieldCatalog.Find(context.Company, key)).OfType<DealField>().Select(field => DealFormFields.NeedOf(field)).ToList();
        var facts = Given(seed).ToDictionary(item => item.Key, item => item.Value.Length == 0 ? null : item.Value, StringComparer.Ordinal);
        if (deal.Status != DealStatus.Lost || !needs.Exists(need => OfLoss.Contains(need.Field.Key)))
        {
            foreach (var key in Fields(seed).Where(key => soFar[key] is not null))
            {
                facts[key] = soFar[key];
            }
        }

        var answered = true;
        while (answered && EditRules.Decide(deal, new DealEdit(facts), context.Company, context.Snapshot, context.Today, context.Stamp) is MoveDecision.Incomplete { Missing: var missing })
        {
            answered = false;
            foreach (var need in missing)
            {
                var place = needs.FindIndex(known => known.Field.Key == need.Field.Key);
                needs.RemoveAll(known => known.Field.Key == need.Field.Key);
                needs.Insert(place < 0 ? needs.Count : place, need);
                if (soFar[need.Field.Key] is { } value)
                {
                    (facts[need.Field.Key], answered) = (value, true);
                }
            }
        }

        return needs;
    }

    private static string[] Fields(IReadOnlyDictionary<string, string> seed) => seed["fields"].Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<KeyValuePair<string, string>> Given(IReadOnlyDictionary<string, string> seed) =>
        seed.Where(item => item.Key.StartsWith(GivenPrefix, StringComparison.Ordinal)).Select(item => KeyValuePair.Create(item.Key[GivenPrefix.Length..], item.Value));
}
