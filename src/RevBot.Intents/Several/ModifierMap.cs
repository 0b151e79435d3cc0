using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Several;

/// <summary>Which words of a sentence say which kind of part beside what is measured: the period, a filter, a split, an order.</summary>
internal sealed class ModifierMap
{
    public const string Period = "period";
    public const string Aspect = "aspect";
    public const string Comparison = "comparison";

    private readonly string?[] _kinds;
    private readonly SentenceParts _parts;

    public ModifierMap(SentenceParts parts)
    {
        _parts = parts;
        _kinds = new string?[parts.Sentence.Count];
        foreach (var period in parts.Periods)
        {
            Mark(period.First, period.First + period.Count, Period);
        }

        foreach (var filter in parts.Filters)
        {
            Mark(filter.First, filter.End, filter.Filter.GetType().Name);
        }

        foreach (var (dimension, first, end) in parts.Scope.Named())
        {
            Mark(first, end, dimension is Dimension.Team or Dimension.Manager ? nameof(Dimension.Owner) : dimension.ToString());
        }

        foreach (var span in parts.Spans)
        {
            switch (span.Kind)
            {
                case LexiconKind.Mine:
                    Mark(span.First, span.End, nameof(Dimension.Owner));
                    break;
                case LexiconKind.Rank:
                    Mark(span.First, span.End, "rank");
                    break;
                case LexiconKind.Aspect when span.Value is not "list":
                    Mark(span.First, span.End, Aspect);
                    break;
                case LexiconKind.Dimension when span.Value[0] == '+' || parts.Spans.Any(by => by is { Kind: LexiconKind.Split, Value: "by" } && by.End == span.First):
                    Mark(span.First, span.End, "split");
                    break;
                case LexiconKind.Versus or LexiconKind.Change:
                    Mark(span.First, span.End, Comparison);
                    break;
                default:
                    break;
            }
        }
    }

    public bool Any(int first, int end) => Kinds(first, end).Count > 0;

    public HashSet<string> Kinds(int first, int end) => [.. Enumerable.Range(first, Math.Max(0, end - first)).Select(at => _kinds[at]).OfType<string>()];

    public bool Says(int at, HashSet<string> kinds) => _kinds[at] is { } kind && kinds.Contains(kind);

    /// <summary>True when one name, range, period or phrase reaches over the joint: "between 20k and 60k", "research and development".</summary>
    public bool Crosses(int at, int next) =>
        _parts.Periods.Exists(period => period.First < at && period.First + period.Count > next)
        || _parts.Filters.Any(filter => filter.First < at && filter.End > next)
        || _parts.Scope.Named().Any(name => name.First < at && name.End > next)
        || _parts.Spans.Any(span => span.First < at && span.End > next)
        || (_parts.Sentence.Words[at - 1].Quote > 0 && _parts.Sentence.Words[at - 1].Quote == _parts.Sentence.Words[Math.Min(next, _parts.Sentence.Count - 1)].Quote);

    /// <summary>Also the small words before it: "in the last quarter", "by source".</summary>
    private void Mark(int first, int end, string kind)
    {
        while (first > 0 && _kinds[first - 1] is null
            && (_parts.Sentence[first - 1] is "in" or "for" or "over" or "during" or "the" or "of" or "from" or "within" or "on" or "at" or "to" or "with" or "by" or "per"))
        {
            first--;
        }

        for (var at = first; at < end; at++)
        {
            _kinds[at] ??= kind;
        }
    }
}
