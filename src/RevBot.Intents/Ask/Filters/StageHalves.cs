using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Reads "late-stage deals" and "early stage" as the later or earlier half of the open stages, unless the stages themselves are said beside it ("late stage, i.e. Proposal and Negotiation").</summary>
internal static class StageHalves
{
    public static PlacedFilter? Read(Sentence sentence, SalesProcess process, NameScope scope)
    {
        for (var at = 0; at + 1 < sentence.Count; at++)
        {
            if (sentence[at] is not ("late" or "later" or "early" or "earlier" or "advanced") || sentence.Stem(at + 1) is not ("stage" or "funnel") || !sentence.IsFree(at))
            {
                continue;
            }

            var first = at;
            while (first > 0 && sentence.IsFree(first - 1) && sentence[first - 1] is "the" or "in" or "at" or "our")
            {
                first--;
            }

            var end = at + 2;
            sentence.Take(first, end - first);
            if (scope.NamesStage)
            {
                end += sentence[end] is "ie" ? 1 : sentence[end] == "i" && sentence[end + 1] == "e" ? 2 : 0;
                sentence.Take(first, end - first);
                return null;
            }

            var stages = process.OpenStages.ToList();
            var half = (stages.Count + 1) / 2;
            var meant = sentence[at] is "early" or "earlier" ? stages.Take(half) : stages.Skip(stages.Count - half);
            return new PlacedFilter(new DealFilter.In(Dimension.Stage, [.. meant.Select(stage => new DimensionValue(stage.Id.Value, stage.Name))]), first, end);
        }

        return null;
    }
}
