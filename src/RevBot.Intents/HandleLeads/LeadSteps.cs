using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.HandleLeads;

/// <summary>Does one step with one lead: asks the rules, then writes, offers the form for what is missing, or says why not. What sentences, buttons and the form share.</summary>
public sealed class LeadSteps(LeadDesk desk)
{
    public const string Intent = "leads";
    public const string FormId = "leads.form";

    private const string LeadKey = "lead";
    private const string StepKey = "step";
    private const string VersionKey = "version";
    private const string Suggested = "suggested.";

    /// <param name="said">Canonical text by the names of <see cref="LeadFields"/>.</param>
    public async Task<Reply> DoAsync(Lead lead, LeadStep step, IReadOnlyDictionary<string, string> said, WriteContext context, CancellationToken cancellationToken) =>
        LeadDesk.RulesOf(context).Decide(lead, step, said) switch
        {
            LeadDecision.Accepted accepted => await WriteAsync(lead, step, accepted, context, cancellationToken),
            LeadDecision.Incomplete => Offer(lead, step, said, new Dictionary<string, string>(), context),
            LeadDecision.Refused refused => Refuse($"{refused.Reason} Nothing was changed."),
            _ => new Reply.Nothing(),
        };

    public static Reply Refuse(Denial denial)
    {
        ArgumentNullException.ThrowIfNull(denial);
        return new Reply.Replace(Card.Text(denial.Reason)) { Data = ChangeData.Refused(Intent, denial) };
    }

