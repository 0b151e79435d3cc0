using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Metrics;

/// <summary>A period as two day numbers, both included, for comparing many deals.</summary>
internal readonly record struct DayRange(int First, int Last)
{
    public static DayRange None { get; } = new(1, 0);

    /// <summary>True when every deal fits, dated or not.</summary>
    public bool IsAll => First == int.MinValue && Last == int.MaxValue;

    public static DayRange Of(Period? period) => new(period?.Start?.DayNumber ?? int.MinValue, period?.End?.DayNumber ?? int.MaxValue);

    public bool Contains(int? day) => day is { } number ? Contains(number) : IsAll;

    public bool Contains(int day) => day >= First && day <= Last;
}
