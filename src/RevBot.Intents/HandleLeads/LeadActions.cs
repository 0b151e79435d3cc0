namespace RevBot.Intents.HandleLeads;

/// <summary>The buttons of leads. Their value is the lead's id, and <see cref="FromAlert"/> where the card is another's.</summary>
public static class LeadActions
{
    public const string Accept = "leads.accept";
    public const string Return = "leads.return";
    public const string Disqualify = "leads.disqualify";
    public const string SalesQualify = "leads.qualify";
    public const string MarketingQualify = "leads.mql";

    public const string Convert = "leads.convert";

    /// <summary>Behind the lead's id: the button stands on an alert, which keeps its own card.</summary>
    public const string FromAlert = "alert";
}
