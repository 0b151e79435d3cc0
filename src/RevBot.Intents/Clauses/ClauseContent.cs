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

    /// <summary>"The pipeline call" is a call.</summary>
    public bool SpeaksOfMeasures(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Lifecycle && !(span.End < end && (ClauseWords.Held.Contains(_sentence[span.End]) || _sentence[span.End] is "people" or "folks" or "guys" or "team")));

    /// <summary>"Asked me today", "on our call tomorrow": a day from today on is when that is told, or held.</summary>
    public bool NamesOnlyDaysToCome(int first, int end)
    {
        var kinds = _modifiers.Kinds(first, end);
        kinds.Remove(ModifierMap.Aspect);
        kinds.Remove(nameof(Dimension.Owner));
        return kinds.SetEquals([ModifierMap.Period]) && !SpeaksOfDeals(first, end)
            && parts.Periods.Where(period => period.First >= first && period.First < end).All(period => (period.Reading.Unit == PeriodUnit.Day && (period.Reading.Happened.Start >= parts.Context.Today || (_sentence[period.First] == "on" && period.Reading.Expected.Start >= parts.Context.Today))) || period.Reading.Happened is { Start: null } && period.Reading.Happened.End == parts.Context.Today);
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
        return kinds.Count > 0 || (mine && (Enumerable.Range(first, end - first).Any(IsNarrowing) || parts.Scope.Placed().Any(name => name.Filter is DealFilter.In { Negated: true } && name.First >= first && name.First < end)));
    }

    /// <summary>"People skip this field": nothing named is left out.</summary>
    private bool Passes(int at) => (_sentence[at] == "skip" && _sentence[at - 1] is "my" or "our" or "his" or "her" or "your") || _sentence[at] is "skip" or "skips" or "ignore" or "ignores" && _sentence[at + 1] is "this" or "that" or "it" or "my" or "me" or "us";

    /// <summary>A word by which a statement says what is to be counted.</summary>
    public bool IsNarrowing(int at) => ClauseWords.Narrowing.Contains(_sentence[at]) && !Passes(at) && !(_sentence[at] == "only" && SaysOfSomebody(at)) && !(_sentence[at] is "mean" or "means" && at > 0 && _sentence[at - 1] is "that" or "this" or "it");

    /// <summary>Whoever it tells of compares, and nothing of what is asked: "investors keep comparing us to peers".</summary>
    public bool OnlyCompares(int first, int end) => _modifiers.Kinds(first, end).SetEquals([ModifierMap.Comparison]) && !SpeaksOfNumbers(first, end);

    public bool SpeaksOfNumbers(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end
        && (span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Lifecycle || (span.Kind == LexiconKind.Beyond && span.Value != "activity figures") || (span.Kind == LexiconKind.State && span.Value is "won" or "lost" && span.First > first))) || Names(first, end);

    /// <summary>"I need it without the pilots", "we only count hospitals": what nobody knows is no less a limit.</summary>
    public bool Limits(int at) => (_sentence[at] is "without" or "except" or "besides" or "solely" or "exclude" or "excludes" or "excluding" or "excluded" or "include" or "includes" or "including" or "ignore" or "skip" && !Passes(at))
        || (_sentence[at] == "only" && !SaysOfSomebody(at));

    /// <summary>"I only need one number", "we can only fix one thing": it says of whoever speaks how much they do, not of the deals which they are.</summary>
    public bool SaysOfSomebody(int only) => _sentence[only + 1] is "have" or "got" or "joined" or "started" or "just" or "ask" or "asked" or "need" or "know" or "a" or "one" or "want" or "get" or "can" or "had"
        || (_sentence[only - 1] is "can" or "could" or "will" or "would" or "may" or "might" && !ClauseWords.Narrowing.Contains(_sentence[only + 1]) && _sentence[only + 1] is not ("sell" or "use" or "take" or "look" or "show" or "list" or "consider" or "want"));

    public bool SpeaksOfDeals(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Lifecycle)
        || (Names(first, end) && !NamesOnlyPeople(first, end));

    public bool Names(int first, int end) => parts.Scope.Named().Any(name => name.First < end && name.End > first) || (parts.Scope.Ambiguous is { } several && several.First < end && several.First + several.Count > first);

    public bool NamesOnlyPeople(int first, int end) => parts.Scope.Named().Where(name => name.First < end && name.End > first).All(name => name.Dimension is Dimension.Owner or Dimension.Manager or Dimension.Team);

    public bool IsNamed(int at) => Names(at, at + 1);
}
