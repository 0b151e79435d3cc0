using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RevBot.Intents.ImportData;

/// <summary>Reads a delimited file row by row, whatever its encoding and delimiter, knowing the line each row begins on.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private readonly int _linesBefore;
    private bool _broken;

    private CsvRows(string path)
    {
        var encoding = FileEncoding.Detect(path);
        var (delimiter, skip) = Delimiter(path, encoding);
        _reader = new StreamReader(path, encoding);
        if (skip)
        {
            _reader.ReadLine();
            _linesBefore = 1;
        }

        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = _ => _broken = true,
            BufferSize = 1 << 16,
            ProcessFieldBufferSize = 1 << 12,
        });
        if (ReadRecord())
        {
            Header = [.. Enumerable.Range(0, _parser.Count).Select(position => _parser[position].Trim())];
        }
    }

    public IReadOnlyList<string> Header { get; } = [];

    /// <summary>Line of the file that the row begins on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Null when the row has as many well-formed fields as the header.</summary>
    public string? Broken { get; private set; }

    public int Count => _parser.Count;

    public static CsvRows Open(string path) => new(path);

    public string Field(int position) => position < _parser.Count ? _parser[position] : string.Empty;

    public bool Read()
    {
        while (ReadRecord())
        {
            // A line without anything on it is no row.
            if (_parser.Count == 1 && Field(0).Length == 0)
            {
                continue;
            }

            if (Broken is null && _parser.Count != Header.Count)
            {
                Broken = $"The row has {_parser.Count} fields and the header has {Header.Count}: is a quote or a delimiter missing?";
            }

            return true;
        }

        return false;
    }

    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }

    /// <summary>The delimiter that stands most often in the header; Excel may also name it on a first line of its own.</summary>
    private static (char Delimiter, bool Skip) Delimiter(string path, System.Text.Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var first = reader.ReadLine() ?? string.Empty;
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length == 5)
        {
            return (first[4], true);
        }

        var quoted = false;
        Span<int> counts = stackalloc int[3];
        foreach (var letter in first)
        {
            quoted ^= letter == '"';
            var which = quoted ? -1 : ",;\t".IndexOf(letter, StringComparison.Ordinal);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        return (counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',', false);
    }

    private bool ReadRecord()
    {
        Line = _parser.RawRow + 1 + _linesBefore;
        (_broken, Broken) = (false, null);
        if (!_parser.Read())
        {
            return false;
        }

        // Fields are parsed when asked for; asking for the last one tells whether a quote stands where none may.
        if (_parser.RawRecord.Contains('"', StringComparison.Ordinal))
        {
            for (var position = 0; position < _parser.Count; position++)
            {
                _ = _parser[position];
            }

            var lines = _parser.RawRow + _linesBefore - Line;
            Broken = !_broken ? null : lines < 50
                ? "A quote stands where none may be: quote the whole field and double the quotes inside it."
                : $"A quote that opens on this line is not closed, so the {lines.ToString("N0", CultureInfo.InvariantCulture)} lines after it were read as one field: close it and import again.";
        }

        return true;
    }
}
