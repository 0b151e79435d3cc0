using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>"Discovery to Proposal", "from Proposal to won": where deals came from and how far they were to get.</summary>
/// <param name="To">Null for won.</param>
internal sealed record StageStep(DimensionValue From, DimensionValue? To)
{
    /// <summary>Why a measure cannot be told of it, or null: conversion is known to the next stage and to won, and other ways between two stages would be other numbers.</summary>
    public string? WhyNot(string measure, SalesProcess process)
    {
        var next = process.OpenStages.SkipWhile(open => open.Id.Value != From.Key).Skip(1).FirstOrDefault()?.Id.Value;
        return To is not { } to || (measure is MeasureIds.NextStage or MeasureIds.TimeInStage && next == to.Key)
            ? null
            : $"I can tell how many get from {From.Label} to the next stage or beyond, or to won; not this about {From.Label} to {to.Label}.";
    }
}
