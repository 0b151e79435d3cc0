namespace RevBot.Tests.Journeys;

/// <summary>One way to talk to the bot. A journey goes the same through each, and must be told the same facts.</summary>
internal interface IDoor : IAsyncDisposable
{
    Task OpenAsync();

    /// <summary>Stops the bot cleanly and starts it again on the same store.</summary>
    Task RestartAsync();

    /// <summary>The answer.</summary>
    Task<string> SayAsync(string text);

    /// <summary>Presses a button of what was shown last; its new face.</summary>
    Task<string> PressAsync(string button);

    /// <summary>What the form that was just offered asks.</summary>
    Task<string> OpenFormAsync();

    /// <summary>Fills in a field.</summary>
    /// <param name="next">A field that must be asked for from then on, if any.</param>
    Task ChooseAsync(string field, string option, string? next = null);

    /// <summary>Submits the form: what is wrong with it, or what happened.</summary>
    Task<string> SubmitAsync();

    /// <summary>The alert about a deal as the door shows it, once and not twice.</summary>
    Task<string> FindAlertAsync(Stalled stalled);

    /// <summary>The same after it was snoozed.</summary>
    Task<string> FindSnoozedAsync(Stalled stalled);

    /// <summary>Checks what only this door can tell of what happened.</summary>
    void Inspect();
}
