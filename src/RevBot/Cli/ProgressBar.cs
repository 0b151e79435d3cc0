using System.Globalization;
using RevBot.Intents.ImportData;

namespace RevBot.Cli;

/// <summary>How far an import is, in one line of a terminal.</summary>
internal sealed class ProgressBar : IProgress<ImportProgress>
{
    private const int Width = 30;

    private readonly Lock _line = new();
    private string _shown = string.Empty;

    public void Report(ImportProgress value)
    {
        var share = value.Total == 0 ? 0 : (double)value.Done / value.Total;
        var filled = (int)(Width * Math.Min(1, share));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Step,-8} [{new string('█', filled)}{new string(' ', Width - filled)}] {(value.Total == 0 ? $"{value.Done:N0}" : $"{share:P0}")}");
        lock (_line)
        {
            if (line != _shown)
            {
                Console.Write($"\r{line.PadRight(_shown.Length)}");
                _shown = line;
            }
        }
    }

    public void Clear()
    {
        lock (_line)
        {
            Console.Write($"\r{new string(' ', _shown.Length)}\r");
        }
    }
}
