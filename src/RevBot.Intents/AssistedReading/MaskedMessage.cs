using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.AssistedReading;

/// <summary>A message as it may leave: names of people, accounts, deals and whatever else is not among the names that are told, amounts and addresses are placeholders, which come back and are put in again here.</summary>
internal sealed partial class MaskedMessage
{
    private const string Amount = "amount";

    /// <summary>A number of so many digits is an amount, an id or a telephone, and none of what a question counts in.</summary>
    private const int LongestNumber = 4;
    private const int LongestDate = 8;
    private const int SmallestAmount = 100;
    private const int LongestAbbreviation = 4;

    private readonly string _original;
    private readonly List<Word> _words;
    private readonly List<(int Start, int End, string Label, Placeholder Placeholder)> _masks = [];
    private readonly List<IReadOnlyList<NamedThing>> _told = [];
    private readonly Dictionary<string, Placeholder> _placeholders = new(StringComparer.Ordinal);

    private MaskedMessage(string text)
    {
        // What a person writes in brackets is no placeholder.
        _original = text.Replace('[', '(').Replace(']', ')');
        _words = WordSplitter.Split(_original);
    }

    public string Text { get; private set; } = string.Empty;

    public IReadOnlyDictionary<string, Placeholder> Placeholders => _placeholders;

    /// <summary>The names that stand in it as they are, each with all it may name; a reading leaves out none of them.</summary>
    public IReadOnlyList<IReadOnlyList<NamedThing>> Told => _told;

    /// <summary>False when something was taken out that no question can be about: an address, a deal, a name nobody knows. Then nobody else need read it.</summary>
    public bool IsReadable => _masks.TrueForAll(mask => mask.Placeholder.Dimension is not null || mask.Label == Amount);

    /// <summary>True when the person's own deals are spoken of.</summary>
    public bool SpeaksOfOwn => _words.Exists(word => word.Text is "my" or "mine");

    /// <summary>The numbers that were said, in figures or in words.</summary>
    public IReadOnlySet<int> Numbers { get; private set; } = new HashSet<int>();

    /// <param name="isKnown">Whether a word is one of the language questions are asked in: those are looked up as names only when they are written out in full.</param>
    public static MaskedMessage Of(string text, NameMatcher names, Func<Word, bool> isKnown, ReadingVocabulary vocabulary)
    {
        var message = new MaskedMessage(text);
        message.MaskAddresses();
        message.MaskAmounts();
        message.MaskNames(names, isKnown, vocabulary);
        message.Write();
        message.Numbers = NumbersIn(message.Text);
        return message;
    }

