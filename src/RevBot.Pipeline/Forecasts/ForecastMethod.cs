namespace RevBot.Pipeline.Forecasts;

/// <summary>How a forecast was made.</summary>
public enum ForecastMethod
{
    /// <summary>Played by the bot.</summary>
    Simulated,

    /// <summary>Said by people.</summary>
    Submitted,
}
