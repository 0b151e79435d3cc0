using System.Globalization;
using RevBot.Conversation.Forms;

namespace RevBot.Channels.Teams.Cards;

/// <summary>One field of a form as an input. The client checks that it is there; the rest is checked, and that once more, when it is submitted.</summary>
internal static class AdaptiveFields
{
    /// <param name="given">What was filled in, which may be wrong; null: the field's initial value.</param>
    public static IEnumerable<AdaptiveElement> Render(Field field, string? given, string sessionId)
    {
        var input = RenderInput(field, given ?? field.Initial, sessionId);
        yield return input with
        {
            IsRequired = field.Required ? true : null,
            ErrorMessage = field.Required ? CardText.Literal($"{LabelOf(field)} is needed.") : null,
            Spacing = "Medium",
        };
        if (HintOf(field) is { } hint)
        {
            foreach (var line in AdaptiveParts.Lines(hint, AdaptiveParts.Quiet))
            {
                yield return line with { Spacing = "None" };
            }
        }
    }

    private static AdaptiveElement.Input RenderInput(Field field, string? value, string sessionId) => field switch
    {
        ChoiceField { Options.Count: > 0 } choice => RenderChoice(choice, value, sessionId),
        DateField date => new AdaptiveElement.DateInput(date.Id, WrittenLabel(date))
        {
            Value = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
            Min = DayOf(date.Min),
            Max = DayOf(date.Max),
        },
        NumberField number => new AdaptiveElement.NumberInput(number.Id, WrittenLabel(number))
        {
            Value = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null,
            Min = number.Min,
            Max = number.Max,
        },
        MoneyField money => RenderWords(money, value, 100) with { Placeholder = "Like 80000, 80k or 1.2m" },
        TextField text => RenderWords(text, value, Math.Clamp(text.MaxLength, 1, AdaptiveLimits.Text)) with { IsMultiline = text.Multiline ? true : null },
        _ => RenderWords(field, value, 100),
    };

    private static AdaptiveElement.TextInput RenderWords(Field field, string? value, int most) => new(field.Id, WrittenLabel(field))
    {
        Value = string.IsNullOrEmpty(value) ? null : CodePoints.Cut(value, most),
        MaxLength = most,
    };

    private static AdaptiveElement.ChoiceInput RenderChoice(ChoiceField field, string? value, string sessionId)
    {
        var chosen = value is null ? null : field.Options.FirstOrDefault(option => option.Key == value);
        var isLooked = field.IsPartial || field.Options.Count > AdaptiveLimits.OptionsSentAlong;
        var sent = isLooked ? field.Options.Take(AdaptiveLimits.OptionsFound) : field.Options;
        if (chosen is not null && !sent.Contains(chosen))
        {
            sent = sent.Prepend(chosen);
        }

        var choices = sent.Select(ChoiceOf).ToList();
        if (!field.Required)
        {
            choices.Insert(0, new CardChoice("(none)", CardCall.Nothing));
        }

        var isShort = !isLooked && choices.Count <= AdaptiveLimits.OptionsInSight;
        var isTyped = isLooked || choices.Count > AdaptiveLimits.OptionsToDropDown;
        return new AdaptiveElement.ChoiceInput(field.Id, WrittenLabel(field), choices)
        {
            Value = chosen?.Key,
            Style = isShort ? "expanded" : isTyped ? "filtered" : "compact",
            Placeholder = isShort ? null : isTyped ? "Type to find" : "Choose",
            Query = isLooked ? new ChoiceQuery(new FormDataset(sessionId, field.Id).Write()) : null,
        };
    }

    /// <summary>An option as it is shown, with its heading before it: there are no headings in a list.</summary>
    public static CardChoice ChoiceOf(FieldOption option) => new(CardText.Literal(CodePoints.Cut(TitleOf(option), AdaptiveLimits.OptionTitle)), option.Key);

    private static string TitleOf(FieldOption option)
    {
        var label = string.IsNullOrWhiteSpace(option.Label) ? option.Key : option.Label.ReplaceLineEndings(" ");
        return string.IsNullOrWhiteSpace(option.Group) || label.StartsWith(option.Group, StringComparison.OrdinalIgnoreCase) ? label : $"{option.Group}: {label}";
    }

    private static string LabelOf(Field field) => CodePoints.Cut(string.IsNullOrWhiteSpace(field.Label) ? field.Id : field.Label.ReplaceLineEndings(" "), AdaptiveLimits.Label);

    private static string WrittenLabel(Field field) => CardText.Literal(LabelOf(field));

    private static string? HintOf(Field field) => field switch
    {
        { Hint: { Length: > 0 } hint } => hint,
        MoneyField money => $"In {money.Currency}",
        _ => null,
    };

    private static string? DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
