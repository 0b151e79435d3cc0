using System.Diagnostics;
using System.Globalization;

namespace RevBot.Benchmarks;

/// <summary>A server in a process of its own, so that its CPU time and memory are its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port, TimeSpan ready)
    {
        _process = process;
        Port = port;
        Ready = ready;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first good answer of its health address.</summary>
    public TimeSpan Ready { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576d;
        }
    }

    public static async Task<ServerProcess> StartAsync(string assembly, string health, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(120))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{assembly} ended: {await errors}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(health, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return new ServerProcess(process, port, Stopwatch.GetElapsedTime(started));
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or System.Net.Sockets.SocketException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        process.Kill();
        throw new InvalidOperationException($"{assembly} was not ready within two minutes.");
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

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
