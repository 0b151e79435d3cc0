namespace RevBot.Pipeline.Leads.Routing;

/// <summary>Why a lead is given back or disqualified.</summary>
/// <param name="ToMarketing">Of a return: whether it goes back to marketing; else to the next in line.</param>
/// <param name="NeedsNote">Whether it says nothing without words of its own.</param>
public sealed record LeadReason(string Name, bool ToMarketing = true, bool NeedsNote = false);
