using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Hosting;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Benchmarks;

/// <summary>Writes demo companies with the program's own verb.</summary>
internal static class BotData
{
    /// <param name="wander">See <c>revbot demo --wander</c>.</param>
    public static async Task<TimeSpan> WriteAsync(string data, int deals, string wander = "0")
    {
        var started = Stopwatch.GetTimestamp();
        await RunVerbAsync("demo", "--data", data, "--deals", deals.ToString(CultureInfo.InvariantCulture), "--wander", wander);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>The address of somebody who may ask about everything.</summary>
    public static async Task<string> ExecutiveOfAsync(string data)
    {
        await using var tools = Tools.Open(DataFolder.Open(data));
        return ExecutiveOf(await tools.Services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, CancellationToken.None));
    }

    /// <inheritdoc cref="ExecutiveOfAsync"/>
    public static string ExecutiveOf(PipelineSnapshot snapshot) =>
        snapshot.People.Values.First(person => person is { Role: PersonRole.Executive, Email: not null }).Email ?? string.Empty;

    public static async Task<string> RunVerbAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DataFolder).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"revbot {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
