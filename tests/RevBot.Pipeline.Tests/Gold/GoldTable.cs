using System.Globalization;

namespace RevBot.Pipeline.Tests.Gold;

/// <summary>A table of expected figures, embedded in the test assembly; see the README beside it.</summary>
internal static class GoldTable
{
    public static IReadOnlyList<Dictionary<string, string>> Read(string name)
    {
        using var stream = typeof(GoldTable).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no gold table {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim('"')))];
    }

    /// <summary>The figure, or null where it is undefined.</summary>
    public static double? Number(this Dictionary<string, string> row, string column) =>
        row[column] is "NA" or "" ? null : double.Parse(row[column], CultureInfo.InvariantCulture);

    public static double Figure(this Dictionary<string, string> row, string column) =>
        row.Number(column) ?? throw new InvalidOperationException($"{column} is undefined.");
}
