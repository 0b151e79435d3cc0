namespace RevBot.Pipeline.Economics;

/// <summary>What winning customers cost money for.</summary>
public enum SpendCategory
{
    Sales,
    Marketing,
}
