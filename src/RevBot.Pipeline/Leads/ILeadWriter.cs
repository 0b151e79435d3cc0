namespace RevBot.Pipeline.Leads;

/// <summary>Adds to what happened to a lead, as part of the turn or run it is called in. When the lead has moved on from <see cref="LeadChange.ExpectedVersion"/> by then, nothing is written and the turn runs again on the newer state.</summary>
public interface ILeadWriter
{
    void Append(LeadChange change);
}
