using RevBot.Conversation.Forms;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Changes;

/// <summary>Fields of deals as fields of forms, for every form that changes a deal.</summary>
public static class DealFormFields
{
    /// <param name="deal">The deal the field is of; null for one that is to be.</param>
    /// <param name="initial">Canonical text that stands in it at first.</param>
    public static Field Of(Requirement need, Deal? deal, string? initial, WriteContext context, bool required = true)
    {
        var (field, hint) = (need.Field, need.Why.Length > 0 ? need.Why : need.Field.Hint);
        var refreshes = field.Key == DealFields.LossReason;
        return field.Kind switch
        {
            FieldKind.Choice or FieldKind.YesNo when need.Options.Count > 0 => new ChoiceField
            {
                Id = field.Key,
                Label = field.Label,
                Hint = hint,
                Required = required,
                Initial = need.Options.Any(option => option.Key == initial) ? initial : null,
                Refreshes = refreshes,
                Options = [.. need.Options.Select(option => new FieldOption(option.Key, option.Label, option.Group))],
            },
            FieldKind.Person => new ChoiceField
            {
                Id = field.Key,
                Label = field.Label,
                Hint = hint,
                Required = required,
                Initial = initial,
                Options = People(context.Snapshot),
            },
            FieldKind.Money => new MoneyField
            {
                Id = field.Key,
                Label = field.Label,
                Hint = need.Why.Length > 0 ? need.Why : $"In {CurrencyOf(deal, context.Company)}",
                Required = required,
                Initial = NumberOf(initial, CurrencyOf(deal, context.Company)),
                Currency = CurrencyOf(deal, context.Company),
            },
            FieldKind.Date => new DateField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial },
            FieldKind.Number => new NumberField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial },
            FieldKind.People => new TextField { Id = field.Key, Label = field.Label, Hint = $"{hint}{(string.IsNullOrEmpty(hint) ? "N" : "; n")}ames with commas between", Required = required, Initial = initial, MaxLength = 3000 },
            FieldKind.LongText => new TextField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, Multiline = true, MaxLength = 3000 },
            _ => new TextField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, MaxLength = 255 },
        };
    }

    public static Requirement NeedOf(DealField field, string why = "") =>
        new(field, why, Requirement.OptionsOf(field));

    private static string CurrencyOf(Deal? deal, CompanyProfile company) => deal?.Amount?.Currency ?? company.Currency;

    /// <summary>A money field holds the number; another currency than the field's cannot stand in it.</summary>
    private static string? NumberOf(string? canonical, string currency) => canonical?.Split(' ') switch
    {
        [var number] => number,
        [var number, var code] when code == currency => number,
        _ => null,
    };

    private static FieldOption[] People(PipelineSnapshot snapshot) =>
    [
        .. snapshot.People.Values.Where(person => person.Active && person.Role is PersonRole.Rep or PersonRole.Manager)
            .OrderBy(person => person.Team, StringComparer.Ordinal)
            .ThenBy(person => person.Name, StringComparer.Ordinal)
            .Select(person => new FieldOption(person.Id.Value, person.Name, person.Team)),
    ];
}
