using System.Collections.ObjectModel;
using System.Globalization;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>A form as a modal, what was filled in as <see cref="FormValues"/>, and what is wrong as the errors Slack shows at the fields.</summary>
internal static class SlackModalRenderer
{
    /// <summary>Names our modals, so that others are not read as forms.</summary>
    public const string CallbackId = "form";

    /// <summary>The action id of every input; the block id is the field's.</summary>
    public const string ValueId = "v";

    public static View Render(OpenForm open, ViewMetadata metadata)
    {
        var fields = open.Form.Fields.Take(BlockKitLimits.BlocksPerView - 1).Select(Block (field) => RenderField(field, open.Values[field.Id] ?? field.Initial)).ToList();
        if (ButtonsOf(open).ToList() is { Count: > 0 } buttons)
        {
            fields.Add(new Block.Actions(buttons));
        }

        var intro = BlockKitRenderer.RenderElements(open.Form.Intro, tables: 0).Take(BlockKitLimits.BlocksPerView - fields.Count);
        return new View
        {
            CallbackId = CallbackId,
            PrivateMetadata = metadata.Write(),
            Title = Short(open.Form.Title, "RevBot"),
            Submit = Short(open.Form.SubmitLabel, "Save"),
            Close = TextObject.Plain("Close"),
            Blocks = [.. intro, .. fields],
        };

        static TextObject Short(string text, string fallback) =>
            TextObject.Plain(CodePoints.Cut(string.IsNullOrWhiteSpace(text) ? fallback : text.Trim(), BlockKitLimits.ViewTitle));
    }

    private static IEnumerable<Element> ButtonsOf(OpenForm open)
    {
        if (open.Section is { HasBefore: true })
        {
            yield return new Element.Button(TextObject.Plain("Back"), open.Session.Id) { ActionId = TurnActions.BackForm };
        }

        // Slack tells nothing of what stood in a modal that is closed: what is to be kept must be sent by a press.
        if (open.Section is not null || FormDrafts.AreOffered(open.Form))
        {
            yield return new Element.Button(TextObject.Plain("Save draft"), open.Session.Id) { ActionId = TurnActions.KeepForm };
        }
    }

    /// <summary>The fields that were shown; null when the view does not say.</summary>
    public static IReadOnlyList<string>? ShownIn(ViewState? state) => state?.Values is { } values ? [.. values.Keys] : null;

