using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Forms;

/// <summary>A form as questions, one after the other, for channels without dialogs: what to ask next, how, and what an answer means. Pure.</summary>
public static class FormInterview
{
    /// <summary>Options named at once of a list too long to read.</summary>
    public const int MostNamed = 10;

    private const int LongestRead = 20;

    /// <summary>An interview that goes on with what was kept: what cannot be read any more, and what was skipped, is asked for again.</summary>
    public static InterviewState Resume(Form form, string sessionId, FormValues kept, DateSense dates)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(kept);
        return form.Fields.Aggregate(InterviewState.Start(sessionId), (state, field) =>
            kept[field.Id] is { } text && FieldReader.Read(field, text, dates).Value is { } value ? state.Answer(field.Id, value) : state);
    }

    /// <summary>The field to ask for; null when all are done.</summary>
    public static Field? Next(Form form, InterviewState state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return form.Fields.FirstOrDefault(field => !state.Done.Contains(field.Id));
    }

    /// <summary>The question with its hint and numbered options, and what may be said besides an answer.</summary>
    public static IReadOnlyList<CardElement> Ask(Field field, InterviewState state)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(state);
        var lines = new List<string> { field.Required ? $"{field.Label}?" : $"{field.Label}? (optional)" };
        if (field.Hint is { Length: > 0 } hint)
        {
            lines.Add(hint);
        }

        var group = (string?)null;
        foreach (var (option, at) in Named(field).Select((option, at) => (option, at)))
        {
            if (option.Group is { } heading && heading != group)
            {
                lines.Add(heading + ":");
            }

            group = option.Group;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {option.Label}"));
        }

        return [new CardElement.Paragraph(string.Join('\n', lines)), new CardElement.Note(Ways(field, state))];
    }

    /// <summary>Only its first options are named; the others are found by their names.</summary>
    public static bool IsLong(ChoiceField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsPartial || field.Options.Count > LongestRead;
    }

    /// <summary>What somebody means of the options that answer to their words: the only one, or the one they wrote out.</summary>
    public static FieldReading Pick(ChoiceField field, string said, IReadOnlyList<FieldOption> found)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(said);
        return found switch
        {
            [] => FieldReading.Wrong($"\"{said.Trim()}\" is not one of the choices for {field.Label}."),
            [var only] => FieldReading.Of(only.Key),
            _ when OptionWords.Find([.. found.Select(option => option.Label)], said) is { } at && OptionWords.Number(said) is null => FieldReading.Of(found[at].Key),
            _ => FieldReading.Wrong($"\"{said.Trim()}\" may be {string.Join("; ", found.Take(MostNamed).Select(option => option.Label))}{(found.Count > MostNamed ? "; and more" : "")}. Say more of it."),
        };
    }

    /// <summary>The question of a form that only needs a yes.</summary>
    public static IReadOnlyList<CardElement> AskConsent(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [new CardElement.Paragraph($"{form.SubmitLabel}?"), new CardElement.Note("Say \"yes\" or \"cancel\".")];
    }

    /// <summary>Reads an answer; options by number, label or label with a typo; an empty answer or "keep" takes what stands there.</summary>
    public static FieldReading Read(Field field, string said, DateSense dates)
    {
        ArgumentNullException.ThrowIfNull(field);
        var text = said.Trim();
        if (field.Initial is not null && (text.Length == 0 || Is(text, "keep", "same", "ok")))
        {
            return FieldReader.Read(field, field.Initial, dates);
        }

        if (field is ChoiceField choice && OptionWords.Find([.. Named(choice).Select(option => option.Label)], text) is { } at)
        {
            return FieldReading.Of(choice.Options[at].Key);
        }

        // The options stand right below once more: they need not be in the problem too.
        var reading = FieldReader.Read(field, text, dates);
        return field is ChoiceField && text.Length > 0 && reading.Problem is not null
            ? FieldReading.Wrong($"\"{text}\" is not one of the choices for {field.Label}.")
            : reading;
    }

    public static bool IsCancel(string said) => Is(said, "cancel", "stop", "abort", "quit", "never mind", "nevermind", "forget it");

    public static bool IsLater(string said) => Is(said, "later", "finish later", "save draft", "save for later");

    public static bool IsSkip(string said) => Is(said, "skip", "none", "-");

    public static bool IsBack(string said) => Is(said, "back", "go back");

    public static bool IsYes(string said) => Is(said, "yes", "y", "yes please", "ok", "okay", "confirm", "do it", "sure", "go ahead");

    private static string Ways(Field field, InterviewState state)
    {
        var ways = new List<string>();
        if (field is ChoiceField choice)
        {
            ways.Add(IsLong(choice) ? "answer by number or name (there are more than these)" : "answer by number or name");
        }

        if (field.Initial is { } initial)
        {
            ways.Add($"\"keep\" for {Shown(field, initial)}");
        }

        if (!field.Required)
        {
            ways.Add("\"skip\"");
        }

        if (state.Done.Count > 0)
        {
            ways.Add("\"back\"");
            ways.Add("\"later\"");
        }

        ways.AddRange(state.Beside.Select(button => $"\"{button.Label}\""));
        ways.Add("\"cancel\"");
        var sentence = string.Join(", ", ways.SkipLast(1)) + (ways.Count > 1 ? " or " : "") + ways[^1];
        return (sentence[0] == '"' ? "Or say " : "") + char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    /// <summary>What stands in the field, as a person would write it.</summary>
    private static string Shown(Field field, string initial) => field switch
    {
        ChoiceField choice => choice.Options.FirstOrDefault(option => option.Key == initial)?.Label ?? initial,
        MoneyField money when decimal.TryParse(initial, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) =>
            string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.##} {money.Currency}"),
        DateField when DateOnly.TryParseExact(initial, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => initial,
    };

    private static IEnumerable<FieldOption> Named(Field field) =>
        field is not ChoiceField choice ? [] : IsLong(choice) ? choice.Options.Take(MostNamed) : choice.Options;

    private static bool Is(string said, params ReadOnlySpan<string> words)
    {
        var text = said.Trim().TrimEnd('.', '!');
        foreach (var word in words)
        {
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
