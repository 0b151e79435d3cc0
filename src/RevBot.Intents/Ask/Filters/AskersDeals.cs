using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Whose deals "my", "I" and "our team" are: the asker's, and a manager's without deals of their own the team's.</summary>
internal static class AskersDeals
{
    /// <returns>Null when the sentence does not speak of the asker; a reason when nobody knows who that is.</returns>
    public static (DealFilter? Filter, string? Reason)? Of(SentenceParts parts)
    {
        // "How often have I moved my close dates": what is measured may speak of the asker, too.
        var spoken = parts.Spans.Where(span => span.Kind == LexiconKind.Mine || (span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(at => parts.Sentence[at] is "my" or "mine" || (parts.Sentence[at] == "i" && parts.Sentence[at - 1] is not ("can" or "could" or "should" or "may"))))).ToList();
        if (spoken.Count == 0)
        {
            return null;
        }

        if (parts.Context.Me is not { } me)
        {
            return (null, "I don't know who you are here, so I can't tell which deals are yours.");
        }

        if (spoken.Exists(span => span.Value == "team") || (me is { Role: PersonRole.Manager, Team.Length: > 0 } && !parts.Context.OwnsDeals()))
        {
            return me.Team is { Length: > 0 } team ? (new DealFilter.In(Dimension.Team, [new DimensionValue(team, team)]), null) : (null, null);
        }

        return (new DealFilter.In(Dimension.Owner, [new DimensionValue(me.Id.Value, me.Name)]), null);
    }
}
