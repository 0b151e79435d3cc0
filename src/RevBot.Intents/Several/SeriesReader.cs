using System.Buffers;
using System.Collections.Frozen;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Several;

/// <summary>Takes a sentence apart that asks for several things in a row: "bookings, win rate and cycle for EMEA last quarter", "how many deals did we win and lose", "best and worst rep". Each is given the words that all of them share. Names, ranges and splits joined by "and" stay together.</summary>
internal sealed class SeriesReader(SentenceParts parts)
{
    private static readonly FrozenSet<string> Joints = new[] { "and", "plus", "then", "also", "n" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;/&+|");

    private static readonly SearchValues<char> Firm = SearchValues.Create(";/&+|");

    /// <summary>"Deals created": what became of them may be told in several words.</summary>
    private const string OfDeals = "deals";

    /// <summary>"Won this month", with nothing that was won.</summary>
    private const string Bare = "bare";

    private readonly Sentence _sentence = parts.Sentence;
    private readonly ModifierMap _modifiers = new(parts);

    /// <summary>A quick look that spares most sentences a second reading.</summary>
    public static bool MayBe(string text, List<Word> words) => text.AsSpan().IndexOfAny(Signs) >= 0 || words.Exists(word => Joints.Contains(word.Text) || word.Text is "nd" or "an" or "adn" or "well");

    /// <summary>The sentence of each, in order; empty when it asks for one thing.</summary>
    public List<string> Read()
    {
        var segments = Segments();
        return segments.Count < 2 || Explains() ? []
            : Pairs(segments) ?? Members(segments, Measures, false) ?? Members(segments, Aspects, true) ?? Members(segments, Statistics, true) ?? Members(segments, Outcomes, true) ?? Members(segments, Ends, true) ?? [];
    }

    /// <summary>"Bookings for EMEA in Q3 and for APAC in Q2": the same of each, in its own days.</summary>
    private List<string>? Pairs(List<(int First, int End)> segments)
    {
        var kinds = segments.ConvertAll(segment => _modifiers.Kinds(segment.First, segment.End));
        var shared = kinds[^1];
        if (shared.Count < 2 || !shared.Contains(ModifierMap.Period) || shared.Contains(ModifierMap.Comparison) || shared.Contains(ModifierMap.Aspect) || shared.Contains("split") || kinds.Skip(1).Any(kind => !kind.SetEquals(shared)) || !shared.IsSubsetOf(kinds[0]) || kinds[0].Contains(ModifierMap.Comparison)
            || !parts.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals && Within(span, segments[0].First, segments[0].End))
            || segments.Skip(1).Any(segment => Enumerable.Range(segment.First, segment.End - segment.First).Any(at => !_modifiers.Says(at, shared) && _sentence[at] is not ("and" or "the" or "then" or "also" or "please" or "too" or "for" or "in" or "of"))))
        {
            return null;
        }

        return [.. segments.Select((segment, at) => at == 0 ? Slice(segment.First, segment.End) : string.Join(' ', Written(segments[0].First, segments[0].End, shared).Append(Slice(segment.First, segment.End))))];
    }

