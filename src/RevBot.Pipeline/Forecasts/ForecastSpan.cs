namespace RevBot.Pipeline.Forecasts;

/// <summary>The days that are forecast, seen from the morning of one day.</summary>
/// <param name="Today">The day it is forecast on.</param>
/// <param name="First">First day of the period.</param>
/// <param name="Last">Its last day.</param>
internal readonly record struct ForecastSpan(int Today, int First, int Last)
{
    public bool IsOver => Last < Today;

    /// <summary>Days until the period begins; 0 when it has.</summary>
    public int Lead => Math.Max(0, First - Today);

    /// <summary>Days until it is over, today counted.</summary>
    public int Length => Math.Max(0, Last - Today + 1);

    public bool Contains(int day) => day >= First && day <= Last;
}
