using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>What the pointing words of a message stand for ("she", "with them", "there", "that day"): what a piece of the message before has named, else what the question before was about. A word that points to nothing known is told, never passed over: the answer would be for everybody.</summary>
internal sealed class Pointing
{
    private static readonly Dimension[] Places = [Dimension.Stage, Dimension.Region, Dimension.Segment, Dimension.Industry, Dimension.Team, Dimension.Account, Dimension.Product, Dimension.Source];

    private static readonly Dimension[] Parties = [Dimension.Account, Dimension.Competitor, Dimension.Team, Dimension.Manager, Dimension.Owner, Dimension.Region, Dimension.Segment, Dimension.Industry, Dimension.Source];

    private static readonly Dimension[] Things = [Dimension.Source, Dimension.Segment, Dimension.Region, Dimension.Industry, Dimension.Product, Dimension.Account, Dimension.Competitor, Dimension.Team, Dimension.Stage, Dimension.DealType];

    private readonly SentenceParts _parts;
    private readonly Sentence _sentence;
    private readonly int[] _segments;
    private readonly List<PointingWord> _words;
    private readonly List<Antecedent> _named;

    public Pointing(SentenceParts parts)
    {
        (_parts, _sentence) = (parts, parts.Sentence);
        _words = new PointingWords(parts).Read();
        _segments = _words.Count == 0 ? [] : Segments();
        _named = _words.Count == 0 ? [] : Named();
    }

    /// <summary>The message with what is pointed to in place of the words that point; null when nothing is.</summary>
    /// <param name="before">What the question before was about.</param>
    public string? Resolve(Func<IReadOnlyList<Antecedent>> before)
    {
        var text = _sentence.Text;
        var any = false;
        IReadOnlyList<Antecedent>? earlier = null;
        foreach (var word in Enumerable.Reverse(_words))
        {
            if (IsBound(word) || (Meant(word, _named.FindAll(named => named.Segment < _segments[word.First])) ?? (MayGoBack(word) ? Meant(word, earlier ??= before()) : null)) is not { } meant)
            {
                continue;
            }

            any = true;
            text = text[.._sentence.Words[word.First].Start] + meant + text[_sentence.Words[word.End - 1].End..];
        }

        return any ? text : null;
    }

    /// <summary>The first word that points to a person, a place, a value or days that are not named in the sentence itself; null when there is none.</summary>
    public string? Open() => _words.Find(word => !IsBound(word) && !_parts.Filters.Any(filter => filter.First <= word.First && word.First < filter.End) && word.Kind switch
    {
        PointingKind.Person or PointingKind.Place or PointingKind.Value or PointingKind.Row => true,
        PointingKind.Time => word.Count > 1 && _sentence[word.First] != "same",
        PointingKind.Party when ActsAsParty(word) => !SpeaksOfMany(0, word.First, false),
        PointingKind.Party => word.IsStrict && _sentence[word.First - 1] is "with" or "from" or "against" && !SpeaksOfMany(0, word.First, true),
        _ => false,
    }) is { } open ? _sentence.Written(open.First, open.Count) : null;

