using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Slots;

/// <summary>What the words of field wishes come to.</summary>
public abstract record FieldReadings
{
    private FieldReadings()
    {
    }

    /// <summary>Canonical text by field (null clears) and the fields whose value was not said.</summary>
    public sealed record Read(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<string> Missing) : FieldReadings;

    /// <summary>Somebody's name that more than one of us has.</summary>
    public sealed record WhichPerson(FieldWish Wish, IReadOnlyList<Person> People) : FieldReadings;

    /// <summary>A day in figures that can be read two ways, of somebody whose way is not known.</summary>
    public sealed record WhichDay(FieldWish Wish, IReadOnlyList<DateOnly> Days) : FieldReadings;

    /// <summary>A value that cannot be read, with the fix.</summary>
    public sealed record Wrong(string Problem) : FieldReadings;
}
