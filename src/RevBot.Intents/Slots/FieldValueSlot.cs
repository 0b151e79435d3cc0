using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>Reads the words of field values into canonical text: amounts, days, people, choices, and a next step with its day.</summary>
public sealed partial class FieldValueSlot(OwnerSlot owners)
{
    public FieldReadings Read(IEnumerable<FieldWish> wishes, WriteContext context)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var wish in wishes)
        {
            if (wish.Text is null)
            {
                missing.Add(wish.Field.Key);
                continue;
            }

            if (wish.Text.Length == 0)
            {
                values[wish.Field.Key] = null;
                continue;
            }

            if (wish.Field.Kind == FieldKind.Person)
            {
                var people = owners.Find(wish.Text, context.Snapshot, context.Company, context.Person);
                if (people.Count != 1)
                {
                    return people.Count > 1
                        ? new FieldReadings.WhichPerson(wish, people)
                        : new FieldReadings.Wrong($"I know nobody called “{wish.Text}”. Write the name as it stands in the people list, or the e-mail address.");
                }

                values[wish.Field.Key] = people[0].Id.Value;
                continue;
            }

            if (wish.Field.Key == DealFields.NextStep)
            {
                NextStep(wish.Text, values, context.Dates);
                continue;
            }

            if (Canonical(wish, context.Dates) is not { } value)
            {
                if (wish.Field.Kind == FieldKind.Date && DateWords.ReadBothWays(wish.Text, context.Today) is { Count: > 0 } days)
                {
                    return new FieldReadings.WhichDay(wish, days);
                }

                return new FieldReadings.Wrong(wish.Field.Kind == FieldKind.Date
                    ? $"{wish.Field.Label} “{wish.Text}” is not a day I can read. Write it like 15 Dec, next Friday or {DealValues.Canonical(context.Today)}."
                    : $"{wish.Field.Label} “{wish.Text}” is not {(wish.Field.Kind == FieldKind.Money ? "an amount" : "a number")} I can read. Write it like 80k, $80,000 or 1.2m.");
            }

            values[wish.Field.Key] = value;
        }

        return new FieldReadings.Read(values, missing);
    }

    /// <summary>The value as the rules read it; null when the words cannot be of this kind. Whether it is allowed is for the rules to say.</summary>
    public static string? Canonical(FieldWish wish, DateSense dates)
    {
        var text = wish.Text?.Trim() ?? "";
        return wish.Field.Kind switch
        {
            FieldKind.Money => AmountWords.TryRead(text, out var amount, out var currency)
                ? currency is null ? amount.ToString(CultureInfo.InvariantCulture) : DealValues.Canonical(new Money(amount, currency))
                : null,
            FieldKind.Number => AmountWords.TryRead(text, out var number, out _) ? number.ToString(CultureInfo.InvariantCulture) : null,
            FieldKind.Date => DateWords.TryRead(text, dates, out var day)
                ? DealValues.Canonical(wish.Field.Key == DealFields.SignedDate ? DateWords.BackBefore(text, day, dates) : day)
                : null,
            FieldKind.Choice => Choice(wish.Field, text),
            _ => text,
        };
    }

    /// <summary>Case, spaces and a plural do not matter; what is no choice is left for the rules to refuse with the list.</summary>
    private static string Choice(DealField field, string text)
    {
        var key = WordSplitter.KeyOf(text.Replace('_', ' '));
        return field.Choices.FirstOrDefault(choice => WordSplitter.KeyOf(choice.Replace('_', ' ')) == key) ?? text;
    }

    /// <summary>"legal review on Friday" is the step and its day.</summary>
    /// <param name="values">Where the step and its day are put.</param>
    public static void NextStep(string text, Dictionary<string, string?> values, DateSense dates)
    {
        values[DealFields.NextStep] = text;
        for (var found = DateWords.Find(text, dates); found is { } date; found = DateWords.Find(text, dates, date.Start + date.Length))
        {
            if (date.Start + date.Length < text.TrimEnd(')', '.').Length)
            {
                continue;
            }

            var step = BeforeDay().Replace(text[..date.Start], "").TrimEnd(' ', ',', '(', '-');
            if (step.Length > 0)
            {
                values[DealFields.NextStep] = step;
                values[DealFields.NextStepDate] = DealValues.Canonical(date.Date);
            }

            return;
        }
    }

    [GeneratedRegex(@"[\s,(]*\b(?:on|by|until|due|before|at|for)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDay();
}
