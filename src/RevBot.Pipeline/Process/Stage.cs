using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Process;

/// <summary>One step of the sales process, as <c>company.yaml</c> defines it.</summary>
/// <param name="Probability">Share of deals in this stage that the company expects to win, 0 to 1; what weighted pipeline uses.</param>
/// <param name="RequiredToEnter">What a deal must have before it may enter.</param>
/// <param name="RequiredToLeave">What it must have before it may move on from here (not when it goes back or is lost).</param>
/// <param name="Aliases">Other names people and exports use for it.</param>
public sealed record Stage(
    StageId Id,
    string Name,
    StageGroup Group,
    decimal Probability,
    IReadOnlyList<Criterion> RequiredToEnter,
    IReadOnlyList<Criterion> RequiredToLeave,
    IReadOnlyList<string> Aliases);
