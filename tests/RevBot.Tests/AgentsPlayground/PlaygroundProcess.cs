using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RevBot.Testing.Peers;
using RevBot.Tests.Support;

namespace RevBot.Tests.AgentsPlayground;

/// <summary>Microsoft's Agents Playground in a process of its own: Teams as a bot sees it, on this machine and without a tenant.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Program = "node_modules/@microsoft/m365agentsplayground/cli.js";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TempFolder _folder;

    private PlaygroundProcess(Process process, TempFolder folder, int port, JsonElement config)
    {
        _process = process;
        _folder = folder;
        Address = new Uri($"http://localhost:{port}/");
        Config = config;
    }

    public Uri Address { get; }

    /// <summary>The people, the team and the chats there are in it.</summary>
    public JsonElement Config { get; }

    /// <param name="endpoint">The bot's <c>/api/messages</c>.</param>
    /// <param name="settings">The text of its configuration file: who the people are.</param>
    public static async Task<PlaygroundProcess> StartAsync(Uri endpoint, string settings)
    {
        var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File(".m365agentsplayground.yml"), settings);
        var port = RevBotProcess.FreePort();
        var start = NodePeers.Prepare(Program, "start", "-e", endpoint.ToString(), "-c", "msteams", "--dm", "default", "-p", port.ToString(CultureInfo.InvariantCulture), "--dt");
        start.WorkingDirectory = folder.Path;
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "true";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = folder.File("playground.log");
        var process = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PlaygroundProcess(process, folder, port, await WaitAsync(process, port, folder));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>Its reasons for not starting stand in its log file only.</summary>
    private static async Task<JsonElement> WaitAsync(Process process, int port, TempFolder folder)
    {
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
        {
            try
            {
                var answer = await http.GetStringAsync(new Uri($"http://localhost:{port}/_internal/v1/testConfig"));
                using var document = JsonDocument.Parse(answer);
                return document.RootElement.GetProperty("config").Clone();
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        var log = folder.File("playground.log");
        throw new InvalidOperationException($"The Playground did not start: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "it wrote no log")}");
    }
}
