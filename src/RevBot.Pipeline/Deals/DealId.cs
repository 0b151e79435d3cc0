namespace RevBot.Pipeline.Deals;

/// <summary>Names one deal for ever: the id of the system it was imported from, or one RevBot made.</summary>
public readonly record struct DealId(string Value)
{
    public override string ToString() => Value;
}
