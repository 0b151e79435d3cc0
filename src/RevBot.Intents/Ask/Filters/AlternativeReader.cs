using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds filters of different kinds with "or" between them ("in EMEA or over 50k"): one of them is enough. All others must hold together.</summary>
internal static class AlternativeReader
{
    public static List<DealFilter> Read(Sentence sentence, IReadOnlyList<LexiconSpan> spans, IEnumerable<PlacedFilter> filters)
    {
        var read = new List<DealFilter>();
        var all = filters.ToList();
        var inOrder = all.OrderBy(filter => filter.First).ToList();
        var groups = new List<List<PlacedFilter>>();
        foreach (var filter in inOrder)
        {
            if (groups is [.., var group] && IsOr(sentence, spans, group[^1].End, filter.First))
            {
                group.Add(filter);
            }
            else
            {
                groups.Add([filter]);
            }
        }

        foreach (var filter in all)
        {
            var group = groups.Find(candidate => candidate.Contains(filter)) ?? [filter];
            if (group.Count == 1)
            {
                read.Add(filter.Filter);
            }
            else if (group[0] == filter)
            {
                read.Add(new DealFilter.AnyOf([.. group.Select(part => part.Filter)]));
            }
        }

        return read;
    }

    /// <summary>One "or" and nothing else that means something.</summary>
    private static bool IsOr(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int from, int to)
    {
        var ors = 0;
        for (var at = from; at < to; at++)
        {
            if (sentence[at] == "or")
            {
                ors++;
            }
            else if (!spans.Any(span => span.First <= at && at < span.End && (span.Kind is LexiconKind.Small or LexiconKind.Deals || (span.Kind == LexiconKind.Dimension && span.End == to))) && sentence[at] is not ("else" or "either" or "sourced"))
            {
                return false;
            }
        }

        return ors == 1;
    }
}
