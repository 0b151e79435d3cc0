using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>A part of a stage's deals, one segment or region, whose latest stays last longer, or shorter, than those before.</summary>
/// <param name="By">What the part is a part of: segments or regions.</param>
/// <param name="Part">"Enterprise".</param>
/// <param name="IsSlower">False for one that has become faster.</param>
/// <param name="Before">Business days a stay typically took before.</param>
/// <param name="After">The same of those begun lately; null where not half of them are over.</param>
/// <param name="Longest">Business days the longest of those has lasted so far: with <paramref name="After"/> unknown a stay typically takes longer than that.</param>
/// <param name="Stays">How many were begun lately.</param>
/// <param name="Chance">How likely chance alone makes so large a difference.</param>
public sealed record PartDrift(StageId Stage, Dimension By, string Part, bool IsSlower, double Before, double? After, double Longest, int Stays, double Chance);
