using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Audits;

/// <summary>How often a reason was given.</summary>
/// <param name="Reason">Null for one that <c>company.yaml</c> does not list.</param>
/// <param name="Detail">Null where none was given, or the reason has none.</param>
/// <param name="Name">"Price: Too expensive".</param>
public sealed record LossReasonCount(LossReason? Reason, LossDetail? Detail, string Name, int Count);
