namespace RevBot.Pipeline.Deals;

/// <summary>The key of a stage in <c>company.yaml</c>; it stays when the stage is renamed, so history keeps its meaning.</summary>
public readonly record struct StageId(string Value)
{
    public override string ToString() => Value;
}
