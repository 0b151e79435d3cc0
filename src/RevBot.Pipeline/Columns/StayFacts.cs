namespace RevBot.Pipeline.Columns;

/// <summary>One stay of a deal in a stage.</summary>
/// <param name="Stage">Number of the stage.</param>
/// <param name="IsUnseen">True when the stay was not seen but made up from what a file said.</param>
/// <param name="LeftDay">The company day it ended; <see cref="DealFacts.NoDay"/> while it goes on.</param>
/// <param name="Rank">Its place among the ended stays, see <see cref="StayColumns.Ended"/>, or among those that go on; -1 for a late one of these.</param>
internal readonly record struct StayFacts(short Stage, bool IsUnseen, int LeftDay, int Rank)
{
    public bool IsRunning => LeftDay == DealFacts.NoDay;
}
