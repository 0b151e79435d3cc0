namespace RevBot.Conversation.Routing;

/// <summary>The capabilities that offered to take one sentence; may be asked and told by several turns at once.</summary>
public sealed class OffersMade
{
    private volatile string[]? _names;

    /// <summary>False only for a capability that was asked and wanted nothing of the sentence.</summary>
    public bool MayComeFrom(string intent) => _names is not { } names || Array.IndexOf(names, intent) >= 0;

    /// <summary>All were asked, and these offered.</summary>
    public void Keep(IEnumerable<string> intents) => _names ??= [.. intents];
}
