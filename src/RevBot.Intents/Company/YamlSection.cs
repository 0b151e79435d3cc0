using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace RevBot.Intents.Company;

/// <summary>One mapping of <c>company.yaml</c>, read key by key. What is wrong is noted with its place and reading goes on, so that a person sees every problem at once.</summary>
internal sealed class YamlSection
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _keys = new(StringComparer.Ordinal);
    private readonly List<CompanyProblem> _problems;
    private readonly YamlNode _node;

    public YamlSection(YamlMappingNode node, string path, IReadOnlyList<string> known, List<CompanyProblem> problems)
    {
        (_node, Path, _problems) = (node, path, problems);
        foreach (var (key, value) in node.Children)
        {
            var name = key is YamlScalarNode scalar ? scalar.Value ?? string.Empty : string.Empty;
            if (known.Count > 0 && !known.Contains(name, StringComparer.Ordinal))
            {
                var near = NearestName.Find(name, known);
                Add(key, In(name), $"Unknown key '{name}'.", near is null ? $"Known keys here: {string.Join(", ", known)}." : $"Did you mean '{near}'?");
                continue;
            }

            (_keys[name], _values[name]) = (key, value);
        }
    }

    public string Path { get; }

    /// <summary>Where what is wrong is noted; shared by all sections of a file.</summary>
    public List<CompanyProblem> Problems => _problems;

    public IEnumerable<string> Keys => _values.Keys;

    public YamlNode? Node(string key) => _values.GetValueOrDefault(key) is { } node && !IsEmpty(node) ? node : null;

    public int LineOf(string key) => (int)(_keys.GetValueOrDefault(key) ?? _node).Start.Line;

    public string In(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public string? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value?.Trim();
            case var other:
                Add(other, In(key), $"'{key}' must be one value.", $"Write {key}: something.");
                return null;
        }
    }

    public string Required(string key, string example)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (Node(key) is null)
        {
            Add(_node, In(key), $"'{key}' is missing.", $"Add {key}: {example}.");
        }

        return string.Empty;
    }

    public bool Flag(string key, bool otherwise)
    {
        switch (Text(key)?.ToLowerInvariant())
        {
            case null:
                return otherwise;
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            case var text:
                Problem(key, $"'{text}' is not true or false.", $"Write {key}: true or {key}: false.");
                return otherwise;
        }
    }

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(key, $"'{text}' is not a whole number from {least} to {most}.", $"Write {key}: {otherwise.ToString(CultureInfo.InvariantCulture)}.");
        return otherwise;
    }

    public DateOnly? Date(string key) => Text(key) is { } text ? Date(text, Node(key) ?? _node, In(key)) : null;

    /// <summary>A list of plain words; a single word counts as a list of one.</summary>
    public IReadOnlyList<(string Text, YamlNode Node)> Words(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlScalarNode one:
                return [(one.Value?.Trim() ?? string.Empty, one)];
            case YamlSequenceNode sequence:
                var words = new List<(string, YamlNode)>();
                foreach (var item in sequence.Children)
                {
                    if (item is YamlScalarNode { Value.Length: > 0 } scalar)
                    {
                        words.Add((scalar.Value.Trim(), scalar));
                    }
                    else
                    {
                        Add(item, $"{In(key)}[{words.Count}]", $"Each item of '{key}' must be one value.", $"Write {key}: [first, second].");
                    }
                }

                return words;
            case var other:
                Add(other, In(key), $"'{key}' must be a list.", $"Write {key}: [first, second].");
                return [];
        }
    }

    /// <summary>The nodes of a list; a single value counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode sequence => [.. sequence.Children],
        var one => [one],
    };

    public YamlSection? Section(string key, IReadOnlyList<string> known)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlSection(mapping, In(key), known, _problems);
            case var other:
                Add(other, In(key), $"'{key}' must hold keys and values.", $"Write {key}: and below it, indented, key: value.");
                return null;
        }
    }

    public IEnumerable<YamlSection> Sections(string key, IReadOnlyList<string> known)
    {
        switch (Node(key))
        {
            case null:
                yield break;
            case YamlSequenceNode sequence:
                var position = 0;
                foreach (var item in sequence.Children)
                {
                    var path = $"{In(key)}[{position++}]";
                    if (item is YamlMappingNode mapping)
                    {
                        yield return new YamlSection(mapping, path, known, _problems);
                    }
                    else
                    {
                        Add(item, path, $"Each item of '{key}' must hold keys and values.", $"Write - {known[0]}: something.");
                    }
                }

                break;
            case var other:
                Add(other, In(key), $"'{key}' must be a list.", $"Write {key}: and below it one line '- {known[0]}: …' for each.");
                break;
        }
    }

    public DateOnly? Date(string text, YamlNode node, string path)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Add(node, path, $"'{text}' is not a date.", "Write it as year-month-day, as in 2026-12-25.");
        return null;
    }

    /// <summary>Notes a problem at the value when it is one word, else at its key.</summary>
    public void Problem(string key, string message, string fix) =>
        Add(_values.GetValueOrDefault(key) as YamlScalarNode ?? _keys.GetValueOrDefault(key) ?? _node, In(key), message, fix);

    public void Add(YamlNode node, string path, string message, string fix) =>
        _problems.Add(new CompanyProblem((int)node.Start.Line, (int)node.Start.Column, path, message, fix));

    private static bool IsEmpty(YamlNode node) =>
        node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain or YamlDotNet.Core.ScalarStyle.Any, Value: null or "" or "~" or "null" };
}
