namespace RevBot.Pipeline.Deals;

/// <summary>What a person does here; decides what they may change.</summary>
public enum PersonRole
{
    Rep,
    Manager,
    Executive,
    Operations,
}