    /// <summary>"Velocity, i.e. money a day": the same thing said again.</summary>
    private bool Explains() => SaysUnit() || Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "ie" or "meaning" || (_sentence[at] == "i" && _sentence[at + 1] == "e"));

    /// <summary>"Sales cycle in Retail, how many days?": in what it is to be told.</summary>
    private bool SaysUnit() => Enumerable.Range(1, Math.Max(0, _sentence.Count - 1)).Any(at => _sentence[at] == "how" && _sentence[at + 1] is "many" or "much" or "long" && Gap(at).Contains(',', StringComparison.Ordinal)
        && (at + 2 == _sentence.Count || (at + 3 == _sentence.Count && _sentence[at + 2] is "days" or "weeks" or "months" or "hours" or "percent" or "%" or "dollars" or "usd" or "euros")));

    /// <summary>What stands between "and", commas and the like.</summary>
    private List<(int First, int End)> Segments()
    {
        var segments = new List<(int First, int End)>();
        var first = 0;
        for (var at = 0; at < _sentence.Count; at++)
        {
            var (joint, next) = JointAt(at);
            if (!joint)
            {
                continue;
            }

            if (at > first)
            {
                segments.Add((first, at));
            }

            (first, at) = (next, Math.Max(at, next - 1));
        }

        if (first < _sentence.Count)
        {
            segments.Add((first, _sentence.Count));
        }

        return segments;
    }

    /// <summary>Whether something ends before this word, and where the next begins.</summary>
    private (bool IsJoint, int Next) JointAt(int at)
    {
        var next = at;
        while (Joints.Contains(_sentence[next]) || (_sentence[next] == "as" && _sentence[next + 1] == "well" && _sentence[next + 2] == "as"))
        {
            next += _sentence[next] == "as" ? 3 : 1;
        }

        var cut = next > at || (at > 0 && Gap(at).AsSpan().IndexOfAny(Signs) >= 0);
        return (cut && at > 0 && !_modifiers.Crosses(at, next), next);
    }

    /// <summary>Words that were corrected may stand for one that was written, with nothing between them.</summary>
    private string Gap(int at) => _sentence.Words[at - 1].End is var end && _sentence.Words[at].Start is var start && end < start ? _sentence.Text[end..start] : "";

    /// <param name="heads">What is asked for in a piece of the sentence: its words, or null.</param>
    /// <param name="differ">True when pieces that ask for the same are no series.</param>
    private List<string>? Members(List<(int First, int End)> segments, Func<int, int, (int First, int End, string Key)?> heads, bool differ)
    {
        var found = segments.ConvertAll(segment => heads(segment.First, segment.End));
        var keys = found.ConvertAll(head => head?.Key).FindAll(key => key is not null);
        if (keys.Count < 2 || (differ && keys.Distinct().Count() < keys.Count) || (keys.Contains(Bare) && keys.Contains(OfDeals)) || keys.TrueForAll(key => key == Bare)
            || (keys.Contains("slow") && !keys.Contains("fast")) || (keys.Contains("fast") && !keys.Contains("slow")))
        {
            return null;
        }

        var groups = new List<(int First, int End, int HeadFirst, int HeadEnd, string Key)>();
        for (var at = 0; at < segments.Count; at++)
        {
            if (found[at] is { } head)
            {
                groups.Add((segments[at].First, segments[at].End, head.First, head.End, head.Key));
            }
            else if (groups.Count > 0)
            {
                groups[^1] = groups[^1] with { End = segments[at].End };
            }
        }

        if (OnlyCommas() && !AreParallel(groups) && SaysAgain(groups))
        {
            return null;
        }

        var (lead, tail) = ((First: 0, End: groups[0].HeadFirst), (First: groups[^1].HeadEnd, End: _sentence.Count));
        if (_sentence.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && _sentence.Words[lead.End].Start > colon && !_modifiers.Any(lead.First, lead.End))
        {
            lead = (lead.End, lead.End);
        }

        return [.. groups.Select((group, index) =>
        {
            var (first, last) = (index == 0, index == groups.Count - 1);
            var own = (First: first ? group.HeadFirst : group.First, End: last ? group.HeadEnd : group.End);
            HashSet<string> kinds = [.. _modifiers.Kinds(own.First, group.HeadFirst), .. _modifiers.Kinds(group.HeadEnd, own.End)];
            var behind = _modifiers.Kinds(tail.First, tail.End);
            List<string> words =
            [
                .. first ? Written(lead.First, lead.End, []) : Written(lead.First, lead.End, NotShared(kinds, own, groups[0].Key, group.Key)),
                .. Written(own.First, own.End, []),
                .. !first && OfTheirs(own.First, own.End) >= 0 ? ["of", .. Written(groups[0].HeadFirst, groups[0].End, [])] : Array.Empty<string>(),
                .. !last && _sentence[tail.First - 1] == "of" && _sentence[own.End - 1] != "of" ? ["of"] : Array.Empty<string>(),
                .. last && !first && differ && heads == Ends && behind.Count == 0 ? [.. Written(groups[0].HeadEnd, groups[0].End, []), .. Written(tail.First, tail.End, [])] : last ? Written(tail.First, tail.End, []) : kinds.IsSubsetOf(behind) ? Written(tail.First, tail.End, LooksAhead(own.First, own.End) && (EndsInThePast(tail.First) || !LooksAhead(groups[^1].HeadFirst, groups[^1].HeadEnd)) ? [.. kinds, ModifierMap.Period] : kinds) : [],
            ];
            return string.Join(' ', words);
        })];
    }

    /// <summary>"How many wins and total pipeline": what is asked of the first does not go with the second.</summary>
    private bool NamesMoney(int first, int end) => Enumerable.Range(first, end - first).Any(at => _sentence.Stem(at) is "pipeline" or "pipe" or "revenue" or "booking" or "amount" or "value" or "total" or "rate" or "coverage" or "cycle" or "velocity");

    /// <summary>"Commit submitted and simulated forecast": only what is submitted has a category.</summary>
    private HashSet<string> NotShared(HashSet<string> kinds, (int First, int End) own, string first, string key) =>
        [.. kinds, .. NamesMoney(own.First, own.End) || OfTheirs(own.First, own.End) >= 0 ? [ModifierMap.Aspect] : Array.Empty<string>(), .. first == MeasureIds.Submitted && key != first ? [nameof(Dimension.ForecastCategory)] : Array.Empty<string>()];

    /// <summary>"Open deals, their median age and their average size": where the piece says whose, or -1.</summary>
    private int OfTheirs(int first, int end) => Enumerable.Range(first, Math.Min(2, end - first)).Where(at => _sentence[at] is "their" or "its").FirstOrDefault(-1);

    private bool LooksAhead(int first, int end) => parts.Spans.Any(span => Within(span, first, end)
        && (span is { Kind: LexiconKind.State, Value: "open" or "closing" } || (span.Kind == LexiconKind.Measure && parts.Catalog.Find(span.Value) is { Basis: TimeBasis.ExpectedClose, DefaultPeriod: DefaultPeriod.AllTime })));

    private bool OnlyCommas() => !_sentence.Text.AsSpan().ContainsAny(Firm) && !Enumerable.Range(0, _sentence.Count).Any(at => Joints.Contains(_sentence[at]));

    /// <summary>"Completed time in stage, only stays that ended", "coverage before wins, full quota", "how do deals convert to wins, win rate": what stands behind the comma is no other thing.</summary>
    private bool SaysAgain(List<(int First, int End, int HeadFirst, int HeadEnd, string Key)> groups)
    {
        var families = groups.ConvertAll(group => parts.Spans.FirstOrDefault(span => span.Kind == LexiconKind.Measure && Within(span, group.HeadFirst, group.HeadEnd)) is { } measure ? measure.Value.Split('.')[0].Replace("coverage", "quota", StringComparison.Ordinal) : null);
        if (groups is [var one, var other] && (one.Key == MeasureIds.Weighted) != (other.Key == MeasureIds.Weighted) && new[] { one, other }.All(group => group.Key.StartsWith("pipeline.", StringComparison.Ordinal) || group.Key == OfDeals) && (CountsOne(groups) || new[] { one, other }.All(group => Enumerable.Range(group.HeadFirst, group.HeadEnd - group.HeadFirst).Any(at => _sentence.Stem(at) is "pipeline" or "pipe" or "funnel"))))
        {
            // "Open deal count, weighted pipeline", "open pipeline, weighted pipeline".
            return false;
        }

        if (groups.TrueForAll(group => group.Key == groups[0].Key && group.Key is not (Bare or OfDeals)) && groups.TrueForAll(group => _modifiers.Kinds(group.HeadEnd, group.End) is { Count: 1 } kinds && kinds.Contains(ModifierMap.Period)))
        {
            // "Coverage this quarter, coverage next quarter".
            return false;
        }

        return (families[0] is null && families[^1] is not null) || families.OfType<string>().Distinct().Count() < families.OfType<string>().Count()
            || groups.Exists(group => _sentence[group.First] is "only" or "just" or "meaning");
    }

    /// <summary>"Coverage this quarter, coverage next quarter", "win rate EMEA, win rate APAC": the same by name, each of something of its own; "open pipeline, weighted pipeline": the same noun twice.</summary>
    private bool AreParallel(List<(int First, int End, int HeadFirst, int HeadEnd, string Key)> groups)
    {
        var kinds = groups.ConvertAll(group => _modifiers.Kinds(group.First, group.End));
        var heads = groups.ConvertAll(group => string.Join(' ', Enumerable.Range(group.HeadFirst, group.HeadEnd - group.HeadFirst).Select(_sentence.Stem)));
        return heads.Distinct().Count() == 1 ? kinds[0].Count > 0 && kinds.TrueForAll(kinds[0].SetEquals)
            : heads.Distinct().Count() == heads.Count && heads.TrueForAll(head => head.Contains(' ', StringComparison.Ordinal) && head.EndsWith("pipeline", StringComparison.Ordinal));
    }

    private bool CountsOne(List<(int First, int End, int HeadFirst, int HeadEnd, string Key)> groups) => groups.Exists(group => Enumerable.Range(group.First, group.End - group.First).Any(at => _sentence[at] is "count" or "number" or "many"));

    private bool EndsInThePast(int first) => parts.Periods.Exists(period => period.First >= first && period.Reading.Expected.End < parts.Context.Today);

    /// <summary>The words as they were written, without those that say one of <paramref name="not"/>.</summary>
    private List<string> Written(int first, int end, HashSet<string> not)
    {
        var runs = new List<string>();
        for (var at = first; at < end; at++)
        {
            var start = at;
            while (at < end && !_modifiers.Says(at, not))
            {
                at++;
            }

            if (at > start)
            {
                runs.Add(Slice(start, at));
            }
        }

        return runs;
    }

    /// <summary>With the quotes around it.</summary>
    private string Slice(int first, int end)
    {
        var (start, stop) = (_sentence.Words[first].Start, _sentence.Words[end - 1].End);
        start -= start > 0 && _sentence.Text[start - 1] is '"' or '\u201C' ? 1 : 0;
        stop += stop < _sentence.Text.Length && _sentence.Text[stop] is '"' or '\u201D' ? 1 : 0;
        return _sentence.Text[start..stop];
    }

    /// <summary>A measure by its name, or deals by what became of them.</summary>
    private (int First, int End, string Key)? Measures(int first, int end)
    {
        var within = parts.Spans.Where(span => Within(span, first, end)).ToList();
        var named = within.FindAll(span => span.Kind == LexiconKind.Beyond || (span.Kind == LexiconKind.Measure && !(OnlySaysLeads(span) && !(within.TrueForAll(other => other == span || other.Kind != LexiconKind.Measure) && _modifiers.Kinds(first, end).Contains(ModifierMap.Period)))));
        if (named.Count > 0)
        {
            var ofDeals = named.Exists(span => Enumerable.Range(span.First, span.Count).Any(at => _sentence.Stem(at) == "deal"));
            return (named.Min(span => span.First), named.Max(span => span.End), ofDeals ? OfDeals : named[0].Value);
        }

        if (within.Find(span => span is { Kind: LexiconKind.State, Value: "won" or "lost" or "open" or "created" or "closing" or "overdue" }) is not { } state)
        {
            // "Hygiene by team, then overdue deals by team".
            if (parts.Periods.Find(period => period.First >= first && period.First + period.Count <= end && period.Reading.Expected.Label == PeriodMaker.OverdueLabel) is { } overdue && within.Find(span => span.Kind == LexiconKind.Deals) is { } late)
            {
                return (Math.Min(overdue.First, late.First), Math.Max(overdue.First + overdue.Count, late.End), OfDeals);
            }

            if (OfTheirs(first, end) >= 0 && within.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "average" or "median" or "amount" or "count" }) && within.TrueForAll(span => span.Kind is LexiconKind.Aspect or LexiconKind.Small))
            {
                return (first, end, "theirs");
            }

            // "Bookings by region, and the top 3 loss reasons".
            if (within.Find(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.LossReason) } && _sentence[span.End - 1] is "reasons" && _sentence[span.First - 1] is not ("by" or "per" or "and")) is { } reasons)
            {
                return (reasons.First, reasons.End, reasons.Value);
            }

            // "Time in Negotiation and time in Proposal".
            return within.Find(span => span is { Kind: LexiconKind.Aspect, Value: "long" }) is { } time ? (time.First, time.End, time.Value) : null;
        }

        if (within.Find(span => span.Kind == LexiconKind.Deals) is { } deals)
        {
            return (Math.Min(state.First, deals.First), Math.Max(state.End, deals.End), OfDeals);
        }

        return _sentence[state.First] is "wins" or "losses" ? (state.First, state.End, state.Value)
            : _sentence[state.First] is "won" or "lost" && _modifiers.Any(first, end) ? (state.First, state.End, Bare)
            : null;
    }

    /// <summary>"Lead conversion, partner leads": whose conversion it is, and no number beside it.</summary>
    private bool OnlySaysLeads(LexiconSpan span) => span.Value == LeadReader.Count && parts.Spans.Any(other => other.Kind == LexiconKind.Measure && LeadReader.IsOfLeads(other.Value) && other.Value != span.Value && (other.First < span.First || !_sentence.Text.Contains(" and ", StringComparison.OrdinalIgnoreCase)))
        && !parts.Spans.Any(count => count is { Kind: LexiconKind.Aspect, Value: "count" } && count.End <= span.First && count.End >= span.First - 1);

    /// <summary>"Count and amount of", "the number and value of", "deal count and amount".</summary>
    private (int First, int End, string Key)? Aspects(int first, int end)
    {
        if (_sentence[end - 1] is "number" or "count" or "total")
        {
            return (end - 1, end, _sentence[end - 1] == "total" ? "amount" : "count");
        }

        var found = parts.Spans.FirstOrDefault(span => Within(span, first, end) && span is { Kind: LexiconKind.Aspect, Value: "count" or "amount" or "average" or "median" });
        if (found is not null)
        {
            return parts.Spans.Any(other => Within(other, first, found.First) && other.Kind == LexiconKind.State) && !_sentence.Text[.._sentence.Words[found.First].Start].TrimEnd().EndsWith(':') ? null : (found.First, found.End, found.Value);
        }

        foreach (var named in parts.Spans.Where(span => Within(span, first, end) && span.Kind == LexiconKind.Measure))
        {
            if (_sentence[named.First] is "value" or "amount" or "total" && _sentence[named.First + 1] == "of")
            {
                return (named.First, named.First + 2, "amount");
            }

            if (_sentence[named.End - 1] is "count" or "amount" or "value" or "worth")
            {
                return (named.End - 1, named.End, _sentence[named.End - 1] == "count" ? "count" : "amount");
            }
        }

        return null;
    }

    /// <summary>"Mean and p90 sales cycle", "the median and the average cycle".</summary>
    private (int First, int End, string Key)? Statistics(int first, int end) =>
        Enumerable.Range(first, end - first).FirstOrDefault(at => StatisticOf(at) is not null, -1) is >= 0 and var at ? (at, at + 1, StatisticOf(at) ?? "") : null;

    private string? StatisticOf(int at) => _sentence[at] switch { "mean" or "average" or "avg" => "mean", "median" => "median", "p90" or "90th" => "p90", _ => null };

    /// <summary>"Did we win and lose".</summary>
    private (int First, int End, string Key)? Outcomes(int first, int end) =>
        parts.Spans.FirstOrDefault(span => Within(span, first, end) && span is { Kind: LexiconKind.State, Value: "won" or "lost" }) is { } span ? (span.First, span.End, span.Value) : null;

    /// <summary>"Best and worst", "the top 5 and the bottom 3".</summary>
    private (int First, int End, string Key)? Ends(int first, int end)
    {
        if (parts.Spans.FirstOrDefault(span => Within(span, first, end) && span.Kind == LexiconKind.Rank && !RankingReader.IsOfAll(span.Value)) is not { } span)
        {
            return null;
        }

        var key = span.Value switch { "lowest" or "worst" => "low", "slowest" => "slow", "fastest" => "fast", _ => "high" };
        return (span.First, span.End + (CalendarWords.Number(_sentence[span.End]) is not null ? 1 : 0), key);
    }

    private static bool Within(LexiconSpan span, int first, int end) => span.First >= first && span.End <= end;
}
