using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.CreateDeal;
using RevBot.Intents.HandleLeads;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ConvertLead;

/// <summary>Makes a deal of a qualified lead: the form of a new deal with what is known of the lead in it, and both linked in one commit. A lead that is not qualified yet is asked for that first.</summary>
public sealed class LeadConverter(LeadDesk desk, LeadSteps steps, DealCreator creator)
{
    public const string FormId = "leads.convert";

    private const string LeadKey = "lead";

    public async Task<Reply> OfferAsync(Lead lead, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(context);
        if (LeadDesk.Refusal(lead, context) is { } refusal)
        {
            return LeadSteps.Refuse(refusal);
        }

        if (LeadDesk.RulesOf(context).WhyNoDeal(lead) is { } why)
        {
            return LeadSteps.Refuse($"{why} Nothing was changed.");
        }

        if (lead.Stage != LifecycleStage.Sql && LeadDesk.RulesOf(context).Decide(lead, LeadStep.SalesQualify, new Dictionary<string, string>()) is LeadDecision.Incomplete)
        {
            return await steps.DoAsync(lead, LeadStep.SalesQualify, new Dictionary<string, string>(), context, cancellationToken);
        }

        return DealCreator.Offer(SeedOf(lead, context), context) is Reply.Ask ask
            ? ask with { FormId = FormId, Seed = new Dictionary<string, string>(ask.Seed) { [LeadKey] = lead.Id }, Prompt = ask.Prompt }
            : DealCreator.Offer(SeedOf(lead, context), context);
    }

    /// <summary>The lead a form was offered for, or why no deal can be made of it here.</summary>
    public static (Lead? Lead, Denial? Problem) Find(FormSession session, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(session);
        var lead = LeadDesk.Find(session.Seed[LeadKey], context);
        return (lead, lead is null ? $"There is no lead #{session.Seed[LeadKey]} any more. Nothing was changed."
            : LeadDesk.Refusal(lead, context) ?? Denial.FromString(LeadDesk.RulesOf(context).WhyNoDeal(lead)));
    }

    /// <summary>The deal and the lead that became it are written together.</summary>
    public async Task<Reply> SubmitAsync(Lead lead, CreateDealSeed seed, FormValues values, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(context);
        var reply = await creator.SubmitAsync(seed, values, context, cancellationToken);
        return reply is Reply.Replace made && made.Remember.GetValueOrDefault(LastWrite.Key) is { } written
            ? desk.Converted(lead, new DealId(ButtonValue.Split(written).Deal), made, context)
            : reply;
    }

    /// <summary>What is known of the lead, as facts of its deal: what a person is to look at stands in the form, the rest is carried over.</summary>
    private static CreateDealSeed SeedOf(Lead lead, WriteContext context)
    {
        var (company, facts) = (context.Company, lead.Life.Facts);
        var (given, maybe) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal) { [DealFields.Name] = lead.Account ?? lead.Name });
        Put(given, DealFields.Source, Listed(lead.Source, company.Sources));
        Put(given, DealFields.Segment, Listed(lead.Segment, company.Segments));
        Put(given, DealFields.Region, Listed(lead.Region, company.Regions));
        Put(maybe, DealFields.Account, context.Snapshot.Accounts.Values.Where(account => string.Equals(account.Name, lead.Account, StringComparison.OrdinalIgnoreCase)).OrderBy(account => account.Id.Value, StringComparer.Ordinal).Select(account => account.Id.Value).FirstOrDefault());
        Put(maybe, DealFields.Owner, lead.Owner?.Value);
        Put(maybe, DealFields.Amount, facts.GetValueOrDefault(LeadFields.Budget));
        Put(maybe, DealFields.CloseDate, facts.GetValueOrDefault(LeadFields.Timeline) is { } day && string.CompareOrdinal(day, DealValues.Canonical(context.Today)) >= 0 ? day : null);
        foreach (var field in company.Fields)
        {
            Put(given, field.Key, OfField(field, facts));
        }

        return new CreateDealSeed(null, given, maybe);
    }

    /// <summary>A field of the company's own that asks after what was asked of the lead.</summary>
    private static string? OfField(DealField field, IReadOnlyDictionary<string, string> facts)
    {
        var known = field.Key switch
        {
            LeadFields.Budget or "budget_confirmed" => facts.GetValueOrDefault(LeadFields.Budget),
            LeadFields.Timeline => facts.GetValueOrDefault(LeadFields.Timeline),
            LeadFields.Need or "pain" => facts.GetValueOrDefault(LeadFields.Need),
            LeadFields.Authority or "stakeholders" or "contacts" or "decision_makers" => facts.GetValueOrDefault(LeadFields.Authority),
            _ => null,
        };
        return (known, field.Kind) switch
        {
            (null, _) => null,
            (_, FieldKind.YesNo) => YesNo.Yes,
            (_, FieldKind.Choice) => field.Choices.FirstOrDefault(choice => choice.Equals("yes", StringComparison.OrdinalIgnoreCase)),
            (_, FieldKind.Number or FieldKind.Person) => null,
            (_, FieldKind.Money) => field.Key == LeadFields.Budget ? known : null,
            (_, FieldKind.Date) => field.Key == LeadFields.Timeline ? known : null,
            (_, FieldKind.Text or FieldKind.LongText) => field.Key is LeadFields.Budget or LeadFields.Timeline ? LeadText.Show(field.Key, known) : known,
            _ => known,
        };
    }

    private static string? Listed(string? word, IReadOnlyList<string> known) => word is null ? null : known.FirstOrDefault(one => one.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static void Put(Dictionary<string, string> facts, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            facts[key] = value;
        }
    }
}
