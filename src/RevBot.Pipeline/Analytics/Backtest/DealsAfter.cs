namespace RevBot.Pipeline.Analytics.Backtest;

/// <summary>What has become of deals by now.</summary>
/// <param name="Slipped">Of those still open: whose close date was moved later since, or has passed.</param>
public readonly record struct DealsAfter(int Won, int Lost, int Open, int Slipped)
{
    public int All => Won + Lost + Open;

    /// <summary>Share won of those that are closed; null while none is.</summary>
    public double? WonShare => Won + Lost == 0 ? null : (double)Won / (Won + Lost);

    /// <summary>Share that slipped of those still open; null where none is.</summary>
    public double? SlippedShare => Open == 0 ? null : (double)Slipped / Open;
}
