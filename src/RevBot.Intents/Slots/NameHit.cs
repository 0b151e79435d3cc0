namespace RevBot.Intents.Slots;

/// <summary>Words of a sentence that name something.</summary>
/// <param name="First">Position of the first word.</param>
/// <param name="Count">How many words.</param>
/// <param name="Things">What they may name, all equally well; more than one is to be asked about.</param>
public sealed record NameHit(int First, int Count, NameQuality Quality, IReadOnlyList<NamedThing> Things)
{
    public NamedThing? Only => Things.Count == 1 ? Things[0] : null;
}
