namespace RevBot.Pipeline.Analytics;

/// <summary>One stay of a deal in a stage, in numbers.</summary>
/// <param name="Deal">Any number that tells deals apart.</param>
/// <param name="Stage">Ordinal of the open stage.</param>
/// <param name="Entered">In days of one clock.</param>
/// <param name="Left">In days of the same clock; of a running stay, now.</param>
/// <param name="To">Another stage's ordinal or a <see cref="Destination"/>.</param>
public readonly record struct StagePassage(int Deal, sbyte Stage, double Entered, double Left, sbyte To);
