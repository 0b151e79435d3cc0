using System.Collections.Immutable;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>The stages that a stage's name stands for with the words around it: "Proposal or later", "past Discovery", "before Negotiation".</summary>
/// <param name="cues">Words that only say that a name is a stage's.</param>
internal sealed class StageReach(Sentence sentence, SalesProcess process, IReadOnlyList<LexiconSpan> spans, IReadOnlySet<LexiconSpan> cues)
{
    /// <summary>The value itself, or the stages from there on.</summary>
    /// <param name="first">Where the name begins.</param>
    /// <param name="end">Where it ends, with the words that widen it.</param>
    public ImmutableArray<DimensionValue> Of(NamedThing thing, int first, ref int end)
    {
        if (thing.Kind != NameKind.Stage)
        {
            return [new DimensionValue(thing.Key, thing.Name)];
        }

        var behind = end;
        while (cues.Any(cue => cue.First == behind))
        {
            behind++;
        }

        var own = process.PositionOf(new StageId(thing.Key));
        if (Bound(first, end) is { } past && Stages(stage => past ? process.PositionOf(stage.Id) > own : process.PositionOf(stage.Id) < own) is { IsEmpty: false } reached)
        {
            return reached;
        }

        // "In Negotiation or above 100k" has its words for the amount.
        bool? later = !sentence.AreFree(behind, 2) ? null : (sentence[behind], sentence[behind + 1]) switch
        {
            ("or" or "and", "later" or "beyond" or "further" or "above" or "after" or "higher" or "onwards") => true,
            ("or" or "and", "earlier" or "before" or "lower" or "below") => false,
            _ => null,
        };
        if (later is not { } on)
        {
            return [new DimensionValue(thing.Key, thing.Name)];
        }

        sentence.Take(behind, 2);
        end = behind + 2;
        return Stages(stage => on ? process.PositionOf(stage.Id) >= own : process.PositionOf(stage.Id) <= own);
    }

    private ImmutableArray<DimensionValue> Stages(Func<Stage, bool> fits) => [.. process.OpenStages.Where(fits).Select(stage => new DimensionValue(stage.Id.Value, stage.Name))];

    /// <summary>"Pipeline past Discovery", "deals before Proposal": true for what lies behind the stage, false for what lies ahead of it, null when neither is said. Of what takes time or goes on it says something else.</summary>
    private bool? Bound(int first, int end)
    {
        var before = sentence.Before(first);
        if (spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "long" or "passage" or "odds" }) || spans.Any(span => span.Kind == LexiconKind.Measure && !span.Value.StartsWith("pipeline.", StringComparison.Ordinal)))
        {
            return null;
        }

        bool? past = sentence[before] switch { "past" or "beyond" or "after" => true, "before" => false, _ => null };
        if (past is not null && end > first)
        {
            sentence.Take(before, 1);
        }

        return past;
    }
}
