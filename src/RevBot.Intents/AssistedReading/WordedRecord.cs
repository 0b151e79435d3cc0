using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.AssistedReading;

/// <summary>A record put into the words the parser reads. From here on it is a sentence like any other: read by the same code, carried by the same buttons, remembered the same way. What was read of it must be what the record says, part for part, or nothing comes of it.</summary>
internal sealed partial class WordedRecord
{
    private const int MostFilters = 6;
    private const int MostValues = 8;
    private const int MostConditions = 4;
    private const int MostRows = 50;
    private const int Synonyms = 8;

    private readonly QuestionRecord _record;
    private readonly Metric _metric;
    private readonly ImmutableArray<Dimension> _by;
    private readonly Dictionary<(Dimension Dimension, bool Except), HashSet<string>> _scope = [];
    private readonly string _rest;

    private WordedRecord(QuestionRecord record, Metric metric, ImmutableArray<Dimension> by, MaskedMessage message, ReadingVocabulary vocabulary)
    {
        (_record, _metric, _by) = (record, metric, by);
        var words = new StringBuilder();
        if (by.Length > 0)
        {
            words.Append(" by ").AppendJoin(" and ", by.Select(DimensionText.Of));
        }

        foreach (var filter in record.Filters)
        {
            words.Append(Filter(filter, message, vocabulary));
        }

        foreach (var condition in record.Conditions)
        {
            words.Append(", ").Append(Condition(condition, message));
        }

        if (record.Period is not null)
        {
            words.Append(", ").Append(Plain(record.Period));
        }

        if (record.Compare is not null)
        {
            words.Append(" vs ").Append(Plain(record.Compare));
        }

        _rest = words.Append(Rank(record.Rank, message)).ToString();
    }

    /// <summary>The sentences that may say it, the plainest first.</summary>
    public IEnumerable<string> Sentences => _metric.Synonyms.Take(Synonyms).Prepend(_metric.Title).Distinct(StringComparer.OrdinalIgnoreCase).Select(title => Lead + char.ToLowerInvariant(title[0]) + title[1..] + _rest);

    private string Lead => (_record.Kind == QuestionRecord.List ? "list " : _by.IsEmpty && _metric.Unit == MetricUnit.Count && _metric.Thing == "deal" ? "how many " : string.Empty)
        + (_record.Whose is { } whose ? whose == "mine" ? "my " : "my team " : string.Empty);

