namespace RevBot.Channels.Teams;

/// <summary>How the bot proves to Microsoft who it is when it sends. What comes in looks the same for all three.</summary>
public enum TeamsAppType
{
    /// <summary>A secret of an app that belongs to one organisation.</summary>
    SingleTenant,

    /// <summary>A secret of an app of the older kind that any organisation may install.</summary>
    MultiTenant,

    /// <summary>A managed identity of the machine; there is no secret.</summary>
    UserAssignedMSI,
}
