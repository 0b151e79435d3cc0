namespace RevBot.Pipeline.Deals;

/// <summary>Names one person of our own company: a rep, a manager, an executive or somebody in operations.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
