namespace RevBot.Pipeline.Process;

/// <summary>Second level of a loss reason: "Price" → "No budget this year".</summary>
public sealed record LossDetail(string Key, string Name);
