namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How many stays were left in some days, beside how many the past would have made expect.</summary>
/// <param name="Exits">Of stays that had not lasted extremely long.</param>
/// <param name="Expected">Of all stays that went on in those days, by their age and segment.</param>
public readonly record struct ExitsOfDays(int Exits, double Expected);
