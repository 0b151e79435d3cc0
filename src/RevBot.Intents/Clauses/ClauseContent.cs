using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Several;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>What the words of a clause speak of: deals, numbers, names, and whether they could say which numbers are meant.</summary>
internal sealed class ClauseContent(SentenceParts parts)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly ModifierMap _modifiers = new(parts);

    public bool SpeaksOfMeasures(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Lifecycle);

    /// <summary>"Asked me today", "on our call tomorrow": a day from today on is when that is told, or held.</summary>
    public bool NamesOnlyDaysToCome(int first, int end)
    {
        var kinds = _modifiers.Kinds(first, end);
        kinds.Remove(ModifierMap.Aspect);
        kinds.Remove(nameof(Dimension.Owner));
        return kinds.SetEquals([ModifierMap.Period]) && !SpeaksOfDeals(first, end)
            && parts.Periods.Where(period => period.First >= first && period.First < end).All(period => period.Reading.Unit == PeriodUnit.Day && period.Reading.Happened.Start >= parts.Context.Today);
    }

    /// <summary>Something in it could say which numbers are meant.</summary>
    public bool Narrows(int first, int end)
    {
        var kinds = _modifiers.Kinds(first, end);
        kinds.Remove(ModifierMap.Aspect);
        if (!parts.Spans.Any(span => span.Kind == LexiconKind.Versus && span.First >= first && span.End <= end))
        {
            kinds.Remove(ModifierMap.Comparison);
        }

        var mine = kinds.Remove(nameof(Dimension.Owner)) && Names(first, end);
        return kinds.Count > 0 || (mine && Enumerable.Range(first, end - first).Any(at => ClauseWords.Narrowing.Contains(_sentence[at])));
    }

    public bool SpeaksOfNumbers(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end
        && (span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Lifecycle || (span.Kind == LexiconKind.Beyond && span.Value != "activity figures") || (span.Kind == LexiconKind.State && span.Value is "won" or "lost" && span.First > first))) || Names(first, end);

    /// <summary>"I need it without the pilots", "we only count hospitals": what nobody knows is no less a limit.</summary>
    public bool Limits(int at) => _sentence[at] is "without" or "except" or "besides" or "solely" or "exclude" or "excludes" or "excluding" or "excluded" or "include" or "includes" or "including" or "ignore" or "skip"
        || (_sentence[at] == "only" && _sentence[at + 1] is not ("have" or "got" or "joined" or "started" or "just" or "ask" or "asked" or "need" or "know" or "a"));

    public bool SpeaksOfDeals(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Lifecycle)
        || (Names(first, end) && !NamesOnlyPeople(first, end));

    public bool Names(int first, int end) => parts.Scope.Named().Any(name => name.First < end && name.End > first);

    public bool NamesOnlyPeople(int first, int end) => parts.Scope.Named().Where(name => name.First < end && name.End > first).All(name => name.Dimension is Dimension.Owner or Dimension.Manager or Dimension.Team);

    public bool IsNamed(int at) => Names(at, at + 1);
}
