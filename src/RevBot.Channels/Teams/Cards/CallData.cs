namespace RevBot.Channels.Teams.Cards;

/// <summary>What a button sends back: ids only, since it comes back from the client.</summary>
internal sealed record CallData(CallTarget Revbot)
{
    public CallHint? Msteams { get; init; }
}
