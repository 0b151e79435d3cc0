using RevBot.Conversation.Replies;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Reads the words for a change: a field's value, a person, a stage, a day, or a month in which each deal keeps its day.</summary>
public sealed class BulkValues(FieldValueSlot values, OwnerSlot owners)
{
    /// <summary>Null when the words are no change.</summary>
    internal BulkReading? Read(BulkCall call, WriteContext context) => call switch
    {
        { Kind: BulkKind.Step, Step: { } step, Field: { } field } => new BulkReading.Read(new BulkWish { Step = step, SteppedField = field.Key, OnlyLater = call.OnlyLater }),
        { Kind: BulkKind.Field, Field: { Key: DealFields.Stage } } => Stage(call, context),
        { Kind: BulkKind.Field, Field: { } field } => Field(call, field, context),
        { Kind: BulkKind.Owner } => Catalogued(call, DealFields.Owner, context),
        { Value: null } => Catalogued(call, DealFields.CloseDate, context),
        _ => Told(call, context),
    };

    /// <summary>The value says what is meant: a day, a stage or a person.</summary>
    private BulkReading? Told(BulkCall call, WriteContext context)
    {
        var value = call.Value ?? "";
        if (IsDay(value, context))
        {
            return Catalogued(call, DealFields.CloseDate, context);
        }

        if (Stage(call, context) is var stage and not BulkReading.Wrong)
        {
            return stage;
        }

        return owners.Find(value, context.Snapshot, context.Company, context.Person).Count > 0 ? Catalogued(call, DealFields.Owner, context) : null;
    }

    private static bool IsDay(string value, WriteContext context) =>
        BulkMonth.Read(value, context.Today, context.Company.Fiscal) is not null || DateWords.TryRead(value, context.Dates, out _) || DateWords.ReadBothWays(value, context.Today).Count > 0;

    private BulkReading? Catalogued(BulkCall call, string key, WriteContext context) =>
        FieldCatalog.Find(context.Company, key) is { } field ? Field(call, field, context) : null;

    private BulkReading Field(BulkCall call, DealField field, WriteContext context)
    {
        if (field.Key == DealFields.CloseDate && call.Value is { } words && BulkMonth.Read(words, context.Today, context.Company.Fiscal) is { } month)
        {
            return new BulkReading.Read(new BulkWish { Step = month, OnlyLater = call.OnlyLater });
        }

        var wish = FieldClauses.Wish(field, call.Value ?? "", 0, call.Value?.Length ?? 0);
        return values.Read([call.Value is { Length: 0 } ? wish with { Text = "" } : wish], context) switch
        {
            FieldReadings.Wrong wrong => new BulkReading.Wrong(wrong.Problem),
            FieldReadings.WhichPerson which => new BulkReading.Unclear(
                $"Which “{which.Wish.Text}” do you mean?", [.. which.People.Take(5).Select(person => new Choice(person.Team is null ? person.Name : $"{person.Name} · {person.Team}", person.Email ?? $"\"{person.Name}\""))]),
            FieldReadings.WhichDay which => new BulkReading.Unclear($"Which day is “{which.Wish.Text}”?", [.. which.Days.Select(day => new Choice(PeriodText.Day(day), PeriodText.Day(day)))]),
            FieldReadings.Read read => new BulkReading.Read(new BulkWish { Values = read.Values, Asked = read.Missing, OnlyLater = call.OnlyLater }),
            _ => new BulkReading.Wrong($"I can't read “{call.Value}” as {Sentence(field)}."),
        };
    }

    private static BulkReading Stage(BulkCall call, WriteContext context)
    {
        var words = call.Value ?? "";
        var (stages, rest) = StageSlot.ReadStart(words, context.Company.Process);
        if (stages.Count > 1)
        {
            return new BulkReading.Unclear("Which stage do you mean?", [.. stages.Take(5).Select(stage => new Choice(stage.Name, stage.Name))]);
        }

        if (stages is not [var target] || rest.Trim(' ', ',', ';', '.').Length > 0)
        {
            return new BulkReading.Wrong($"There is no stage “{words}”. Stages are {CountText.List(context.Company.Process.Stages.Select(stage => stage.Name), 12)}.");
        }

        var facts = target.Group == StageGroup.Lost && call.Why is { } why ? LossSlot.Read(why, context.Company) : new Dictionary<string, string>();
        return new BulkReading.Read(new BulkWish { To = target.Id, Why = call.Why, Values = facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal) });
    }

    private static string Sentence(DealField field) => $"a {field.Label.ToLowerInvariant()}";
}
