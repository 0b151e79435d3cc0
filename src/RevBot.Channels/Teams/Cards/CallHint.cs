namespace RevBot.Channels.Teams.Cards;

/// <summary>Tells Teams what to do with a submit.</summary>
internal sealed record CallHint(string Type)
{
    /// <summary>Ask the bot for a dialog.</summary>
    public static CallHint Dialog { get; } = new("task/fetch");
}
