using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>Reads a decision as a test says it.</summary>
internal static class DecisionAssertions
{
    public static IReadOnlyList<DealEvent> Accepted(this MoveDecision decision) =>
        decision is MoveDecision.Accepted accepted ? accepted.Events : throw new Xunit.Sdk.XunitException($"Not accepted: {Describe(decision)}");

    public static string Refused(this MoveDecision decision) =>
        decision is MoveDecision.Refused refused ? refused.Reason : throw new Xunit.Sdk.XunitException($"Not refused: {Describe(decision)}");

    /// <summary>The fields asked for.</summary>
    public static IReadOnlyList<string> Asked(this MoveDecision decision) => [.. decision.Missing().Select(need => need.Field.Key)];

    public static IReadOnlyList<Requirement> Missing(this MoveDecision decision) =>
        decision is MoveDecision.Incomplete incomplete ? incomplete.Missing : throw new Xunit.Sdk.XunitException($"Not incomplete: {Describe(decision)}");

    public static IReadOnlyList<string> Kinds(this IReadOnlyList<DealEvent> events) => [.. events.Select(happened => happened.GetType().Name)];

    private static string Describe(MoveDecision decision) => decision switch
    {
        MoveDecision.Accepted accepted => $"accepted {string.Join(", ", accepted.Events.Kinds())}",
        MoveDecision.Incomplete incomplete => $"asks for {string.Join(", ", incomplete.Missing.Select(need => need.Field.Key))}",
        MoveDecision.Refused refused => $"refused: {refused.Reason}",
        _ => decision.ToString(),
    };
}
