using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.MoveDeal;

/// <summary>What a move still has to be told: the rules are asked again and again, each time with what is known by then, until they ask for nothing new.</summary>
/// <param name="Needs">In the order they came up; those already answered among them, so that a form keeps its fields.</param>
/// <param name="Decision">What the rules say with all of it.</param>
public sealed record MoveNeeds(IReadOnlyList<Requirement> Needs, MoveDecision Decision)
{
    /// <param name="given">Facts that are settled.</param>
    /// <param name="soFar">Facts that answer what is asked for, and only that.</param>
    public static MoveNeeds Of(Deal deal, StageId to, IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> soFar, WriteContext context)
    {
        var facts = new Dictionary<string, string>(given, StringComparer.Ordinal);
        var needs = new List<Requirement>();
        while (true)
        {
            var decision = MoveRules.Decide(deal, new StageMove(to, facts), context.Company, context.Snapshot, context.Today, context.Stamp);
            if (decision is not MoveDecision.Incomplete { Missing: var missing })
            {
                return new MoveNeeds(needs, decision);
            }

            needs.AddRange(missing.Where(need => !needs.Exists(known => known.Field.Key == need.Field.Key)));
            var answered = false;
            foreach (var need in missing)
            {
                if (soFar.TryGetValue(need.Field.Key, out var value) && !string.IsNullOrWhiteSpace(value))
                {
                    answered |= facts.TryAdd(need.Field.Key, value);
                }
            }

            if (!answered)
            {
                return new MoveNeeds(needs, decision);
            }
        }
    }
}
