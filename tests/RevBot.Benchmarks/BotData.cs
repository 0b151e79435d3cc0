using System.Diagnostics;
using System.Globalization;

namespace RevBot.Benchmarks;

/// <summary>Writes demo companies with the program's own verb.</summary>
internal static class BotData
{
    public static async Task<TimeSpan> WriteAsync(string data, int deals)
    {
        var started = Stopwatch.GetTimestamp();
        await RunVerbAsync("demo", "--data", data, "--deals", deals.ToString(CultureInfo.InvariantCulture));
        return Stopwatch.GetElapsedTime(started);
    }

    public static async Task<string> RunVerbAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RevBot.Hosting.DataFolder).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"revbot {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
