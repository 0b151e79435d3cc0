using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Stays in stages to be counted over one period, and where the counts go.</summary>
/// <param name="Days">Of the metric's date.</param>
/// <param name="Horizon">Calendar days each deal is followed for at most, so that two periods can be compared.</param>
/// <param name="Deals">Takes the deals that count; null when they are not asked for.</param>
/// <param name="Exclusions">Takes what cannot be counted; null when that is not asked for.</param>
internal readonly record struct StaySurvey(
    PipelineView View, DealScope Scope, DimensionReader[] Readers, EvaluationGroups Groups, DayRange Days, int Horizon, Tallies Tallies, DealSet? Deals, Exclusions? Exclusions);
