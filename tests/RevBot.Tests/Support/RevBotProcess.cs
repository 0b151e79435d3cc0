using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace RevBot.Tests.Support;

/// <summary>The real program in a process of its own: served, asked, killed.</summary>
internal sealed class RevBotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private RevBotProcess(Process process, int port, ConcurrentQueue<string> output, TimeSpan ready)
    {
        _process = process;
        _output = output;
        Port = port;
        Ready = ready;
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>From the start of the process to the first good <c>/health/ready</c>.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Memory it holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public string Output => string.Join('\n', _output);

    public static string Program { get; } = typeof(RevBot.Hosting.DataFolder).Assembly.Location;

    /// <summary>How the program is started, with no settings but those given.</summary>
    public static ProcessStartInfo Prepare(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment, bool redirectInput)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectInput,
            WorkingDirectory = Path.GetDirectoryName(Program),
        };
        foreach (var argument in arguments.Prepend(Program))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in (string[])["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppType", "MicrosoftAppTenantId", "REVBOT_DATA", "RevBot__Audit__Key", .. start.Environment.Keys.Where(name => name.StartsWith("REVBOT_MODEL", StringComparison.Ordinal))])
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Starts <c>revbot serve</c> and waits until it is ready.</summary>
    public static async Task<RevBotProcess> ServeAsync(string data, IReadOnlyDictionary<string, string?>? environment = null, int? onPort = null)
    {
        var port = onPort ?? FreePort();
        var started = Stopwatch.GetTimestamp();
        var (process, output) = Start(["serve", "--urls", $"http://127.0.0.1:{port}", "--data", data], environment, redirectInput: false);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"revbot ended with {process.ExitCode}:\n{string.Join('\n', output)}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return new RevBotProcess(process, port, output, Stopwatch.GetElapsedTime(started));
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or SocketException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        process.Kill();
        throw new InvalidOperationException($"revbot was not ready in time:\n{string.Join('\n', output)}");
    }

    /// <summary>Starts <c>revbot serve</c> and waits for nothing: to be killed before it is ready.</summary>
    public static RevBotProcess Begin(string data, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var port = FreePort();
        var (process, output) = Start(["serve", "--urls", $"http://127.0.0.1:{port}", "--data", data], environment, redirectInput: false);
        return new RevBotProcess(process, port, output, TimeSpan.Zero);
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, string? input = null, IReadOnlyDictionary<string, string?>? environment = null, TimeSpan? patience = null)
    {
        var (process, output) = Start(arguments, environment, redirectInput: true, separateErrors: true, out var errors);
        using (process)
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input);
            }

            process.StandardInput.Close();
            using var end = new CancellationTokenSource(patience ?? Patience * 2);
            await process.WaitForExitAsync(end.Token);
            return new CommandResult(process.ExitCode, string.Join('\n', output), string.Join('\n', errors));
        }
    }

    /// <summary>Waits until nothing waits in the inbox and the outbox.</summary>
    public async Task DrainAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        var calm = 0;
        while (calm < 3)
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
            calm = answer.RootElement.GetProperty("inbox").GetInt32() + answer.RootElement.GetProperty("outbox").GetInt32() == 0 ? calm + 1 : 0;
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"revbot did not come to rest: {answer.RootElement}");
            }

            await Task.Delay(15);
        }
    }

    /// <summary>As <c>kill -9</c>: no warning, no clean-up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As Ctrl-C; returns the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await interrupt.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static (Process Process, ConcurrentQueue<string> Output) Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment, bool redirectInput) =>
        Start(arguments, environment, redirectInput, separateErrors: false, out _);

    private static (Process Process, ConcurrentQueue<string> Output) Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?>? environment,
        bool redirectInput,
        bool separateErrors,
        out ConcurrentQueue<string> errors)
    {
        var output = new ConcurrentQueue<string>();
        var complaints = separateErrors ? new ConcurrentQueue<string>() : output;
        var process = Process.Start(Prepare(arguments, environment, redirectInput)) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(complaints, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        errors = complaints;
        return (process, output);

        static void Keep(ConcurrentQueue<string> lines, string? line)
        {
            if (line is not null)
            {
                lines.Enqueue(line);
            }
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
