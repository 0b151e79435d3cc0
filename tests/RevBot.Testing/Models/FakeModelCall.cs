namespace RevBot.Testing.Models;

/// <summary>One request a fake model was sent.</summary>
public sealed record FakeModelCall(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
