namespace RevBot.Channels.Teams.Cards;

/// <summary>What is to be done on a press, and with what.</summary>
/// <param name="Do">One of <see cref="CardVerbs"/>.</param>
internal sealed record CallTarget(string Do)
{
    /// <summary>Of a click: the action's id.</summary>
    public string? Action { get; init; }

    /// <summary>Of a click: what the button carries.</summary>
    public string? Value { get; init; }

    /// <summary>Of a form: its session.</summary>
    public string? Session { get; init; }

    /// <summary>Of a form: the fields it had, so that one that is new on the next face is not drawn as a mistake.</summary>
    public IReadOnlyList<string>? Shown { get; init; }
}
