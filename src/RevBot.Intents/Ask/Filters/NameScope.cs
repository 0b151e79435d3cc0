using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Turns the names in a sentence into filters: values of one dimension are alternatives, "not" and "excluding" turn them round, "or later" widens a stage.</summary>
internal sealed class NameScope(Sentence sentence, ReadContext context, IReadOnlyList<LexiconSpan> spans)
{
    private static readonly NameKind[] Preference =
    [
        NameKind.Stage, NameKind.Region, NameKind.Segment, NameKind.Source, NameKind.DealType, NameKind.Industry, NameKind.Product,
        NameKind.Team, NameKind.Person, NameKind.Account, NameKind.Competitor, NameKind.LossReason, NameKind.ForecastCategory, NameKind.Currency,
    ];

    private readonly List<(Dimension Dimension, DimensionValue Value, bool Negated, int First, int End)> _values = [];

    /// <summary>The dimension words that only say what a name is: "the EMEA region", "team AMER".</summary>
    public HashSet<LexiconSpan> Cues { get; } = [];

    /// <summary>The verbs by which a name was denied: "not sourced by partners" creates nothing.</summary>
    public List<LexiconSpan> Denied { get; } = [];

    /// <summary>A name that fits several things equally well, with what they are; null when all are clear.</summary>
    public NameHit? Ambiguous { get; private set; }

    /// <summary>True when an account or a person is named: such a sentence may well tell something instead of asking it.</summary>
    public bool NamesOne => _values.Exists(value => value.Dimension is Dimension.Account or Dimension.Owner);

    public bool NamesStage => _values.Exists(value => value.Dimension == Dimension.Stage);

    /// <summary>"a renewal", "renewals".</summary>
    public bool NamesKind => _values.Exists(value => value.Dimension == Dimension.DealType && !value.Negated);

    /// <summary>"open renewals": the deals are called by their type.</summary>
    public bool NamesKindOfDeals => _values.Exists(value => value.Dimension == Dimension.DealType && !value.Negated && sentence.Words[value.End - 1] is var word && (word.Text != word.Stem || sentence[value.First - 1] is "every" or "any" or "each" or "open"));

    /// <summary>The dimension of which several values are named, or null.</summary>
    public Dimension? Rivals => _values.Where(value => !value.Negated).GroupBy(value => value.Dimension).Where(group => group.Count() > 1).Select(group => (Dimension?)group.Key).FirstOrDefault();

    /// <summary>True when a competitor is named right there: "against Corvus".</summary>
    public bool NamesCompetitorAt(int at) => _values.Exists(value => value.Dimension == Dimension.Competitor && value.First == at);

    /// <summary>"How much is in commit": the deals that stand there.</summary>
    public bool StandsInCategory => _values.Exists(value => value.Dimension == Dimension.ForecastCategory && sentence[sentence[value.First - 1] is "my" or "our" or "the" or "their" ? value.First - 2 : value.First - 1] == "in");

    /// <summary>"Went to Bluefin", "chose Corvus": deals that were lost.</summary>
    public bool LeftForCompetitor => _values.Exists(value => value is { Dimension: Dimension.Competitor, Negated: false }
        && (sentence[value.First - 1] is "chose" or "chosen" or "choose" or "picked" || (sentence[value.First - 1] is "to" or "with" && sentence[value.First - 2] is "went" or "go" or "goes" or "gone" or "going" or "defected" or "switched" or "moved")));

    /// <summary>True when a word belongs to a name.</summary>
    public bool Holds(int at) => _values.Exists(value => at >= value.First && at < value.End);

    public static Dimension? DimensionOf(NameKind kind) => kind switch
    {
        NameKind.Person => Dimension.Owner,
        NameKind.Account => Dimension.Account,
        NameKind.Stage => Dimension.Stage,
        NameKind.Source => Dimension.Source,
        NameKind.Segment => Dimension.Segment,
        NameKind.Region => Dimension.Region,
        NameKind.Industry => Dimension.Industry,
        NameKind.DealType => Dimension.DealType,
        NameKind.Product => Dimension.Product,
        NameKind.Team => Dimension.Team,
        NameKind.Competitor => Dimension.Competitor,
        NameKind.LossReason => Dimension.LossReason,
        NameKind.ForecastCategory => Dimension.ForecastCategory,
        NameKind.Currency => Dimension.Currency,
        _ => null,
    };

