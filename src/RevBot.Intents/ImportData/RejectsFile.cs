using System.Globalization;
using CsvHelper;

namespace RevBot.Intents.ImportData;

/// <summary>Writes every rejected row with line, column, value and reason before its own fields, so that it can be mended there and imported again.</summary>
internal sealed class RejectsFile(string path, IReadOnlyList<string> header) : IDisposable
{
    private CsvWriter? _writer;

    public string? Path => _writer is null ? null : path;

    public static string For(string file) => file + ".rejects.csv";

    public void Add(CsvRows row, IReadOnlyList<ImportProblem> problems)
    {
        var writer = _writer ??= Open();
        var first = problems[0];
        writer.WriteField(first.Line);
        writer.WriteField(first.Column);
        writer.WriteField(first.Value);
        writer.WriteField(string.Join(" ", problems.Select(problem => problem.Reason)));
        for (var position = 0; position < row.Count; position++)
        {
            writer.WriteField(row.Field(position));
        }

        writer.NextRecord();
    }

    public void Dispose() => _writer?.Dispose();

    private CsvWriter Open()
    {
        var writer = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        foreach (var name in (string[])["line", "column", "value", "reason", .. header])
        {
            writer.WriteField(name);
        }

        writer.NextRecord();
        return writer;
    }
}
