namespace RevBot.Tests.Support;

/// <summary>Tests that open browsers take turns: a machine of two cores is slow with more at once.</summary>
[CollectionDefinition("browsers")]
public sealed class BrowserCollection;
