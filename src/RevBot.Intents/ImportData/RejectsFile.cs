using System.Globalization;
using CsvHelper;

namespace RevBot.Intents.ImportData;

/// <summary>Writes every rejected row with line, column, value and reason before its own fields, so that it can be mended there and imported again.</summary>
internal sealed class RejectsFile(string path, IReadOnlyList<string> header) : IDisposable
{
    private static readonly string[] OwnColumns = ["line", "column", "value", "reason"];

    private CsvWriter? _writer;

    public string? Path => _writer is null ? null : path;

    public static string For(string file) => file + ".rejects.csv";

    /// <summary>How many columns before the file's own a mended rejects file has.</summary>
    public static int OwnColumnsOf(IReadOnlyList<string> header) => header.Take(OwnColumns.Length).SequenceEqual(OwnColumns) ? OwnColumns.Length : 0;

    public void Add(CsvRows row, IReadOnlyList<ImportProblem> problems)
    {
        var writer = _writer ??= Open();
        var first = problems[0];
        writer.WriteField(first.Line);
        writer.WriteField(SpreadsheetText.Guard(first.Column));
        writer.WriteField(SpreadsheetText.Guard(first.Value));
        writer.WriteField(string.Join(" ", problems.Select(problem => problem.Reason)));
        for (var position = 0; position < row.Count; position++)
        {
            writer.WriteField(SpreadsheetText.Guard(row.Field(position)));
        }

        writer.NextRecord();
    }

    public void Dispose() => _writer?.Dispose();

    private CsvWriter Open()
    {
        var writer = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        foreach (var name in (string[])[.. OwnColumns, .. header])
        {
            writer.WriteField(SpreadsheetText.Guard(name));
        }

        writer.NextRecord();
        return writer;
    }
}
