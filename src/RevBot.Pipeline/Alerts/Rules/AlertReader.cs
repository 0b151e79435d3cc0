namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>Who reads a card of its own. Of a team or the company nobody is the owner: its manager is the team's, or the executives.</summary>
public enum AlertReader
{
    /// <summary>The room of the owner's team.</summary>
    Team,

    /// <summary>The owner of the deal or lead, in person.</summary>
    Owner,

    /// <summary>The owner's manager, in person.</summary>
    Manager,

    /// <summary>A room named in the rule.</summary>
    Room,
}
