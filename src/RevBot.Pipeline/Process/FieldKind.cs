namespace RevBot.Pipeline.Process;

/// <summary>How a field of a deal is written and asked for.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Number,
    Money,
    Date,
    Choice,
    Person,

    /// <summary>Names of several people, of ours or of the buyer's (<see cref="NameList"/>).</summary>
    People,

    /// <summary>Whether something is so (<see cref="Process.YesNo"/>).</summary>
    YesNo,
}
