namespace RevBot.Pipeline.Process;

/// <summary>What a stage or a move asks of a deal: a field that must be filled in. A yes/no field must say yes; a field of people must name enough of them.</summary>
/// <param name="Field">Name of a field, built-in or the company's own.</param>
public sealed record Criterion(string Field)
{
    /// <summary>How many people a field of people must name; 1 for every other field.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Which deals it is asked of; null for all.</summary>
    public DealCondition? When { get; init; }

    /// <summary>True when every later open stage and winning ask for it too, so that it can neither be jumped over nor be taken away.</summary>
    public bool FromHereOn { get; init; }

    /// <summary>The short form: a field's name, asked of every deal.</summary>
    public static implicit operator Criterion(string field) => FromString(field);

    public static Criterion FromString(string field) => new(field);
}
