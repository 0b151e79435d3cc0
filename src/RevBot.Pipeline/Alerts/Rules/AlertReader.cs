namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>Who reads a card of its own.</summary>
public enum AlertReader
{
    /// <summary>The room of the owner's team.</summary>
    Team,

    /// <summary>The deal's owner, in person.</summary>
    Owner,

    /// <summary>The owner's manager, in person.</summary>
    Manager,

    /// <summary>A room named in the rule.</summary>
    Room,
}
