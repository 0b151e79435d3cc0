namespace RevBot.Intents.BulkUpdate;

/// <summary>What a sentence about many deals may be about, by its verb.</summary>
internal enum BulkKind
{
    /// <summary>"Set the next step of … to …": the field is named.</summary>
    Field,

    /// <summary>"Push … by two weeks".</summary>
    Step,

    /// <summary>"Hand over … to Maria": an owner.</summary>
    Owner,

    /// <summary>"Move … to January", "move … to Closed Lost": the value says whether it is a day or a stage.</summary>
    Value,
}