    /// <summary>Offers the form for what was not said.</summary>
    /// <param name="suggestions">What the person's words most likely mean: stands in the form, for them to agree to.</param>
    public static Reply Offer(Lead lead, LeadStep step, IReadOnlyDictionary<string, string> said, IReadOnlyDictionary<string, string> suggestions, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(suggestions);
        var seed = new Dictionary<string, string>(said, StringComparer.Ordinal)
        {
            [LeadKey] = lead.Id,
            [StepKey] = step.ToString(),
            [VersionKey] = lead.Life.Version.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in suggestions)
        {
            seed[Suggested + key] = value;
        }

        var form = Build(seed, FormValues.Empty, lead, context);
        var prompt = $"{lead.Name}: {form.Title.ToLowerInvariant()} – {CountText.List(form.Fields.Select(field => field.Label.ToLowerInvariant()))}.";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), form.Fields.Count == 1 ? $"Fill in {form.Fields[0].Label.ToLowerInvariant()}" : $"Fill in {CountText.Of(form.Fields.Count, "field")}")
        {
            Data = LeadDesk.Opened(Intent, $"{form.Title}: {lead.Name}", FormId, lead, form),
        };
    }

    /// <summary>What is not said yet, with what is known of the lead in it.</summary>
    /// <param name="soFar">What stands in an open form: of a reason that needs words they are asked for.</param>
    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, Lead lead, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(context);
        var (step, rules) = (StepOf(seed), LeadDesk.RulesOf(context));
        var given = rules.FieldsOf(step).Select(field => (field.Key, Value: seed.GetValueOrDefault(field.Key) ?? soFar[field.Key] ?? seed.GetValueOrDefault(Suggested + field.Key)))
            .Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value ?? "", StringComparer.Ordinal);
        var needed = rules.Needs(step, given).ToDictionary(need => need.Field.Key, StringComparer.Ordinal);
        var fields = rules.FieldsOf(step).Where(field => !seed.ContainsKey(field.Key))
            .Select(field => LeadFormFields.Of(needed.GetValueOrDefault(field.Key) ?? new Requirement(field, "", Requirement.OptionsOf(field)), needed.ContainsKey(field.Key), seed.GetValueOrDefault(Suggested + field.Key) ?? lead.Life.Facts.GetValueOrDefault(field.Key), context));
        List<CardElement> intro = [new CardElement.Paragraph(LeadText.Title(lead))];
        if (LeadText.Due(lead, context.Company, context.Turn.Now) is { } due)
        {
            intro.Add(new CardElement.Note($"{char.ToUpperInvariant(due[0])}{due[1..]}."));
        }

        return new Form(TitleOf(step), intro, [.. fields], SubmitOf(step));
    }

    public async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, Lead lead, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(lead);
        var (step, rules) = (StepOf(seed), LeadDesk.RulesOf(context));
        if (lead.Life.Version != int.Parse(seed[VersionKey], CultureInfo.InvariantCulture) && rules.Decide(lead, step, new Dictionary<string, string>()) is LeadDecision.Refused moved)
        {
            return Refuse(new Denial($"{moved.Reason} Nothing was changed just now.", RefusalClass.Conflict));
        }

        var said = rules.FieldsOf(step).Select(field => (field.Key, Value: seed.GetValueOrDefault(field.Key) ?? values[field.Key]))
            .Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value ?? "", StringComparer.Ordinal);
        return rules.Decide(lead, step, said) switch
        {
            LeadDecision.Accepted accepted => await WriteAsync(lead, step, accepted, context, cancellationToken),
            LeadDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            LeadDecision.Refused { Field: { } field } refused when values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
            LeadDecision.Refused refused => Refuse($"{refused.Reason} Nothing was changed."),
            _ => new Reply.Nothing(),
        };
    }

    /// <summary>The lead a form was offered for, or why nothing can be done with it here.</summary>
    public static (Lead? Lead, Denial? Problem) Find(FormSession session, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(session);
        var lead = LeadDesk.Find(session.Seed[LeadKey], context);
        return (lead, lead is null ? $"There is no lead #{session.Seed[LeadKey]} any more. Nothing was changed." : LeadDesk.Refusal(lead, context));
    }

    /// <summary>What a form is called in the report of forms.</summary>
    public static string UseName(FormSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return $"{FormId}.{StepOf(session.Seed)}";
    }

    private static LeadStep StepOf(IReadOnlyDictionary<string, string> seed) => Enum.Parse<LeadStep>(seed[StepKey]);

    private Task<Reply> WriteAsync(Lead lead, LeadStep step, LeadDecision.Accepted accepted, WriteContext context, CancellationToken cancellationToken) =>
        desk.WriteAsync(Intent, Headline(lead, step, accepted, context), lead, accepted, context, cancellationToken);

    private static string Headline(Lead lead, LeadStep step, LeadDecision.Accepted accepted, WriteContext context)
    {
        var by = $"by {context.NameOf(context.Person?.Id)}";
        return step switch
        {
            LeadStep.Answer => $"Answered {by}",
            LeadStep.MarketingQualify => $"Handed to sales {by}",
            LeadStep.Accept => $"Accepted {by}{InTime(lead, context)}",
            LeadStep.SalesQualify => $"Qualified {by}{InTime(lead, context)}",
            LeadStep.Disqualify => $"Disqualified {by}",
            LeadStep.Assign => $"Given to {LeadText.NameOf(accepted.Events.OfType<LeadEvent.OwnerChanged>().Last().To ?? new PersonId(""), context.Snapshot)} {by}",
            _ => $"Returned {by}; {Where(accepted, context)}",
        };
    }

    /// <summary>Where a returned lead is now.</summary>
    private static string Where(LeadDecision.Accepted accepted, WriteContext context) => accepted.Events switch
    {
        [.., LeadEvent.Routed next] => $"now with {LeadText.NameOf(next.To, context.Snapshot.Whole)} ({LeadText.Route(next, context.Snapshot.Whole)})",
        [.., LeadEvent.Parked parked] => $"now with nobody: {parked.Why}",
        [.., LeadEvent.Returned { ToMarketing: true }] => "back with marketing",
        _ => "waiting for an owner",
    };

    private static string InTime(Lead lead, WriteContext context) => LeadSla.DueAt(lead, context.Company) is not { } due ? ""
        : context.Turn.Now <= due ? ", in time"
        : $", {DurationText.BusinessDays((decimal)Math.Max(.1, context.Company.Work.BusinessDaysBetween(due, context.Turn.Now)))} late";

    private static string TitleOf(LeadStep step) => step switch
    {
        LeadStep.MarketingQualify => "Qualify as MQL",
        LeadStep.SalesQualify => "Qualify lead",
        LeadStep.Return => "Return lead",
        LeadStep.Disqualify => "Disqualify lead",
        LeadStep.Assign => "Assign lead",
        _ => "Lead",
    };

    private static string SubmitOf(LeadStep step) => step switch
    {
        LeadStep.Return => "Return",
        LeadStep.Disqualify => "Disqualify",
        LeadStep.Assign => "Assign",
        _ => "Qualify",
    };
}
