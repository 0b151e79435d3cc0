using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Questions;

/// <summary>A period as two day numbers, both included, for comparing many deals. Only a range that holds all days holds <see cref="DealFacts.NoDay"/>.</summary>
internal readonly record struct DayRange(int First, int Last)
{
    public static DayRange None { get; } = new(1, 0);

    /// <summary>True when every deal fits, dated or not.</summary>
    public bool IsAll => First == DealFacts.NoDay && Last == int.MaxValue;

    public static DayRange Of(Period? period) => (period?.Start, period?.End) switch
    {
        (null, null) => new(DealFacts.NoDay, int.MaxValue),
        var (start, end) => new(start?.DayNumber ?? DealFacts.NoDay + 1, end?.DayNumber ?? int.MaxValue),
    };

    public DayRange And(DayRange other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));

    /// <remarks>Both sides are always looked at: of a million days a processor guesses the first answer as often wrong as right, which costs more than the second look.</remarks>
    public bool Contains(int day) => day >= First & day <= Last;
}
