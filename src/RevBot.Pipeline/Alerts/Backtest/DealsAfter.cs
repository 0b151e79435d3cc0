namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>What has become of deals by the last day.</summary>
/// <param name="Slipped">Of those still open: whose close date was moved later since, or has passed.</param>
/// <param name="Value">What they are worth together, in the company's currency.</param>
public readonly record struct DealsAfter(int Won, int Lost, int Open, int Slipped, decimal Value = 0)
{
    public int All => Won + Lost + Open;

    public int Closed => Won + Lost;

    /// <summary>Share won of those that are closed; null while none is.</summary>
    public double? WonShare => Closed == 0 ? null : (double)Won / Closed;

    /// <summary>Share that slipped of those still open; null where none is.</summary>
    public double? SlippedShare => Open == 0 ? null : (double)Slipped / Open;
}
