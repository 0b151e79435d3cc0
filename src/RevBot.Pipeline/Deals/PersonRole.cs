namespace RevBot.Pipeline.Deals;

/// <summary>What a person does here; decides what they may change.</summary>
public enum PersonRole
{
    Rep,
    Manager,
    Executive,
    Operations,

    /// <summary>Reads figures and takes them out, changes nothing.</summary>
    Finance,

    /// <summary>Somebody in the people list who sees no deals: a contractor, a partner.</summary>
    Guest,
}
