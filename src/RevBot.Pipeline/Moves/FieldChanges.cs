using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Moves;

/// <summary>Turns wished field values (canonical text; null clears) into the events that make them so: none for what already is.</summary>
internal static class FieldChanges
{
    public static IReadOnlyList<DealEvent> EventsOf(Deal deal, IReadOnlyDictionary<string, string?> wished, EventStamp stamp)
    {
        var events = new List<DealEvent>();
        foreach (var (key, value) in wished.OrderBy(wish => PlaceOf(wish.Key)).ThenBy(wish => wish.Key, StringComparer.Ordinal))
        {
            if (EventOf(deal, key, value, wished, stamp) is { } happened)
            {
                events.Add(happened);
            }
        }

        return events;
    }

    private static DealEvent? EventOf(Deal deal, string key, string? value, IReadOnlyDictionary<string, string?> wished, EventStamp stamp)
    {
        switch (key)
        {
            case DealFields.Note:
                return value is null ? null : new DealEvent.NoteAdded(value) { Deal = deal.Id, Stamp = stamp };
            case DealFields.NextStep:
                return NextStep(deal, value, DateOfStep(deal, value, wished), stamp);
            case DealFields.NextStepDate when wished.ContainsKey(DealFields.NextStep):
                return null;
            case DealFields.NextStepDate:
                return NextStep(deal, deal.NextStep, DayOf(value), stamp);
            default:
                break;
        }

        var from = DealValues.Of(deal, key);
        if (string.Equals(from, value, StringComparison.Ordinal))
        {
            return null;
        }

        return key switch
        {
            DealFields.Amount => new DealEvent.AmountChanged(deal.Amount, value is null ? null : FieldReading.MoneyOf(value)) { Deal = deal.Id, Stamp = stamp },
            DealFields.CloseDate => new DealEvent.CloseDateChanged(deal.CloseDate, DayOf(value)) { Deal = deal.Id, Stamp = stamp },
            DealFields.Owner => new DealEvent.OwnerChanged(deal.Owner, value is null ? null : new PersonId(value)) { Deal = deal.Id, Stamp = stamp },
            _ => new DealEvent.FieldSet(key, from, value) { Deal = deal.Id, Stamp = stamp },
        };
    }

    /// <summary>A date belongs to its step: a new step without a date has none, a cleared step takes its date along.</summary>
    private static DateOnly? DateOfStep(Deal deal, string? step, IReadOnlyDictionary<string, string?> wished)
    {
        if (wished.TryGetValue(DealFields.NextStepDate, out var date))
        {
            return DayOf(date);
        }

        return string.Equals(step, deal.NextStep, StringComparison.Ordinal) ? deal.NextStepDate : null;
    }

    private static DealEvent.NextStepChanged? NextStep(Deal deal, string? step, DateOnly? date, EventStamp stamp) =>
        step == deal.NextStep && date == deal.NextStepDate
            ? null
            : new DealEvent.NextStepChanged(deal.NextStep, deal.NextStepDate, step, date) { Deal = deal.Id, Stamp = stamp };

    private static DateOnly? DayOf(string? value) => value is null ? null : FieldReading.DayOf(value);

    private static int PlaceOf(string key) => key switch
    {
        DealFields.Amount => 0,
        DealFields.CloseDate => 1,
        DealFields.NextStep or DealFields.NextStepDate => 2,
        DealFields.Owner => 3,
        DealFields.Note => 5,
        _ => 4,
    };
}