    public void Add(NameHit hit)
    {
        var things = hit.Things.Where(thing => !IsClosedStage(thing)).ToList();
        if (things.Count == 0 || !sentence.AreFree(hit.First, hit.Count))
        {
            return;
        }

        var end = hit.First + hit.Count;
        while (LegalSuffixes.Contains(sentence[end]) && sentence.IsFree(end) && things[0].Kind == NameKind.Account)
        {
            end++;
        }

        var kinds = things.Select(thing => thing.Kind).Distinct().ToList();
        var cue = CueBeside(hit.First, end, kinds);
        var afterTo = sentence[sentence.Before(hit.First)] is "to" or "against";
        var kind = cue ?? (afterTo && kinds.Contains(NameKind.Competitor) ? NameKind.Competitor : Preference.FirstOrDefault(of => of == NameKind.Team && kinds.Contains(of) && context.Spoken.Contains(Dimension.Team) && !context.Spoken.Contains(Dimension.Region), Preference.First(kinds.Contains)));
        things = things.FindAll(thing => thing.Kind == kind);
        if (things.Count > 1)
        {
            Ambiguous ??= new NameHit(hit.First, hit.Count, hit.Quality, things);
        }

        sentence.Take(hit.First, end - hit.First);
        if (DimensionOf(kind) is not { } dimension)
        {
            return;
        }

        if (dimension == Dimension.Owner && TeamBehind(end, context.Manages(things[0].Key)) is { } team)
        {
            Cues.Add(team);
            dimension = Dimension.Manager;
        }
        else if (dimension == Dimension.Owner && context.Manages(things[0].Key) && IsLed(hit.First, ref end))
        {
            dimension = Dimension.Manager;
        }

        var leftOut = LeftOutNames.Holds(sentence, hit.First, end);
        var negated = IsNegated(hit.First, dimension) || leftOut;
        if (leftOut)
        {
            TurnJoined(hit.First, dimension);
        }

        foreach (var value in new StageReach(sentence, context.Company.Process, spans, Cues).Of(things[0], hit.First, ref end))
        {
            _values.Add((dimension, value, negated, hit.First, end));
        }
    }

    /// <summary>"Renewals and expansions aside": what is joined to a name that is left out is left out with it.</summary>
    private void TurnJoined(int first, Dimension dimension)
    {
        while (_values.FindIndex(value => value.Dimension == dimension && value.End == (sentence[sentence.Before(first)] is "and" or "or" or "nor" ? sentence.Before(first) : -1)) is >= 0 and var joined)
        {
            _values[joined] = _values[joined] with { Negated = true };
            first = _values[joined].First;
        }
    }

    /// <summary>Every name with the words that say it.</summary>
    public IEnumerable<(Dimension Dimension, int First, int End)> Named() => _values.Select(value => (value.Dimension, value.First, value.End));

    /// <summary>Every value with where its words begin.</summary>
    public IEnumerable<(Dimension Dimension, DimensionValue Value, int First)> Values() => _values.Select(value => (value.Dimension, value.Value, value.First));

    public IEnumerable<DealFilter> Filters() => Placed().Select(placed => placed.Filter);

    public IEnumerable<PlacedFilter> Placed() => _values
        .GroupBy(value => (value.Dimension, value.Negated))
        .Select(group => new PlacedFilter(
            new DealFilter.In(group.Key.Dimension, [.. group.Select(value => value.Value).Distinct()], group.Key.Negated),
            group.Min(value => value.First),
            group.Max(value => value.End)));

    /// <summary>The dimension of two or more values set against each other ("EMEA vs AMER"), or null.</summary>
    public Dimension? Opposed(LexiconSpan versus) => _values
        .Where(value => value.First >= versus.End)
        .Select(value => (Dimension?)value.Dimension)
        .FirstOrDefault(dimension => _values.Any(other => other.Dimension == dimension && other.End <= versus.First) || _values.Count(other => other.Dimension == dimension) > 1);

    /// <summary>The way from one stage to another, or to won, that the sentence speaks of; the stage it leads to then is no filter any more. Null when it speaks of none.</summary>
    public StageStep? TakeStep()
    {
        var stages = _values.FindAll(value => value is { Dimension: Dimension.Stage, Negated: false });
        if (stages.Count == 2 && IsReached(stages[1].First))
        {
            _values.Remove(stages[1]);
            return new StageStep(stages[0].Value, stages[1].Value);
        }

        return stages is [var only] && spans.Any(span => (span is { Kind: LexiconKind.State, Value: "won" } || (span.Kind == LexiconKind.Measure && sentence.Stem(span.First) is "won" or "win")) && span.First >= only.End && IsReached(span.First)) ? new StageStep(only.Value, null) : null;
    }

