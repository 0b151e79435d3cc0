namespace RevBot.Intents.ImportData;

/// <summary>What a column holds, as far as the file must be looked at as a whole to read it.</summary>
internal enum FieldContent
{
    Text,
    Date,
    Amount,
}
