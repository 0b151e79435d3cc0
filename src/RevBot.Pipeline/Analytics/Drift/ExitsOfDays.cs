namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How many stays were left in one day, beside how many the past would have made expect.</summary>
/// <param name="Exits">Of stays that had not lasted extremely long.</param>
/// <param name="Expected">Of all stays that went on in that day, by their age and segment.</param>
public readonly record struct ExitsOfDay(int Exits, double Expected);
