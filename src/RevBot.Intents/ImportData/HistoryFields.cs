using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>Words of a history file that are no fields of a deal.</summary>
internal static class HistoryFields
{
    /// <summary>The deal came to be, in this stage.</summary>
    public const string Created = "created";

    /// <summary>The deal came in by an import that did not know its history; the stage it was then in.</summary>
    public const string Imported = "imported";

    /// <summary>The deal was paused, or resumed where nothing stands behind it.</summary>
    public const string Pause = "pause";

    /// <summary>False for what a CRM keeps the history of and a deal has no field for: probability, expected revenue.</summary>
    public static bool IsKept(string field) =>
        field is Created or DealFields.Stage or DealFields.Owner or DealFields.Amount or DealFields.CloseDate or DealFields.NextStep or DealFields.NextStepDate
        || DealDifference.Texts.Any(text => text.Field == field);
}
