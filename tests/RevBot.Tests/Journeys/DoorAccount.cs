namespace RevBot.Tests.Journeys;

/// <summary>How all scripts went at one door, one after the other over the same store.</summary>
internal sealed record DoorAccount(DateOnly Day, Dictionary<string, Journal> Journals, Dictionary<string, Exception> Failures)
{
    /// <summary>Whether the same was told by both, as far as both came.</summary>
    public bool IsLike(DoorAccount other) => Journals.All(pair => !other.Journals.TryGetValue(pair.Key, out var journal) || pair.Value.Told.SequenceEqual(journal.Told));

    public Journal Of(string script) => Failures.TryGetValue(script, out var failure) ? throw failure : Journals[script];
}
