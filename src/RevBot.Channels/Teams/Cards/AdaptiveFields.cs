using System.Globalization;
using RevBot.Conversation.Forms;

namespace RevBot.Channels.Teams.Cards;

/// <summary>One field of a form as an input. The client checks that it is there; the rest is checked, and that once more, when it is submitted.</summary>
internal static class AdaptiveFields
{
    /// <param name="given">What was filled in, which may be wrong; null: the field's initial value.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    public static IEnumerable<AdaptiveElement> Render(Field field, string? given, string? problem, string sessionId, CardPlace place)
    {
        var input = RenderInput(field, given ?? field.Initial, sessionId, place);
        yield return input with
        {
            IsRequired = field.Required ? true : null,
            ErrorMessage = field.Required ? CardText.Literal($"{LabelOf(field)} is needed.") : null,
            Spacing = "Medium",
        };
        foreach (var line in RenderProblem(problem ?? string.Empty))
        {
            yield return line;
        }

        if (HintOf(field) is { } hint && hint != problem)
        {
            foreach (var line in AdaptiveParts.Lines(hint, AdaptiveParts.Quiet))
            {
                yield return line with { Spacing = "None" };
            }
        }
    }

    /// <summary>What is wrong and how to mend it.</summary>
    public static IEnumerable<AdaptiveElement> RenderProblem(string sentence) =>
        AdaptiveParts.Lines(sentence, text => new TextRun(text) { Color = "Attention", Weight = "Bolder" }, "Small");

    private static AdaptiveElement.Input RenderInput(Field field, string? value, string sessionId, CardPlace place) => field switch
    {
        ChoiceField { Options.Count: > 0 } choice => RenderChoice(choice, value, sessionId, place),
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

    private static AdaptiveElement.ChoiceInput RenderChoice(ChoiceField field, string? value, string sessionId, CardPlace place)
    {
        var chosen = value is null ? null : field.Options.FirstOrDefault(option => option.Key == value);
        var isLooked = field.IsPartial || field.Options.Count > AdaptiveLimits.OptionsSentAlong;
        var sent = field.Options.Take(isLooked && place.Dialogs ? AdaptiveLimits.OptionsFound : AdaptiveLimits.OptionsSentAlong);
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

        // The local emulators' renderer shows the key of a chosen option where one types.
        var isTyped = (isLooked || choices.Count > AdaptiveLimits.OptionsToDropDown) && (place.Dialogs || chosen is null);
        return new AdaptiveElement.ChoiceInput(field.Id, WrittenLabel(field), choices)
        {
            Value = chosen?.Key,
            Style = isShort ? "expanded" : isTyped ? "filtered" : "compact",
            Placeholder = isShort ? null : isTyped ? "Type to find" : "Choose",
            Query = isLooked && place.Dialogs ? new ChoiceQuery(new FormDataset(sessionId, field.Id).Write()) : null,
        };
    }

    /// <summary>An option as it is shown, with its heading before it: there are no headings in a list.</summary>
    public static CardChoice ChoiceOf(FieldOption option) => new(CardText.Either(CodePoints.Cut(TitleOf(option), AdaptiveLimits.OptionTitle)), option.Key);

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
