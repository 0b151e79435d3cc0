using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Changes;

/// <summary>Changes as people read them: a line a field, before → after.</summary>
public static class ChangeLines
{
    /// <param name="before">The deal the events happened to.</param>
    public static IReadOnlyList<Fact> Of(Deal before, IEnumerable<DealEvent> events, WriteContext context) =>
        [.. events.SelectMany(happened => FieldChange.Of(happened, before)).Select(change => Line(change, context))];

    /// <summary>What a new deal begins with: the value alone, for nothing was before. Its name is said elsewhere.</summary>
    /// <param name="born">An account that is made along with it, or null.</param>
    public static IReadOnlyList<Fact> OfCreation(IEnumerable<FieldChange> begins, WriteContext context, Account? born = null) =>
        [.. begins.Where(change => change is { Field: not DealFields.Name, To: not null }).Select(change => new Fact(
            LabelOf(change.Field, context), born is not null && change.Field == DealFields.Account && born.Id.Value == change.To ? $"{born.Name} (new)" : Show(change.Field, change.To ?? "", context)))];

    /// <summary>What is wished for but not yet written.</summary>
    public static IReadOnlyList<Fact> OfWish(Deal deal, StageId? to, IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        var lines = new List<Fact>();
        if (to is { } stage)
        {
            lines.Add(Line(new FieldChange(DealFields.Stage, deal.Stage.Value, stage.Value), context));
        }

        lines.AddRange(facts.Select(fact => new FieldChange(fact.Key, DealValues.Of(deal, fact.Key), fact.Value))
            .Where(change => change.From != change.To)
            .Select(change => Line(change, context)));
        return lines;
    }

    /// <summary>A canonical value as people read it: names for ids, symbols for currencies.</summary>
    public static string Show(string field, string value, WriteContext context) => field switch
    {
        DealFields.Stage => context.NameOf(new StageId(value)),
        DealFields.Owner => context.NameOf(new PersonId(value)),
        DealFields.Account => context.Snapshot.Accounts.TryGetValue(new AccountId(value), out var account) ? account.Name : value,
        DealFields.LossReason or DealFields.LossDetail => Reason(value, context),
        DealFields.Amount => Amount(value, context),
        DealFields.CloseDate or DealFields.SignedDate or DealFields.NextStepDate or DealFields.PausedUntil when Day(value) is { } day => PeriodText.Day(day),
        _ => Day(value) is { } day ? PeriodText.Day(day) : value,
    };

    public static string LabelOf(string field, WriteContext context) => LabelOf(field, context.Company);

    public static string LabelOf(string field, CompanyProfile company) =>
        field switch
        {
            DealFields.Stage => "Stage",
            DealFields.MoveReason => MoveRules.Reason.Label,
            _ => (PauseRules.Find(field) ?? FieldCatalog.Find(company, field))?.Label ?? field,
        };

    private static Fact Line(FieldChange change, WriteContext context)
    {
        var label = LabelOf(change.Field, context);
        return change switch
        {
            { Field: DealFields.Note or DealFields.LossNote or DealFields.MoveReason, To: { } text } => new Fact(label, text),
            { From: null, To: { } to } => new Fact(label, $"none → {Show(change.Field, to, context)}"),
            { From: { } from, To: null } => new Fact(label, $"{Show(change.Field, from, context)} → none"),
            { From: { } from, To: { } to } => new Fact(label, $"{Show(change.Field, from, context)} → {Show(change.Field, to, context)}"),
            _ => new Fact(label, "none"),
        };
    }

    /// <summary>"price/no_budget" → "Price: No budget this year".</summary>
    private static string Reason(string value, WriteContext context)
    {
        var parts = value.Split('/', 2);
        if (context.Company.LossReasons.Find(parts[0]) is not { } reason)
        {
            return context.Company.LossReasons.Reasons.SelectMany(known => known.Details).FirstOrDefault(detail => detail.Key == value)?.Name ?? value;
        }

        return parts.Length > 1 && reason.Details.FirstOrDefault(detail => detail.Key == parts[1]) is { } detail ? $"{reason.Name}: {detail.Name}" : reason.Name;
    }

    private static string Amount(string value, WriteContext context)
    {
        var parts = value.Split(' ', 2);
        return decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? MoneyText.Exact(amount, parts.Length > 1 ? parts[1] : context.Company.Currency)
            : value;
    }

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
