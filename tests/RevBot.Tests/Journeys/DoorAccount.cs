namespace RevBot.Tests.Journeys;

/// <summary>How all scripts went at one door, one after the other over the same store.</summary>
internal sealed record DoorAccount(DateOnly Day, Dictionary<string, Journal> Journals, Dictionary<string, Exception> Failures)
{
    public Journal Of(string script) => Failures.TryGetValue(script, out var failure) ? throw failure : Journals[script];
}
