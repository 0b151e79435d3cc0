namespace RevBot.Pipeline.Columns;

/// <summary>One stay of a deal in a stage.</summary>
/// <param name="Stage">Number of the stage.</param>
/// <param name="IsUnseen">True when the stay was not seen but made up from what a file said.</param>
/// <param name="LeftDay">The company day it ended; <see cref="DealFacts.NoDay"/> while it goes on.</param>
internal readonly record struct StayFacts(short Stage, bool IsUnseen, int LeftDay)
{
    public bool IsRunning => LeftDay == DealFacts.NoDay;
}
