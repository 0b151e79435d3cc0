namespace RevBot.Intents.ImportData;

/// <summary>Words of a history file that are no fields of a deal.</summary>
internal static class HistoryFields
{
    /// <summary>The deal came to be, in this stage.</summary>
    public const string Created = "created";

    /// <summary>The deal came in by an import that did not know its history; the stage it was then in.</summary>
    public const string Imported = "imported";
}
