namespace RevBot.Pipeline.Calendar;

/// <summary>A stretch of days, both ends included; either end may be open.</summary>
/// <param name="Label">How people call it: "this quarter", "last 6 weeks", "FY26 Q3".</param>
public sealed record Period(DateOnly? Start, DateOnly? End, string Label)
{
    public static Period AllTime { get; } = new(null, null, "all time");

    public bool Contains(DateOnly day) => (Start is null || day >= Start) && (End is null || day <= End);
}
