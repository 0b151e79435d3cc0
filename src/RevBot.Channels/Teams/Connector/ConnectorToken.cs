namespace RevBot.Channels.Teams.Connector;

/// <summary>A token for what goes out.</summary>
/// <param name="RenewAt">When a new one is asked for, some minutes before this one ends.</param>
internal sealed record ConnectorToken(string Value, DateTimeOffset ExpiresAt, DateTimeOffset RenewAt)
{
    public override string ToString() => $"A token until {ExpiresAt:O}";
}