    /// <summary>True behind "to" and "reach".</summary>
    private bool IsReached(int at)
    {
        var before = sentence.Before(at);
        before -= sentence[before] is "be" or "get" or "being" ? 1 : 0;
        return sentence[before] is "to" or "into" or ">" or "til" or "till" or "until" || spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "passage" } && span.End == before + 1);
    }

    /// <summary>The same sentence with the full name in quotes; people of one name are told apart by their e-mail address or id.</summary>
    public List<Choice> Choices(NameHit names)
    {
        var first = sentence.Words[names.First].Start;
        var last = sentence.Words[names.First + names.Count - 1];
        var alike = names.Things.GroupBy(thing => thing.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        return [.. names.Things.OrderBy(thing => thing.Name, StringComparer.Ordinal).Take(5).Select(thing =>
            new Choice(alike[thing.Name] > 1 ? $"{thing.Name} ({thing.Key})" : thing.Name, $"{sentence.Text[..first]}\"{thing.Name}\"{sentence.Text[last.End..]}"))];
    }

    private bool IsClosedStage(NamedThing thing) => thing.Kind == NameKind.Stage
        && context.Company.Process.Find(new Pipeline.Deals.StageId(thing.Key)) is { Group: not StageGroup.Open };

    private NameKind? CueBeside(int first, int end, List<NameKind> kinds)
    {
        foreach (var span in spans.Where(span => span.Kind == LexiconKind.Dimension && (span.First == end || span.End == sentence.Before(first) + 1)))
        {
            foreach (var kind in kinds)
            {
                if (DimensionOf(kind)?.ToString() == span.Value || (kind == NameKind.Stage && span.Value == nameof(Dimension.Stage)))
                {
                    if (!IsAsked(span))
                    {
                        Cues.Add(span);
                        return kind;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The "team" or "reps" of "Hugo's team": the deals are those of the people who report to him.</summary>
    private LexiconSpan? TeamBehind(int end, bool manages) => sentence.Words[end - 1] is var name && (name.IsPossessive || name.Text == name.Stem + "s" || (manages && name.Text.EndsWith('s')))
        ? spans.FirstOrDefault(span => span.First == end && span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Team) or nameof(Dimension.Owner) }
            && sentence[end] is "team" or "squad" or "reps" or "people" or "sellers")
        : null;

    /// <summary>"The reps under Rosa", "people reporting to Hugo", "Ingrid's folks".</summary>
    private bool IsLed(int first, ref int end)
    {
        if (sentence.Words[end - 1].IsPossessive && sentence[end] is "people" or "folks" or "guys" or "crew" or "lot" or "gang" or "bunch" or "group" or "side" or "org" or "reps" or "aes" or "sellers")
        {
            sentence.Take(end, 1);
            end++;
            return true;
        }

        if ((sentence[first - 1] == "under" && sentence.Stem(first - 2) is "rep" or "people" or "seller" or "ae" or "everyone" or "everybody" or "folk" or "team" or "person" or "those" or "aes")
            || sentence[first - 1] is "team" or "squad" or "crew" || (sentence[first - 1] == "of" && sentence[first - 2] is "team" or "squad" or "crew" or "reps" or "people" or "sellers" or "aes"))
        {
            // "The team of Marcus", "team Marcus": its word splits nothing.
            Cues.UnionWith(spans.Where(span => span.Kind == LexiconKind.Dimension && span.End == (sentence[first - 1] == "of" ? first - 1 : first)));
            sentence.Take(first - 1, sentence[first - 1] == "under" ? 1 : 0);
            return true;
        }

        if ((sentence[first - 1] == "to" && sentence.Stem(first - 2) is "report" or "reporting") || (sentence[first - 1] == "by" && sentence[first - 2] is "managed" or "led"))
        {
            sentence.Take(first - 2, 2);
            return true;
        }

        return false;
    }

    /// <summary>"by source Partner" still breaks down by source.</summary>
    private bool IsAsked(LexiconSpan span) => spans.Any(other => other.Kind == LexiconKind.Split && other.End == span.First);

    private bool IsNegated(int first, Dimension dimension)
    {
        var before = sentence.Before(first);
        if (spans.Any(span => span.Kind == LexiconKind.Not && span.First <= before && before < span.End)
            || spans.Any(span => Cues.Contains(span) && span.End == before + 1 && spans.Any(not => not.Kind == LexiconKind.Not && not.End == span.First)))
        {
            return true;
        }

        // "Not owned by Vera", "that did not come from partners".
        if (NegatedClause.Of(sentence, spans, before) is >= 0 and var denied)
        {
            Denied.AddRange(spans.Where(span => span.First >= denied && span.End <= first && span.Kind is LexiconKind.State));
            sentence.Take(denied, first - denied);
            return true;
        }

        return _values.Any(value => value.Negated && value.Dimension == dimension && value.End == (sentence[before] is "and" or "or" or "nor" ? before : first));
    }
}
