namespace RevBot.Intents.Slots;

/// <summary>Something that has a name: a person, an account, a stage …</summary>
/// <param name="Key">Its id, or the value itself where the value is the id (sources, segments …).</param>
/// <param name="Name">How people call it.</param>
public sealed record NamedThing(NameKind Kind, string Key, string Name);
