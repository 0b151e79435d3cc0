using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Process;

/// <summary>Stages that some deals enter only when somebody has agreed: large ones, those with a high discount.</summary>
/// <param name="Key">Stays when it is renamed.</param>
/// <param name="Stages">Open or won ones.</param>
/// <param name="When">Which deals; null for all.</param>
/// <param name="Over">Only deals whose field holds more than this number; null where no field decides.</param>
public sealed record ApprovalGate(string Key, string Name, IReadOnlyList<StageId> Stages, DealCondition? When, ApprovalBound? Over, ApprovalTerms Terms);
