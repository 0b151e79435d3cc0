using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Whose deals "my", "I" and "our team" are: the asker's, and a manager's without deals of their own the team's.</summary>
internal static class AskersDeals
{
    private static readonly string[] Favours =
    [
        "show", "list", "get", "give", "pull", "add", "sum", "check", "find", "tell", "run", "break", "split", "see", "grab", "compute", "calculate", "work", "look", "count", "display", "fetch", "can", "could", "would", "please", "pls", "explain", "define",
        "compare", "rank", "sort", "total", "tally", "write", "make", "do", "summarise", "summarize", "dig", "bring", "put", "confirm", "is", "are",
    ];

    /// <returns>Null when the sentence does not speak of the asker; a reason when nobody knows who that is.</returns>
    public static (DealFilter? Filter, string? Reason)? Of(SentenceParts parts)
    {
        var spoken = parts.Spans.Where(span => span.Kind == LexiconKind.Mine).ToList();
        if (spoken.Count == 0 && !SaysMe(parts))
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

    /// <summary>"Bookings this month for me", "attainment, me", "me vs Noah"; but "show it for me" asks a favour.</summary>
    private static bool SaysMe(SentenceParts parts)
    {
        var sentence = parts.Sentence;
        if (parts.Context.Me is not { Role: PersonRole.Rep or PersonRole.Manager })
        {
            return false;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence[at] == "me" && (sentence[at + 1] is "vs" or "versus" || sentence[at - 1] is "vs" or "versus" || (at > 0 && at == sentence.Count - 1
                && (sentence[at - 1] == "for" || sentence.Text[..sentence.Words[at].Start].TrimEnd() is [.., ','])
                && !Enumerable.Range(0, at).Any(before => Favours.Contains(sentence[before])))))
            {
                return true;
            }
        }

        return false;
    }
}
