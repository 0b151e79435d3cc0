using RevBot.Pipeline.Answers;

namespace RevBot.Pipeline.Economics;

/// <summary>One figure of what customers cost and bring, with what it is made of.</summary>
/// <param name="Value">Null when there is none; <paramref name="NoData"/> then says why.</param>
/// <param name="Customers">How many customers it rests on.</param>
internal sealed record EconomicFigure(decimal? Value, int Customers, string? NoData, IReadOnlyList<AnswerPart> Parts, IReadOnlyList<string> Remarks)
{
    /// <summary>The same without a number.</summary>
    public static EconomicFigure None(string why, int customers = 0) => new(null, customers, why, [], []);
}