    /// <summary>What stands in the inputs; empty ones are left out.</summary>
    public static FormValues ReadValues(ViewState? state)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, inputs) in state?.Values ?? ReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>?>.Empty)
        {
            var input = inputs?.GetValueOrDefault(ValueId) ?? inputs?.Values.FirstOrDefault();
            var text = (input?.SelectedOption?.Value ?? input?.SelectedDate ?? input?.Value)?.Trim();
            if (!string.IsNullOrEmpty(text))
            {
                values[field] = text;
            }
        }

        return new FormValues(values);
    }

    /// <summary>The options that were found for what is typed.</summary>
    public static OptionsAnswer RenderOptions(IReadOnlyList<FieldOption> found)
    {
        var (options, groups) = InGroups([.. found.Take(BlockKitLimits.OptionsPerList)]);
        return new OptionsAnswer(options, groups);
    }

    /// <summary>True when what is wrong is that a field has no value which the form has and the view does not: it came up by what was filled in.</summary>
    public static bool LacksFields(IReadOnlyList<FieldError> errors, OpenForm? form, ViewState? state) =>
        form is not null && errors.Any(error => state?.Values?.ContainsKey(error.FieldId) != true && form.Form.Fields.Any(field => field.Id == error.FieldId));

    /// <summary>Errors by block id. Slack shows only those at inputs of the view, so one of another field is shown at the first input.</summary>
    public static IReadOnlyDictionary<string, string> RenderErrors(IReadOnlyList<FieldError> errors, ViewState? state)
    {
        var inputs = state?.Values?.Keys.ToList() ?? [];
        return errors
            .GroupBy(error => inputs.Contains(error.FieldId) || inputs.Count == 0 ? error.FieldId : inputs[0])
            .ToDictionary(group => group.Key, group => CodePoints.Cut(string.Join(' ', group.Select(error => error.Message)), BlockKitLimits.Label));
    }

    private static Block.Input RenderField(Field field, string? value) => new(TextObject.Plain(CodePoints.Cut(Text(field.Label, field.Id), BlockKitLimits.Label)), RenderInput(field, value))
    {
        BlockId = field.Id,
        Hint = HintOf(field) is { } hint ? TextObject.Plain(CodePoints.Cut(hint, BlockKitLimits.Label)) : null,
        Optional = field.Required ? null : true,
        DispatchAction = field.Refreshes ? true : null,
    };

    private static string? HintOf(Field field) => field switch
    {
        { Hint: { Length: > 0 } hint } => hint,
        MoneyField money => $"In {money.Currency}; 80k and 80,000 are the same.",
        _ => null,
    };

    private static Element RenderInput(Field field, string? value) => field switch
    {
        ChoiceField { Options.Count: > 0 } choice => RenderChoice(choice, value),
        DateField => new Element.DatePicker
        {
            ActionId = ValueId,
            InitialDate = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        },
        NumberField number => new Element.NumberInput
        {
            ActionId = ValueId,
            InitialValue = decimal.TryParse(value, CultureInfo.InvariantCulture, out _) ? value : null,
            MinValue = number.Min?.ToString(CultureInfo.InvariantCulture),
            MaxValue = number.Max?.ToString(CultureInfo.InvariantCulture),
        },
        TextField text => RenderWords(value, Math.Clamp(text.MaxLength, 1, BlockKitLimits.InputText), text.Multiline),
        _ => RenderWords(value, 100, multiline: false),
    };

    private static Element.PlainTextInput RenderWords(string? value, int maxLength, bool multiline) => new()
    {
        ActionId = ValueId,
        InitialValue = string.IsNullOrEmpty(value) ? null : CodePoints.Cut(value, maxLength),
        MaxLength = maxLength,
        Multiline = multiline ? true : null,
    };

    /// <summary>A list that can be sent along, or one that is searched as somebody types.</summary>
    private static Element RenderChoice(ChoiceField field, string? value)
    {
        var initial = value is not null && field.Options.FirstOrDefault(option => option.Key == value) is { } chosen ? OptionOf(chosen) : null;
        if (field.IsPartial || field.Options.Count > BlockKitLimits.OptionsPerList)
        {
            return new Element.ExternalSelect { ActionId = ValueId, Placeholder = TextObject.Plain("Type to find"), InitialOption = initial };
        }

        var (options, groups) = InGroups(field.Options);
        return new Element.StaticSelect { ActionId = ValueId, Options = options, OptionGroups = groups, InitialOption = initial };
    }

    /// <summary>One list, or headings in the order of their first option where there are any.</summary>
    private static (IReadOnlyList<SelectOption>? Options, IReadOnlyList<OptionGroup>? Groups) InGroups(IReadOnlyList<FieldOption> options) =>
        options.All(option => string.IsNullOrWhiteSpace(option.Group))
            ? ([.. options.Select(OptionOf)], null)
            : (null, [.. options.GroupBy(option => Text(option.Group ?? string.Empty, "Others")).Select(group => new OptionGroup(TextObject.Plain(CodePoints.Cut(group.Key, BlockKitLimits.OptionText)), [.. group.Select(OptionOf)]))]);

    private static SelectOption OptionOf(FieldOption option) => new(
        TextObject.Plain(CodePoints.Cut(Text(option.Label, option.Key), BlockKitLimits.OptionText)),
        CodePoints.Cut(option.Key, BlockKitLimits.OptionValue));

    private static string Text(string text, string fallback) => string.IsNullOrWhiteSpace(text) ? fallback : text.ReplaceLineEndings(" ");
}
