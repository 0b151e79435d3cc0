using RevBot.Conversation.Forms;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.HandleLeads;

/// <summary>Fields of leads as fields of forms.</summary>
internal static class LeadFormFields
{
    /// <param name="initial">Canonical text that stands in it at first.</param>
    public static Field Of(Requirement need, bool required, string? initial, WriteContext context)
    {
        var (field, hint, currency) = (need.Field, need.Field.Hint ?? need.Why, context.Company.Currency);
        return field.Kind switch
        {
            FieldKind.Choice => new ChoiceField
            {
                Id = field.Key,
                Label = field.Label,
                Hint = hint,
                Required = required,
                Initial = need.Options.Any(option => option.Key == initial) ? initial : null,
                Refreshes = field.Key == LeadFields.Reason,
                Options = [.. need.Options.Select(option => new FieldOption(option.Key, option.Label, option.Group))],
            },
            FieldKind.Person => new ChoiceField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, Options = People(context) },
            FieldKind.Money => new MoneyField
            {
                Id = field.Key,
                Label = field.Label,
                Hint = $"{hint}, in {currency}",
                Required = required,
                Initial = initial?.Split(' ') is [var number, var code] && code == currency ? number : null,
                Currency = currency,
            },
            FieldKind.Date => new DateField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, Min = context.Today },
            FieldKind.People => new TextField { Id = field.Key, Label = field.Label, Hint = $"{hint}; names with commas between", Required = required, Initial = initial, MaxLength = 3000 },
            FieldKind.LongText => new TextField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, Multiline = true, MaxLength = 3000 },
            _ => new TextField { Id = field.Key, Label = field.Label, Hint = hint, Required = required, Initial = initial, MaxLength = 255 },
        };
    }

    private static FieldOption[] People(WriteContext context) =>
    [
        .. context.Snapshot.People.Values.Where(person => person.Active && person.Role is PersonRole.Rep or PersonRole.Manager)
            .OrderBy(person => person.Team, StringComparer.Ordinal).ThenBy(person => person.Name, StringComparer.Ordinal)
            .Select(person => new FieldOption(person.Id.Value, person.Name, person.Team)),
    ];
}