    /// <summary>The numbers in a text without its placeholders; "a" and "an" count for none.</summary>
    public static HashSet<int> NumbersIn(string text)
    {
        var plain = Written().Replace(text, " ");
        var numbers = WordSplitter.Split(plain).Where(word => word.Text is not ("a" or "an")).Select(word => CalendarWords.Number(word.Text)).OfType<int>().ToHashSet();
        foreach (Match match in Digits().Matches(plain))
        {
            if (int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>The placeholders in a text.</summary>
    public static IEnumerable<string> PlaceholdersIn(string text) => Written().Matches(text).Select(match => match.Value);

    /// <summary>A text without its placeholders.</summary>
    public static string WithoutPlaceholders(string text) => Written().Replace(text, string.Empty);

    /// <summary>The text with the words in the place of the placeholders; null where one stands in it that the message does not have.</summary>
    public string? Unmask(string text)
    {
        var known = true;
        var whole = Written().Replace(text, match =>
        {
            known &= _placeholders.TryGetValue(match.Value, out var placeholder);
            return placeholder?.Words ?? string.Empty;
        });
        return known ? whole : null;
    }

    private void MaskAddresses()
    {
        foreach (Match match in Address().Matches(_original))
        {
            Mask(match.Index, match.Index + match.Length, "address", null, null);
        }

        // Dates have fewer digits than a telephone, and more than one of them in a row begin as years do.
        foreach (Match match in Telephone().Matches(_original))
        {
            if (match.Value.Count(char.IsDigit) > LongestDate && !IsoDate().IsMatch(match.Value))
            {
                Mask(match.Index, match.Index + match.Length, "address", null, null);
            }
        }
    }

    private void MaskAmounts()
    {
        for (var at = 0; AmountWords.Find(_original, at) is { } found; at = found.Start + found.Length)
        {
            var written = _original.Substring(found.Start, found.Length);
            if (found.Currency is not null || !written.All(char.IsDigit) || (found.Amount >= SmallestAmount && CalendarWords.Year(written) is null && !Counts(found.Start + found.Length)))
            {
                Mask(found.Start, found.Start + found.Length, Amount, null, null);
            }
        }
    }

    /// <summary>Whether what begins there is what a bare number counts: "365 days".</summary>
    private bool Counts(int at) => _words.Find(word => word.Start >= at) is { Stem: { } next } && (CalendarWords.Unit(next) is not null || next is "time" or "deal" or "hour");

    private void MaskNames(NameMatcher names, Func<Word, bool> isKnown, ReadingVocabulary vocabulary)
    {
        var told = new HashSet<int>();
        foreach (var hit in names.FindAll(_words, null, at => !IsMasked(_words[at]), at => !isKnown(_words[at])))
        {
            // A region that a team is called after is told anyway.
            if (hit.Things.Any(thing => IsTold(thing, vocabulary)))
            {
                told.UnionWith(Enumerable.Range(hit.First, hit.Count));
                _told.Add(hit.Things);
                continue;
            }

            var dimension = NameScope.DimensionOf(hit.Things[0].Kind);
            Mask(_words[hit.First].Start, EndOf(_words[hit.First + hit.Count - 1]), dimension is { } known ? DimensionText.Of(known) : "deal", hit.Only?.Name, dimension);
        }

        var mixed = _original.Any(char.IsLower);
        for (var at = 0; at < _words.Count; at++)
        {
            var word = _words[at];
            if (!told.Contains(at) && !IsMasked(word) && LabelOf(word, at, isKnown, mixed) is { } label)
            {
                Mask(word.Start, EndOf(word), label, null, null);
            }
        }
    }

    /// <summary>What nobody knows but looks like a name or a number that is nobody's business.</summary>
    /// <param name="mixed">Whether the message has small letters too, so that capitals say something.</param>
    private static string? LabelOf(Word word, int at, Func<Word, bool> isKnown, bool mixed) =>
        word.Text[0] == '#' ? "deal"
        : word.Text.Count(char.IsDigit) > LongestNumber && !word.Text.Contains('-', StringComparison.Ordinal) ? "number"
        : isKnown(word) || char.IsDigit(word.Text[0]) || IsPeriod(word.Text) ? null
        : word.Quote > 0 || (at > 0 && word.IsCapital && (!word.IsUpper || (mixed && word.Text.Length > LongestAbbreviation))) ? "name"
        : null;

    /// <summary>"Q3", "H1", "FY25".</summary>
    private static bool IsPeriod(string word) => word.Length <= 6 && char.IsDigit(word[^1]) && word.TrimEnd("0123456789".ToCharArray()) is "q" or "h" or "fy" or "cy";

    private static bool IsTold(NamedThing thing, ReadingVocabulary vocabulary) =>
        thing.Kind is NameKind.ForecastCategory or NameKind.Currency || (NameScope.DimensionOf(thing.Kind) is { } dimension && vocabulary.Find(dimension, thing.Name) is not null);

    /// <summary>The possessive stays outside: "[owner 1]'s".</summary>
    private int EndOf(Word word)
    {
        var end = word.End;
        while (word.IsPossessive && end > word.Start && _original[end - 1] is 's' or 'S' or '\'' or '\u2019' or '\u02BC')
        {
            end--;
            if (_original[end] is '\'' or '\u2019' or '\u02BC')
            {
                break;
            }
        }

        return end;
    }

    private bool IsMasked(Word word) => _masks.Exists(mask => word.Start < mask.End && mask.Start < word.End);

    private void Mask(int start, int end, string label, string? name, Dimension? dimension)
    {
        if (!_masks.Exists(mask => start < mask.End && mask.Start < end))
        {
            _masks.Add((start, end, label, new Placeholder(name ?? _original[start..end], dimension)));
        }
    }

    private void Write()
    {
        var text = new StringBuilder();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var at = 0;
        foreach (var (start, end, label, placeholder) in _masks.OrderBy(mask => mask.Start))
        {
            var known = _placeholders.FirstOrDefault(pair => pair.Value == placeholder && pair.Key.StartsWith($"[{label} ", StringComparison.Ordinal)).Key;
            if (known is null)
            {
                counts[label] = counts.GetValueOrDefault(label) + 1;
                _placeholders[known = string.Create(CultureInfo.InvariantCulture, $"[{label} {counts[label]}]")] = placeholder;
            }

            text.Append(_original, at, start - at).Append(known);
            at = end;
        }

        Text = text.Append(_original, at, _original.Length - at).ToString();
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?://|www\.)\S+|(?<!\w)@\w[\w.-]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\d[\d ().-]{7,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b(?:19|20)\d\d-\d\d-\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\[[a-z ]+ \d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