    /// <summary>Null when it names what is not there (another metric or dimension, a name that was not told, a number that was not said) or leaves out what was said by name.</summary>
    public static WordedRecord? Of(QuestionRecord record, MaskedMessage message, ReadingVocabulary vocabulary, MetricCatalog catalog)
    {
        var measure = record.Kind == QuestionRecord.List ? MeasureIds.CountOf(record.Measure ?? string.Empty) : record.Measure;
        if (record.Kind is not (QuestionRecord.Figure or QuestionRecord.List) || measure is null || catalog.Find(measure) is not { } metric
            || record.By.Count > 2 || record.Filters.Count > MostFilters || record.Conditions.Count > MostConditions || record.Whose is not (null or "mine" or "my team"))
        {
            return null;
        }

        List<Dimension?> by = [.. record.By.Select(ReadingVocabulary.DimensionOf)];
        try
        {
            var worded = by.Contains(null) ? null : new WordedRecord(record, metric, [.. by.OfType<Dimension>()], message, vocabulary);
            return worded?.LeavesOut(message) == false ? worded : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the reading of one of the sentences says what the record says, and nothing besides.</summary>
    public bool IsReadAs(QuestionReading.Understood reading)
    {
        var question = reading.Question;
        var isList = _record.Kind == QuestionRecord.List;
        return (reading.Shape == QuestionShape.DealList) == isList
            && question.Measure == _metric.Id
            && (question.Breakdown.AsSpan().SequenceEqual(_by.AsSpan()) || (_by.IsEmpty && IsSplitAnyway(question)))
            && HasScope(question.Filters)
            && (_record.Period is null ? reading.Said is null : reading.Said is not null)
            && (_record.Compare is null) == (question.CompareWith is null)
            && (_record.Rank is null ? question.Ranking is null : question.Ranking is { } ranking && ranking.Count == _record.Rank.Count);
    }

    /// <summary>Whether something was said by name that the record does not speak of: "of Priya" left out would be another question.</summary>
    private bool LeavesOut(MaskedMessage message)
    {
        var used = _record.Filters.SelectMany(filter => filter.Values).Concat(_record.Conditions.SelectMany(MaskedMessage.PlaceholdersIn)).ToHashSet(StringComparer.Ordinal);
        return !message.Placeholders.Keys.All(used.Contains)
            || (message.SpeaksOfOwn && _record.Whose is null)
            || !message.Told.All(things => things.Any(thing => NameScope.DimensionOf(thing.Kind) is { } dimension
                && _scope.Any(part => part.Key.Dimension == dimension && part.Value.Contains(thing.Name))));
    }

    /// <summary>What is told by stage or by category where nothing else is said.</summary>
    private static bool IsSplitAnyway(Question question) =>
        (MeasureIds.IsByStage(question.Measure) && question.Breakdown is [Dimension.Stage]) || (question.Measure == MeasureIds.Submitted && question.Breakdown is [Dimension.ForecastCategory]);

    private bool HasScope(ImmutableArray<DealFilter> filters)
    {
        var named = filters.OfType<DealFilter.In>().ToList();
        if (_record.Whose is { } whose)
        {
            var own = whose == "mine" ? named.Find(filter => filter is { Dimension: Dimension.Owner or Dimension.Team, Negated: false }) : named.Find(filter => filter is { Dimension: Dimension.Team, Negated: false });
            if (own is null || _scope.ContainsKey((own.Dimension, false)))
            {
                return false;
            }

            named.Remove(own);
        }

        return named.Count == _scope.Count
            && filters.Count(filter => filter is not DealFilter.In) == _record.Conditions.Count
            && named.TrueForAll(filter => _scope.TryGetValue((filter.Dimension, filter.Negated), out var values) && values.SetEquals(filter.Values.Select(DimensionText.Label)));
    }

    /// <exception cref="FormatException">It names what is not there.</exception>
    private string Filter(RecordFilter filter, MaskedMessage message, ReadingVocabulary vocabulary)
    {
        if (ReadingVocabulary.DimensionOf(filter.Dimension) is not { } dimension || !ReadingVocabulary.IsScope(dimension) || filter.Values.Count is 0 or > MostValues)
        {
            throw new FormatException();
        }

        List<string> values = [.. filter.Values.Select(value => NameOf(value, dimension, message, vocabulary))];
        if (!_scope.TryAdd((dimension, filter.Except), new HashSet<string>(values, StringComparer.OrdinalIgnoreCase)))
        {
            throw new FormatException();
        }

        return $", {(filter.Except ? "excluding " : string.Empty)}{DimensionText.Of(dimension)} {string.Join(filter.Except ? " and " : " or ", values.Select(value => $"\"{value}\""))}";
    }

    private static string NameOf(string value, Dimension dimension, MaskedMessage message, ReadingVocabulary vocabulary)
    {
        var name = message.Placeholders.TryGetValue(value, out var placeholder)
            ? placeholder.Dimension == dimension ? placeholder.Words : null
            : vocabulary.Find(dimension, value);
        return name is null || name.Contains('"', StringComparison.Ordinal) ? throw new FormatException() : name;
    }

    private static string Condition(string condition, MaskedMessage message) =>
        MaskedMessage.NumbersIn(condition).IsSubsetOf(message.Numbers) && message.Unmask(condition) is { } words && IsPlain(MaskedMessage.WithoutPlaceholders(condition))
            ? words
            : throw new FormatException();

    private static string Rank(RecordRank? rank, MaskedMessage message)
    {
        if (rank is null)
        {
            return string.Empty;
        }

        if (rank.Order is not ("top" or "bottom") || (rank.Count is { } asked && (asked is < 1 or > MostRows || !message.Numbers.Contains(asked))))
        {
            throw new FormatException();
        }

        var word = rank.Order == "top" ? "best" : "worst";
        return rank.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $", {word} {count}") : $", {word} first";
    }

    /// <exception cref="FormatException">It is no short phrase of words and numbers.</exception>
    private static string Plain(string phrase) => IsPlain(phrase) ? phrase : throw new FormatException();

    private static bool IsPlain(string phrase) => Phrase().IsMatch(phrase);

    [GeneratedRegex(@"^[A-Za-z0-9 '\-/]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
