namespace RevBot.Channels.Teams.Cards;

/// <summary>What a press on a card of ours can mean.</summary>
internal static class CardVerbs
{
    /// <summary>A button: <see cref="CardCall.ActionId"/> and <see cref="CardCall.Value"/>.</summary>
    public const string Click = "click";

    /// <summary>A filled-in form: <see cref="CardCall.SessionId"/> and <see cref="CardCall.Values"/>.</summary>
    public const string Submit = "submit";

    /// <summary>The section before is wanted, of a form too long to be shown at once.</summary>
    public const string Back = "back";

    /// <summary>The person's own view of a form's message is wanted; nothing is written for it.</summary>
    public const string Show = "show";
}
