using System.Text.RegularExpressions;

namespace RevBot.Pipeline.Process;

/// <summary>Several names in one field: read from "Jo Kim, Ada Lee and Bo Ito", kept as "Jo Kim, Ada Lee, Bo Ito".</summary>
public static partial class NameList
{
    private const int LongestName = 80;

    /// <summary>The names, each once; null when one of them cannot be a name.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        var names = Between().Split(text).Select(name => Spaces().Replace(name.Trim(' ', '.', '"'), " ")).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count > 0 && names.TrueForAll(name => name.Length <= LongestName && name.Any(char.IsLetter)) ? names : null;
    }

    public static string Write(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>How many names a stored value holds.</summary>
    public static int CountOf(string value) => Read(value)?.Count ?? 0;

    [GeneratedRegex(@"\s*[,;\r\n]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
