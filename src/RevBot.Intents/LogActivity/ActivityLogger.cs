using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.PickDeal;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.LogActivity;

/// <summary>Logs a call or meeting on one deal: asks the rules, then writes, or offers the form for what is missing. What the sentence, the button and the form share.</summary>
public sealed class ActivityLogger(DealDesk desk)
{
    public const string Intent = "log-activity";
    public const string FormId = "log-activity.form";
    public const string DealKey = "deal";

    private const string VersionKey = "version";
    private const string FactPrefix = "fact.";
    private const int MostListed = 100;

    private static readonly string[] Asked = [ActivityRules.KindKey, ActivityRules.DateKey, ActivityRules.WithKey, ActivityRules.TextKey, DealFields.NextStep, DealFields.NextStepDate];

    /// <summary>Writes what was said when nothing is missing.</summary>
    public async Task<Reply> LogAsync(Deal deal, IReadOnlyDictionary<string, string> facts, WriteContext context, CancellationToken cancellationToken) => Decide(deal, facts, context) switch
    {
        MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, null, context, cancellationToken),
        MoveDecision.Refused refused => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was logged."),
        _ => Offer(deal, facts, context),
    };

    /// <param name="deal">Null where it is still to be picked.</param>
    public static Reply Offer(Deal? deal, IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (deal is null && DealChoices.Find("", context, 1).Count == 0)
        {
            return DealDesk.Refuse(Intent, "There is no open deal that you may change. Nothing was logged.");
        }

        var seed = facts.ToDictionary(fact => FactPrefix + fact.Key, fact => fact.Value, StringComparer.Ordinal);
        if (deal is not null)
        {
            (seed[DealKey], seed[VersionKey]) = (deal.Id.Value, deal.Version.ToString(CultureInfo.InvariantCulture));
        }

        var form = Build(seed, FormValues.Empty, deal, context);
        var kind = facts.GetValueOrDefault(ActivityRules.KindKey)?.ToLowerInvariant() ?? "call";
        var prompt = deal is null ? $"Which deal was the {kind} about, and what was said?" : $"What was said with {deal.Name}?";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt)]), $"Log the {kind}")
        {
            Data = ChangeData.Opened(Intent, prompt, FormId, deal, form),
        };
    }

    /// <summary>What was said is filled in, to be looked at.</summary>
    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, Deal? deal, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(context);
        var (fields, given) = (new List<Field>(), FactsOf(seed));
        if (!seed.ContainsKey(DealKey))
        {
            fields.Add(DealChoices.FieldOf(DealKey, deal, MostListed, context));
        }

        // The date of the step before is not that of a new one.
        var isNewStep = (soFar[DealFields.NextStep] ?? given.GetValueOrDefault(DealFields.NextStep)) is { } step && step != deal?.NextStep;
        foreach (var key in Asked)
        {
            var field = ActivityRules.Find(key) ?? FieldCatalog.Find(context.Company, key);
            if (field is null)
            {
                continue;
            }

            var initial = soFar[key] ?? given.GetValueOrDefault(key) ?? (key == DealFields.NextStepDate && isNewStep ? null : InitialOf(key, deal, context));
            var built = DealFormFields.Of(DealFormFields.NeedOf(field), null, initial, context, key is ActivityRules.KindKey or ActivityRules.TextKey or ActivityRules.DateKey);
            fields.Add(built switch
            {
                DateField date when key == ActivityRules.DateKey => date with { Max = context.Today, Min = context.Today.AddDays(-ActivityRules.MostDaysAgo) },
                TextField text when key == ActivityRules.WithKey => text with { Hint = Names(deal, context) },
                _ => built,
            });
        }

        return new Form("Log a call or meeting", deal is null ? [] : [new CardElement.Paragraph(DealQuestions.Label(deal, context))], fields, "Log it");
    }

    public async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(values);
        var facts = Asked.Where(key => values[key] is not null).ToDictionary(key => key, key => values[key] ?? "", StringComparer.Ordinal);
        return Decide(deal, facts, context) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, seed.TryGetValue(VersionKey, out var version) ? int.Parse(version, CultureInfo.InvariantCulture) : deal.Version, context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused { Field: { } field } refused => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
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
        return (deal, deal is null ? $"There is no deal #{id} any more. Nothing was logged." : DealDesk.Refusal(deal, context));
    }

    private static Dictionary<string, string> FactsOf(IReadOnlyDictionary<string, string> seed) =>
        seed.Where(item => item.Key.StartsWith(FactPrefix, StringComparison.Ordinal)).ToDictionary(item => item.Key[FactPrefix.Length..], item => item.Value, StringComparer.Ordinal);

    private static string? InitialOf(string key, Deal? deal, WriteContext context) => key switch
    {
        ActivityRules.DateKey => DealValues.Canonical(context.Today),
        DealFields.NextStep => deal?.NextStep,
        DealFields.NextStepDate when deal?.NextStepDate is { } day => DealValues.Canonical(day),
        _ => null,
    };

    /// <summary>Who there is at the account.</summary>
    private static string Names(Deal? deal, WriteContext context)
    {
        var known = deal is null ? [] : context.Snapshot.ContactsOf(deal.Account).Take(6).Select(contact => contact.Title is null ? contact.Name : $"{contact.Name} ({contact.Title})").ToList();
        return known.Count == 0 ? "Names with commas between" : $"Names with commas between; known: {string.Join(", ", known)}";
    }

    private async Task<Reply> WriteAsync(Deal deal, MoveDecision.Accepted accepted, int? version, WriteContext context, CancellationToken cancellationToken)
    {
        if (await desk.RivalAsync(deal, version, [DealFields.NextStep, DealFields.NextStepDate], context, cancellationToken) is { } rival && accepted.Events.Count > 1)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        var kind = ((Pipeline.History.DealEvent.ActivityLogged)accepted.Events[0]).Kind.ToLowerInvariant();
        return await desk.WriteAsync(Intent, $"{deal.Name}: {kind} logged", deal, accepted, context, cancellationToken);
    }

    private static MoveDecision Decide(Deal deal, IReadOnlyDictionary<string, string> facts, WriteContext context) => ActivityRules.Decide(deal, facts, context.Company, context.Snapshot, context.Today, context.Stamp);
}
