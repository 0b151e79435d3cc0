namespace RevBot.Pipeline.Deals;

/// <summary>The names by which exit criteria, forms, imports and events speak of a deal's fields. Any other name is a company-defined field kept in <see cref="Deal.Fields"/>.</summary>
public static class DealFields
{
    public const string Name = "name";
    public const string Account = "account";
    public const string Owner = "owner";
    public const string Stage = "stage";
    public const string Amount = "amount";
    public const string CloseDate = "close_date";
    public const string SignedDate = "signed_date";
    public const string Source = "source";
    public const string DealType = "type";
    public const string Segment = "segment";
    public const string Region = "region";
    public const string Product = "product";
    public const string ForecastCategory = "forecast_category";
    public const string NextStep = "next_step";
    public const string NextStepDate = "next_step_date";
    public const string Competitor = "competitor";
    public const string LossReason = "loss_reason";
    public const string LossDetail = "loss_detail";
    public const string LossNote = "loss_note";

    /// <summary>What won a won deal, one of the company's win reasons.</summary>
    public const string WinReason = "win_reason";
    public const string Note = "note";

    /// <summary>Why a deal went a way that the company wants explained: a part of the move (<see cref="Moves.MoveRules"/>), not a field that is kept.</summary>
    public const string MoveReason = "move_reason";

    /// <summary>The review date of a pause: set by pausing and resuming (<see cref="Moves.PauseRules"/>), not by an edit.</summary>
    public const string PausedUntil = "paused_until";

    /// <summary>Why a deal is paused; set with its review date.</summary>
    public const string PauseReason = "pause_reason";
}
