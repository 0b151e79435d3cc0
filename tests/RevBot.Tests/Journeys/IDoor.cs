namespace RevBot.Tests.Journeys;

/// <summary>One way to talk to the bot. A script goes the same through each, and must be told the same facts.</summary>
internal interface IDoor : IAsyncDisposable
{
    /// <summary>Settings a process needs to speak through this door.</summary>
    IReadOnlyDictionary<string, string?>? Settings { get; }

    Task OpenAsync();

    /// <summary>Stops the bot cleanly and starts it again on the same store.</summary>
    Task RestartAsync();

    /// <summary>Speaks as somebody, by e-mail, from here on.</summary>
    Task BecomeAsync(string person);

    /// <summary>Goes to a team's room, where the next sentence begins a thread; null for the direct chat.</summary>
    Task EnterAsync(string? team);

    /// <summary>The answer.</summary>
    Task<string> SayAsync(string text);

    /// <summary>Presses a button of what was shown last, by its label or the beginning of it; its new face, or the answer.</summary>
    Task<string> PressAsync(string button);

    /// <summary>What the form asks that was just offered, or that a button of what was shown last opens.</summary>
    Task<string> OpenFormAsync(string? button);

    /// <summary>Fills in a field; the form's new face.</summary>
    /// <param name="next">A field that must be asked for from then on, if any.</param>
    Task<string> FillAsync(string field, string value, string? next);

    /// <summary>Submits the form: what is wrong with it, or what happened.</summary>
    Task<string> SubmitAsync();

    /// <summary>The alert about a deal as the door shows it, once and not twice.</summary>
    Task<string> FindAlertAsync(Stalled stalled);

    /// <summary>Goes through all threads, as fast as the door lets one; the messages of the bot in each, in their order.</summary>
    Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(IReadOnlyList<AskedThread> threads);

    /// <summary>Checks what only this door can tell of what happened.</summary>
    void Inspect();
}
