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
}
