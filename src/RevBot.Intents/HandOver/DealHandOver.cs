using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.PickDeal;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.HandOver;

/// <summary>Hands a deal over to somebody else with a note; both owners are told, and its next step goes along. What the sentence, the button and the form share.</summary>
public sealed class DealHandOver(DealDesk desk)
{
    public const string Intent = "hand-over";
    public const string FormId = "hand-over.form";
    public const string DealKey = "deal";

    private const string VersionKey = "version";
    private const int MostListed = 100;

    /// <param name="deal">Null where it is still to be picked.</param>
    public static Reply Offer(Deal? deal, WriteContext context)
    {
        if (deal is null && DealChoices.Find("", context, 1).Count == 0)
        {
            return DealDesk.Refuse(Intent, "There is no open deal that you may hand over. Nothing was changed.");
        }

        var seed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (deal is not null)
        {
            (seed[DealKey], seed[VersionKey]) = (deal.Id.Value, deal.Version.ToString(CultureInfo.InvariantCulture));
        }

        var form = Build(seed, FormValues.Empty, deal, context);
        var prompt = deal is null ? "Which deal goes to whom?" : $"Who takes over {deal.Name}?";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), "Choose the owner") { Data = ChangeData.Opened(Intent, prompt, FormId, deal, form) };
    }

    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, Deal? deal, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(context);
        var fields = new List<Field>();
        if (!seed.ContainsKey(DealKey))
        {
            fields.Add(DealChoices.FieldOf(DealKey, deal, MostListed, context));
        }

        foreach (var (key, label, required) in new[] { (DealFields.Owner, "New owner", true), (DealFields.Note, "Note for them", false) })
        {
            if (FieldCatalog.Find(context.Company, key) is { } field)
            {
                fields.Add(DealFormFields.Of(DealFormFields.NeedOf(field), deal, soFar[key], context, required) with { Label = label });
            }
        }

        List<CardElement> intro = [];
        if (deal is not null)
        {
            intro.Add(new CardElement.Paragraph(DealQuestions.Label(deal, context)));
            intro.Add(new CardElement.Note(deal.NextStep is { } step ? $"Goes along: {step}{(deal.NextStepDate is { } day ? $", {PeriodText.Day(day)}" : "")}" : "It has no next step."));
        }

        return new Form("Hand over a deal", intro, fields, "Hand over");
    }

    public async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(values);
        var changes = new[] { DealFields.Owner, DealFields.Note }.Where(key => values[key] is not null).ToDictionary(key => key, key => values[key], StringComparer.Ordinal);
        if (!changes.TryGetValue(DealFields.Owner, out var owner) || owner is null)
        {
            return new Reply.FormErrors([new FieldError(DealFields.Owner, "Choose who takes it over.")]);
        }

        if (deal.Owner?.Value == owner)
        {
            return new Reply.FormErrors([new FieldError(DealFields.Owner, $"{deal.Name} is {context.NameOf(deal.Owner)}'s already.")]);
        }

        var version = seed.TryGetValue(VersionKey, out var seen) ? int.Parse(seen, CultureInfo.InvariantCulture) : deal.Version;
        return EditRules.Decide(deal, new DealEdit(changes), context.Company, context.Snapshot, context.Today, context.Stamp) switch
        {
            MoveDecision.Accepted accepted when await desk.RivalAsync(deal, version, [DealFields.Owner], context, cancellationToken) is { } rival && accepted.Events.Count > 0 => DealDesk.Refuse(Intent, rival),
            MoveDecision.Accepted accepted => await desk.WriteAsync(Intent, $"{deal.Name} is handed over to {context.NameOf(new PersonId(owner))}", deal, accepted, context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused refused => new Reply.FormErrors([new FieldError(refused.Field ?? DealFields.Owner, refused.Reason)]),
            _ => new Reply.Nothing(),
        };
    }

    /// <summary>The deal a form is about by now: the one it was offered for, or the one that is picked in it.</summary>
    public static (Deal? Deal, Denial? Problem) Find(FormSession session, FormValues values, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        if ((session.Seed.GetValueOrDefault(DealKey) ?? values[DealKey]) is not { Length: > 0 } id)
        {
            return (null, null);
        }

        var deal = context.Snapshot.Find(new DealId(id));
        return (deal, deal is null ? $"There is no deal #{id} any more. Nothing was changed." : DealDesk.Refusal(deal, context));
    }
}
