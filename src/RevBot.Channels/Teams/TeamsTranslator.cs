namespace RevBot.Channels.Teams;

/// <summary>What Teams sends, as turns.</summary>
internal static class TeamsTranslator
{
    /// <summary>Name of the channel in turns and references.</summary>
    public const string Channel = "teams";
}
