namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>What can be told without being asked.</summary>
public enum AlertKind
{
    /// <summary>A deal sits in its stage longer than history says.</summary>
    StalledDeal,

    /// <summary>A stage as a whole is left more slowly than it used to be.</summary>
    SlowStage,

    /// <summary>An open deal's expected close date has passed.</summary>
    CloseDatePassed,

    /// <summary>An open deal's close date was put off, and not for the first time.</summary>
    CloseDatePushed,

    /// <summary>An open deal's amount was changed by much.</summary>
    AmountChanged,

    /// <summary>A deal went back to an earlier stage.</summary>
    MovedBack,

    /// <summary>A deal is in a stage without what that stage, or one before it, asks for; only an import can bring that about.</summary>
    CriteriaMissing,

    /// <summary>An open deal has no next step, or one whose day has passed.</summary>
    NoNextStep,

    /// <summary>Nothing has happened to an open deal for long.</summary>
    NoActivity,

    /// <summary>The review date of a paused deal has come.</summary>
    PauseOver,

    /// <summary>A large deal was won.</summary>
    LargeWin,

    /// <summary>A large deal was lost.</summary>
    LargeLoss,

    /// <summary>A lead that marketing has qualified is taken on by nobody in sales for longer than agreed.</summary>
    LeadHandoff,

    /// <summary>A quarter's forecast is another than a week before.</summary>
    ForecastMoved,

    /// <summary>Open pipeline covers what is left of a quota less than it should.</summary>
    CoverageLow,
}