    /// <summary>What it stands for is named beside it: "how is Quinn doing against her quota", "which rep beats his quota".</summary>
    private bool IsBound(PointingWord word)
    {
        var segment = _segments[word.First];
        var here = _named.FindAll(named => named.Segment == segment);
        return word.Kind switch
        {
            PointingKind.Person => here.Exists(IsPerson) || Asks(segment, "who", "whos", "whose", "everyone", "everybody", "each", "every") || here.Exists(named => named is { IsNoun: true, Dimension: Dimension.Owner or Dimension.Manager } && named.At <= word.First),
            PointingKind.Party => here.Exists(named => named.At <= word.First && named.Dimension is { } dimension && Parties.Contains(dimension)) || (!word.IsStrict && SpeaksOfMany(segment, word.First, !ActsAsParty(word))) || Asks(segment, "who", "whos"),
            PointingKind.Thing => here.Exists(named => named.At <= word.First && named.Dimension is not null) || (word.IsPossessive && _parts.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Deals && span.End <= word.First && _segments[span.First] == segment)),
            PointingKind.Place => here.Exists(named => named.Dimension is { } dimension && Places.Contains(dimension) && named.At <= word.First),
            PointingKind.Value => here.Exists(named => named.Dimension == word.Thing && !named.IsNoun),
            PointingKind.Time => here.Exists(named => named.Period is not null) || (word.Unit is { } unit && Enumerable.Range(0, word.First).Any(at => string.Equals(_sentence.Stem(at), unit.ToString(), StringComparison.OrdinalIgnoreCase) && _sentence[at - 1] is not ("that" or "this" or "last" or "next"))),
            PointingKind.Measure => _parts.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.State && _segments[span.First] == segment),
            _ => false,
        };
    }

    /// <summary>The words for what it stands for; null when nothing of the kind was named, or several.</summary>
    private string? Meant(PointingWord word, IReadOnlyList<Antecedent> all)
    {
        if (word.Kind == PointingKind.Row)
        {
            return all.FirstOrDefault(one => one.Row == word.Row) is { } row ? Of(word, row.Text) : null;
        }

        List<Antecedent> named = [.. all.Where(one => one.Row == 0)];
        switch (word.Kind)
        {
            case PointingKind.Person:
                return Last(named, IsPerson) is [var person] ? Somebody(word, person) : null;
            case PointingKind.Party:
                var parties = PartiesOf(word, named);
                return parties.Count == 0 || (!word.IsStrict && parties[0].Segment >= 0 && SpeaksOfMany(parties[0].Segment, word.First, !ActsAsParty(word))) ? null
                    : Of(word, string.Join(" and ", parties.Select(party => party.Text).Distinct(StringComparer.OrdinalIgnoreCase)));
            case PointingKind.Thing:
                return Last(named, one => !one.IsNoun && one.Dimension is { } dimension && Things.Contains(dimension)) is [var thing] ? Of(word, thing.Text) : null;
            case PointingKind.Place:
                return Last(named, one => !one.IsNoun && one.Dimension is { } dimension && Places.Contains(dimension)) is [var place] ? At(word, place) : null;
            case PointingKind.Value:
                return Last(named, one => !one.IsNoun && one.Dimension == word.Thing) is [var value] ? Of(word, value.Text) : null;
            case PointingKind.Time:
                return Last(named, one => one.DaysOf(word.Unit) is not null) is [var days] && days.DaysOf(word.Unit) is { } text ? When(word, text) : null;
            case PointingKind.Choice:
                return Last(named, one => one.IsNoun) is not [var noun] ? null : _sentence[word.First + 1] is "one" or "ones" ? $"which {noun.Text}" : $"which {_sentence[word.First + 1]} {CountText.Plural(noun.Text)}";
            default:
                return Last(named, one => one.IsMeasure) is [var measure] ? $"{(_sentence[word.First] == "ours" ? "our" : "the")} {measure.Text}" : null;
        }
    }

    /// <summary>Whom one deals with is a customer before anything else: "I met the CIO of Globex at a conference, what do we have open with them".</summary>
    private static List<Antecedent> PartiesOf(PointingWord word, IReadOnlyList<Antecedent> named)
    {
        var parties = Last(named, one => !one.IsNoun && one.Dimension is { } dimension && Parties.Contains(dimension));
        return word.IsStrict && parties is [{ Dimension: not (Dimension.Account or Dimension.Competitor) } last, ..] && Last(named, one => one.Dimension == Dimension.Account && one.Segment == last.Segment) is { Count: 1 } customer ? customer : parties;
    }

    /// <summary>What of a kind was named last, all of it that was named in one breath.</summary>
    private static List<Antecedent> Last(IReadOnlyList<Antecedent> named, Predicate<Antecedent> fits)
    {
        var fitting = named.Where(one => fits(one)).ToList();
        var last = fitting.Count == 0 ? null : fitting.MaxBy(one => (one.Segment, one.At));
        return last is null ? [] : [.. fitting.Where(one => one.Segment == last.Segment && one.Dimension == last.Dimension).DistinctBy(one => one.Text.ToUpperInvariant())];
    }

    private static bool IsPerson(Antecedent named) => named is { IsNoun: false, IsGroup: false, Dimension: Dimension.Owner or Dimension.Manager };

    /// <summary>What was asked before is about deals: "they" are those, unless it is told what only people and customers do.</summary>
    private bool MayGoBack(PointingWord word) => word.Kind switch
    {
        PointingKind.Choice or PointingKind.Measure => false,
        PointingKind.Party when !word.IsStrict && !word.IsPossessive => ActsAsParty(word) || _sentence[word.End] is "have" or "create" or "created" or "add" or "added" or "carry",
        _ => true,
    };

    /// <summary>"How many deals did they win": deals do not win.</summary>
    private bool ActsAsParty(PointingWord word) => !word.IsPossessive
        && _sentence[word.End] is "win" or "won" or "lose" or "lost" or "book" or "booked" or "sell" or "sold" or "sign" or "signed" or "bring" or "brought" or "buy" or "bought" or "spend" or "spent" or "generate" or "hit" or "miss" or "attain" or "own" or "work" or "owe" or "need";

    private string Somebody(PointingWord word, Antecedent person)
    {
        var name = person.Text;
        if (person.Dimension == Dimension.Manager && name.IndexOfAny(['\'', '\u2019']) is > 0 and var owned)
        {
            name = name[..owned];
        }

        return _sentence.Words[word.First].IsPossessive || _sentence[word.First] is "shes" or "hes" ? $"{name} {(_sentence[word.End] is "got" or "had" or "been" or "won" or "lost" or "booked" or "closed" or "sold" or "brought" ? "has" : "is")}" : Of(word, name);
    }

    private static string Of(PointingWord word, string name) => word.IsPossessive ? name + "'s" : name;

    private string At(PointingWord word, Antecedent place) =>
        _sentence[word.First - 1] is "in" or "from" or "at" or "of" or "for" or "to" or "into" ? place.Text
        : $"{(place.Dimension == Dimension.Account ? "at" : place.Dimension == Dimension.Source ? "from" : "in")} {place.Text}";

    private string When(PointingWord word, string days)
    {
        var begin = days.Split(' ')[0].ToLowerInvariant();
        return _sentence[word.First - 1] is "in" or "on" or "during" or "for" or "of" or "at" or "since" or "by" or "until" or "till" or "from" or "over" or "within" && begin is not ("from" or "on")
            || begin is "last" or "this" or "next" or "yesterday" or "today" or "tomorrow" or "in" or "on" or "since" or "during" or "from" or "earlier" or "over" ? days : $"in {days}";
    }

    /// <summary>Deals are spoken of before the word: "they" may be those.</summary>
    private bool SpeaksOfMany(int segment, int before, bool ofDeals) => _parts.Spans.Any(span => span.End <= before && _segments[span.First] >= segment
        && ((ofDeals && span.Kind == LexiconKind.Deals) || (span.Kind == LexiconKind.Dimension && _sentence[span.End - 1] != _sentence.Stem(span.End - 1))));

    private bool Asks(int segment, params string[] words) => Enumerable.Range(0, _sentence.Count).Any(at => _segments[at] == segment && words.Contains(_sentence[at]));

    /// <summary>The clauses of the message, and what stands behind "and" when it asks anew.</summary>
    private int[] Segments()
    {
        var segments = new int[_sentence.Count];
        var count = 0;
        foreach (var clause in new ClauseDivider(_parts).Divide())
        {
            for (var at = clause.First; at < clause.End; at++)
            {
                count += at > clause.First && _sentence[at - 1] is "and" or "but" or "also" or "then" or "so" && _sentence[at] is "what" or "whats" or "how" or "hows" or "who" or "which" or "where" or "show" or "list" or "is" or "are" or "did" or "does" or "do" or "has" or "when" ? 1 : 0;
                segments[at] = count;
            }

            count++;
        }

        return segments;
    }

    private List<Antecedent> Named()
    {
        var named = new List<Antecedent>();
        foreach (var (dimension, first, end) in _parts.Scope.Named())
        {
            // "The APAC team" is no region.
            var last = dimension == Dimension.Team && _sentence[end] == "team" ? end + 1 : end;
            named.Add(new Antecedent(Bare(_sentence.Written(first, last - first)), last, _segments[first]) { Dimension = dimension });
        }

        foreach (var period in _parts.Periods)
        {
            named.Add(new Antecedent(Bare(_sentence.Written(period.First, period.Count)), period.First + period.Count, _segments[period.First]) { Period = period.Reading });
        }

        foreach (var span in _parts.Spans)
        {
            var written = _sentence.Written(span.First, span.Count);
            switch (span.Kind)
            {
                case LexiconKind.Dimension when span.Value[0] != '+' && Enum.TryParse<Dimension>(span.Value, out var dimension):
                    named.Add(new Antecedent(span.Count == 1 ? _sentence.Stem(span.First) : written, span.End, _segments[span.First]) { Dimension = dimension, IsNoun = true });
                    break;
                case LexiconKind.Measure:
                    named.Add(new Antecedent(written, span.End, _segments[span.First]) { IsMeasure = true });
                    break;
                case LexiconKind.Mine when span.Value == "team":
                    named.Add(new Antecedent(Bare(written), span.End, _segments[span.First]) { Dimension = Dimension.Team, IsGroup = true });
                    break;
                default:
                    break;
            }
        }

        return named;
    }

    private static string Bare(string written) =>
        written.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || written.EndsWith("\u2019s", StringComparison.OrdinalIgnoreCase) ? written[..^2] : written.TrimEnd('\'', '\u2019');
}
