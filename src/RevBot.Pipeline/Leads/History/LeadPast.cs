namespace RevBot.Pipeline.Leads.History;

/// <summary>A turn that changed a lead, and the lead as it stood before it.</summary>
public sealed record LeadPast(string Turn, Lead Before);
