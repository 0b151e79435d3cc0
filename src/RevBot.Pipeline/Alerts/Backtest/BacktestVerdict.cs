namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>Whether what a rule tells is worth looking at, by what became of the deals.</summary>
public enum BacktestVerdict
{
    /// <summary>Deals told were won less often than the rest, or slipped more often: by more than chance.</summary>
    Tells,

    /// <summary>They were not.</summary>
    DoesNotTell,

    /// <summary>Too few deals to say.</summary>
    TooFew,

    /// <summary>It tells news, and of no deal in danger.</summary>
    News,
}
